// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Actor, can } from "~/identity";
import { allow, type Decision, no, yes } from "~/web/policy";
import type { Standing } from "~/tables/index.server";

/** What a policy must know of the table that meets. */
export type TableFacts = { ownerOrganisationId: string | null; closedAt: Date | null; sensitive: boolean };
type At = Standing | null;

function speaksAs(standing: At, ...roles: Standing["role"][]): boolean {
  return standing !== null && (standing.mandate === "titular" || standing.mandate === "deputy") && roles.includes(standing.role);
}

/** The office of the Comune that answers for the table: with no owner named, any office that manages tables. */
function ownerOffice(actor: Actor, table: TableFacts): boolean {
  return can(actor, "manage_tables") && (table.ownerOrganisationId === null || table.ownerOrganisationId === actor.organisationId);
}

function refusal(standing: At, because: string): Decision {
  return no(standing?.mandate === "ended" ? "meetings.policy.mandateEnded" : because);
}

/**
 * Who may plan, convene, correct, cancel and run the meetings of a table: its coordination, its secretariat, the office that answers for it.
 * Not the administrator of the platform, who runs the software and convenes nobody.
 */
export const convene = allow((actor, table: TableFacts, standing: At) => {
  if (table.closedAt) return no("meetings.policy.tableClosed");
  if (ownerOffice(actor, table) || speaksAs(standing, "coordinator", "secretary")) return yes();
  return refusal(standing, "meetings.policy.onlyCoordination");
});

/** Who reads a meeting as its members do (agenda with documents, remote room, who is called): whoever speaks there, its office, an administrator. */
export function isInside(actor: Actor | null, table: TableFacts, standing: At): boolean {
  if (!actor) return false;
  return actor.administrator || ownerOffice(actor, table) || speaksAs(standing, "coordinator", "secretary", "member", "observer");
}

/** Who may ask for a point on the agenda: whoever speaks at the table, observers included: to be heard is not to decide. */
export const propose = allow((actor, table: TableFacts, standing: At) => {
  if (table.closedAt) return no("meetings.policy.tableClosed");
  if (speaksAs(standing, "coordinator", "secretary", "member", "observer") && can(actor, "speak")) return yes();
  return refusal(standing, "meetings.policy.onlyWhoSpeaks");
});

/** Who may answer a convocation for a seat: whoever speaks from it. */
export const reply = propose;

/** Who may see whom a convocation was sent to and whether it left: who convenes; an administrator, who tends the post. */
export const readProof = allow((actor, table: TableFacts, standing: At) => {
  if (actor.administrator || ownerOffice(actor, table) || speaksAs(standing, "coordinator", "secretary")) return yes();
  return refusal(standing, "meetings.policy.onlyCoordination");
});

/** Who may keep the door: the same who convene. */
const keepsDoor = (actor: Actor, table: TableFacts, standing: At) => convene(actor, table, standing);

/**
 * Who may record an arrival: for themselves, whoever has or had a mandate at the table (an ended one lets in an observer); for others, who keeps
 * the door.
 */
export const arrive = allow((actor, table: TableFacts, standing: At, own: boolean) => {
  if (own) return standing && standing.mandate !== "none" ? yes() : no("meetings.policy.noMandateHere");
  return keepsDoor(actor, table, standing);
});

/** Who may record that somebody leaves: the person, or who keeps the door. */
export const leave = allow((actor, table: TableFacts, standing: At, own: boolean) => (own ? yes() : keepsDoor(actor, table, standing)));

/** Who may extend an ended mandate for a session: who keeps the door, and never their own. */
export const extend = allow((actor, table: TableFacts, standing: At, own: boolean) => (own ? no("meetings.policy.notYourOwn") : keepsDoor(actor, table, standing)));
