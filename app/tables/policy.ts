// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Actor, can } from "~/identity";
import { allow, type Decision, no, yes } from "~/web/policy";
import type { Standing } from "./standing.server";

/** What a policy must know of a table. */
export type TableFacts = { ownerOrganisationId: string | null; closedAt: Date | null; sensitive: boolean };
/** How the actor stands at the table now. */
type At = Standing | null;

/** A mandate in force on a seat with one of these roles. */
function speaksAs(standing: At, ...roles: Standing["role"][]): boolean {
  return standing !== null && (standing.mandate === "titular" || standing.mandate === "deputy") && roles.includes(standing.role);
}

/** The office of the Comune that answers for the table: with no owner named, any office that manages tables. */
function ownerOffice(actor: Actor, table: TableFacts): boolean {
  return can(actor, "manage_tables") && (table.ownerOrganisationId === null || table.ownerOrganisationId === actor.organisationId);
}

/** Why somebody who once could, or nearly can, may not: the reason that helps most. */
function refusal(standing: At, because: string): Decision {
  if (standing?.mandate === "ended") return no("tables.policy.mandateEnded");
  return no(because);
}

const open = (table: TableFacts) => (table.closedAt ? no("tables.policy.closed") : yes());

/** Who may set up a table: an administrator or an office that manages tables. */
export const create = allow((actor) =>
  actor.administrator || can(actor, "manage_tables") ? yes() : no("tables.policy.onlyOffices"),
);

/** Who may change the mapping, the level and the formal status. */
export const edit = allow((actor, table: TableFacts, standing: At) => {
  if (!open(table).ok) return open(table);
  if (actor.administrator || ownerOffice(actor, table) || speaksAs(standing, "coordinator", "secretary")) return yes();
  return refusal(standing, "tables.policy.onlyCoordination");
});

/** Who may adopt new rules for a table: its coordination, the office that answers for it, an administrator. */
export const adoptRules = edit;

/** Who may raise an item at a table: whoever speaks there, observers included: to be heard is not to decide. */
export const raiseItem = allow((actor, table: TableFacts, standing: At) => {
  if (!open(table).ok) return open(table);
  if (speaksAs(standing, "coordinator", "secretary", "member", "observer") && can(actor, "speak")) return yes();
  return refusal(standing, "tables.policy.onlyWhoSpeaks");
});

/** Who may forward, receive, discuss and answer the items that a table has: its coordination and the office that answers for it. */
export const moveItem = allow((actor, table: TableFacts, standing: At) => {
  if (!open(table).ok) return open(table);
  if (ownerOffice(actor, table) || speaksAs(standing, "coordinator", "secretary")) return yes();
  return refusal(standing, "tables.policy.onlyCoordination");
});

/** Who may run mappings, look for overlaps and propose to put the tables in order: an office that manages tables, an administrator. */
export const orderTables = allow((actor) => (actor.administrator || can(actor, "manage_tables") ? yes() : no("tables.policy.onlyOffices")));

/** Who may fill in a form of a mapping: whoever writes for the office that was asked, until it is sent back. */
export const fillMapping = allow((actor, form: { organisationId: string; returned: boolean; closed: boolean }) => {
  if (form.closed) return no("tables.mappingForm.campaignClosed");
  if (form.returned) return no("tables.mappingForm.sent");
  if (actor.organisationId !== form.organisationId) return no("tables.policy.notYourOffice");
  return can(actor, "write") || can(actor, "manage_tables") ? yes() : no("tables.policy.cannotWrite");
});

/** Who may comment on a proposal to put the tables in order: bodies that sit at a table, while it is open. */
export const commentReorganisation = allow((actor, proposal: { open: boolean; sits: boolean }) => {
  if (!proposal.open) return no("tables.reorganisation.notOpen");
  return actor.organisationId && proposal.sits ? yes() : no("tables.policy.onlyWhoSits");
});

/** Who may say which of the sources that disagree about a table's formal status is right: an office that manages tables. */
export const resolveStatus = orderTables;

/** Who may give and end seats: the coordination of the table, the office that answers for it, an administrator. */
export const manageSeats = allow((actor, table: TableFacts, standing: At) => {
  if (!open(table).ok) return open(table);
  if (actor.administrator || ownerOffice(actor, table) || speaksAs(standing, "coordinator")) return yes();
  return refusal(standing, "tables.policy.onlyCoordinator");
});

/** Who may say which person speaks from a seat: whoever manages the seats, and the body of the seat through its manager. */
export const manageMandates = allow((actor, table: TableFacts, standing: At, seat: { organisationId: string }) => {
  if (!open(table).ok) return open(table);
  if (manageSeats(actor, table, standing).ok) return yes();
  if (actor.organisationId === seat.organisationId && can(actor, "manage_members")) return yes();
  return refusal(standing, "tables.policy.notYourSeat");
});

/**
 * Who may read the act on which a mandate rests: the coordination and the secretariat, who let people in at the door, the office that answers
 * for the table, an administrator, and the people of the body itself. Also when the table is closed.
 */
export const readMandateActs = allow((actor, table: TableFacts, standing: At, seat: { organisationId: string }) => {
  if (actor.administrator || ownerOffice(actor, table) || speaksAs(standing, "coordinator", "secretary")) return yes();
  return actor.organisationId === seat.organisationId ? yes() : refusal(standing, "tables.policy.notYourSeat");
});

/** Who may ask for a seat, in the name of the body they speak for. An ended seat may be asked for again. */
export const askToJoin = allow((actor, table: TableFacts, standing: At) => {
  if (!open(table).ok) return open(table);
  if (!actor.organisationId || !actor.affiliationId) return no("tables.policy.speakForABody");
  if (standing) return no("tables.policy.alreadySeated");
  return can(actor, "speak") || can(actor, "manage_members") ? yes() : no("tables.policy.noVoice");
});

/** Who may take back a request: the body that made it. */
export const withdrawRequest = allow((actor, request: { organisationId: string }) => {
  if (actor.organisationId !== request.organisationId) return no("tables.policy.notYourRequest");
  return can(actor, "speak") || can(actor, "manage_members") ? yes() : no("tables.policy.noVoice");
});

/**
 * Who may answer a request to join: the coordinator, or the office that answers for the table. Not the administrator of the
 * platform, who runs the software and speaks for nobody.
 */
export const answerRequest = allow((actor, table: TableFacts, standing: At) => {
  if (!open(table).ok) return open(table);
  if (ownerOffice(actor, table) || speaksAs(standing, "coordinator")) return yes();
  return refusal(standing, actor.administrator ? "tables.policy.administratorDoesNotAnswer" : "tables.policy.onlyCoordinator");
});

/** Who may read the requests made to a table: those who answer them, the secretariat, an administrator. */
export const readRequests = allow((actor, table: TableFacts, standing: At) => {
  if (actor.administrator || ownerOffice(actor, table) || speaksAs(standing, "coordinator", "secretary")) return yes();
  return refusal(standing, "tables.policy.onlyCoordination");
});

/** How much of the persons on a table's seats a viewer may know. */
export type Sight = "names" | "roles" | "officers" | "none";

/**
 * Names: whoever speaks at the table, its office, an administrator. At a sensitive table nobody else knows anything of persons;
 * elsewhere whoever is signed in knows the roles, and the public those of the officers of public bodies.
 */
export function sightOfPersons(actor: Actor | null, table: TableFacts, standing: At): Sight {
  const inside = speaksAs(standing, "coordinator", "secretary", "member", "observer");
  if (actor && (inside || actor.administrator || ownerOffice(actor, table))) return "names";
  if (table.sensitive) return "none";
  return actor ? "roles" : "officers";
}
