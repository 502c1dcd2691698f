// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Actor, can, type Capacity, type Power } from "~/identity";
import { allow, no, yes } from "~/web/policy";
import { isCityOffice, isPublicBody } from "./categories";

type Body = { id: string; kind: string; closedAt: Date | null };

/** Powers of the city's offices: only an administrator gives them, and only to an office of the Comune. */
export const officePowers: readonly Power[] = ["manage_plan", "manage_procedures", "manage_tables", "manage_registry"];

const keepsRegistry = (actor: Actor) => actor.administrator || can(actor, "manage_registry");
const managesOwn = (actor: Actor, body: { id: string }) =>
  actor.organisationId === body.id && can(actor, "manage_members");

/** Who keeps the registry: imports lists, checks enrolments, answers who asks to speak for a body. */
export const keepRegistry = allow((actor) => (keepsRegistry(actor) ? yes() : no("registry.policy.onlyRegistryKeeps")));

/** Who may enter a new body in the registry. */
export const register = allow((actor) => (keepsRegistry(actor) ? yes() : no("registry.policy.onlyRegistry")));

/** Kinds of bodies that have no register of their own: nothing about them could be checked elsewhere. */
const unregistered = ["informal_group", "other_nonprofit", "religious_body", "company"];

/** Who may enter a body that only its neighbourhood knows: the registry, and offices that manage tables (the Municipi, city's plan 4.2). */
export const registerLocal = allow((actor, body: { kind: string }) => {
  if (keepsRegistry(actor)) return yes();
  if (!can(actor, "manage_tables")) return no("registry.policy.onlyRegistry");
  return unregistered.includes(body.kind) ? yes() : no("registry.policy.onlyLocalKinds");
});

/** Who may change what is recorded of a body: the registry, or whoever manages the body's own data. */
export const update = allow((actor, body: Body) => {
  if (body.closedAt) return no("registry.policy.closed");
  return keepsRegistry(actor) || managesOwn(actor, body) ? yes() : no("registry.policy.notYourBody");
});

/** What a body is (kind, category, enrolment) is changed by the registry, not by the body itself. */
export const reclassify = allow((actor) => (keepsRegistry(actor) ? yes() : no("registry.policy.onlyRegistryReclassifies")));

/** Who may see the persons of a body by name: the registry and the body's own people. */
export const seePeople = allow((actor, body: { id: string }) =>
  keepsRegistry(actor) || actor.organisationId === body.id ? yes() : no("registry.policy.peopleOfOthers"),
);

/** Whether anybody may see by which roles the body is represented: officers of public bodies, never people of an ETS. */
export function rolesArePublic(body: { kind: string }): boolean {
  return isPublicBody(body.kind);
}

/** Who may tie a person to a body, and with which powers. Nobody gives a power that they do not hold themselves. */
export const affiliate = allow((actor, body: Body, given: { capacity: Capacity; powers: readonly Power[] }) => {
  if (body.closedAt) return no("registry.policy.closed");
  if (given.capacity === "platform_administrator" || given.capacity === "guest") return no("registry.policy.notACapacityOfBodies");
  const office = given.powers.some((power) => officePowers.includes(power));
  if (office && !isCityOffice(body.kind)) return no("registry.policy.onlyForOffices");
  if (actor.administrator) return yes();
  if (office) return no("registry.policy.onlyAdministratorGivesOffice");
  if (can(actor, "manage_registry")) return yes();
  if (!managesOwn(actor, body)) return no("registry.policy.notYourBody");
  const beyond = given.powers.find((power) => !can(actor, power));
  return beyond ? no("registry.policy.beyondYourPowers") : yes();
});

/** Who may attach the act on which an affiliation rests: the registry and whoever manages the body. */
export const attachDelegation = allow((actor, body: Body) => {
  if (body.closedAt) return no("registry.policy.closed");
  return keepsRegistry(actor) || managesOwn(actor, body) ? yes() : no("registry.policy.notYourBody");
});

/** Who may end an affiliation: the registry, whoever manages the body, and the person themselves. */
export const endAffiliation = allow((actor, held: { organisationId: string; personId: string }) =>
  keepsRegistry(actor) || managesOwn(actor, { id: held.organisationId }) || actor.personId === held.personId
    ? yes()
    : no("registry.policy.notYourBody"),
);

/**
 * Who answers a request to speak for a body: the registry, and for a body that is there whoever manages its people. Nobody answers their own.
 */
export const answerClaim = allow((actor, claim: { organisationId: string | null; personId?: string }) => {
  if (claim.personId === actor.personId) return no("registry.policy.ownClaim");
  if (keepsRegistry(actor)) return yes();
  return claim.organisationId !== null && managesOwn(actor, { id: claim.organisationId }) ? yes() : no("registry.policy.notYourBody");
});

/** Who takes a request back: whoever made it. */
export const withdrawClaim = allow((actor, claim: { personId: string }) => (actor.personId === claim.personId ? yes() : no("registry.policy.notYourClaim")));

/** Who says how a body is reached and to which networks it belongs: the registry and whoever manages the body. */
export const keepContacts = allow((actor, body: Body) => {
  if (body.closedAt) return no("registry.policy.closed");
  return keepsRegistry(actor) || managesOwn(actor, body) ? yes() : no("registry.policy.notYourBody");
});

/** Who enters and ends the members of a network: the registry and whoever manages the network. A body cannot enrol itself in another's. */
export const keepNetwork = allow((actor, network: Body) => {
  if (network.closedAt) return no("registry.policy.closed");
  return keepsRegistry(actor) || managesOwn(actor, network) ? yes() : no("registry.policy.notYourNetwork");
});

/** Who may read what a body has in the register of interests: the body itself, and the registry. Who coordinates its tables reads what is in force. */
export const readInterests = allow((actor, body: { id: string }) => (keepsRegistry(actor) || actor.organisationId === body.id ? yes() : no("registry.policy.interestsOfOthers")));

/** Who may declare an interest of a body, or of themselves as its voice: whoever speaks for it or manages it. */
export const declareInterest = allow((actor, body: Body) => {
  if (body.closedAt) return no("registry.policy.closed");
  return actor.organisationId === body.id && (can(actor, "speak") || can(actor, "manage_members")) ? yes() : no("registry.policy.notYourBody");
});
