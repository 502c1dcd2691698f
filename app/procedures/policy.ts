// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who may do what with procedures and applications, and why not. */
import { type Actor, can } from "~/identity";
import { all, allow, type Decision, no, yes } from "~/web/policy";
import { windowAt } from "./deadline";
import type { State } from "./machine";

export type GuardedProcedure = { organisationId: string; state: State; opensAt: Date | null; closesAt: Date | null };
/** How the body spoken for stands in an application: null when it never did, or no longer does. */
export type Part = { role: "lead" | "partner"; state: "invited" | "accepted" } | null;

/** To begin a procedure in the name of one's own Direzione. */
export const mayStartProcedure = allow((actor) =>
  actor.organisationId && can(actor, "manage_procedures") ? yes() : no("procedures.refusal.notAnOfficer"),
);

/** To lead a procedure: an officer of the Direzione that began it. Administrators of the platform are not officers. */
export const mayManage = allow((actor, procedure: Pick<GuardedProcedure, "organisationId">) => {
  if (actor.organisationId !== procedure.organisationId) return no("procedures.refusal.otherOffice");
  return can(actor, "manage_procedures") ? yes() : no("procedures.refusal.notAnOfficer");
});

/** To begin an application in the name of one's own body, while the notice receives them. */
export const mayApply = allow((actor, procedure: GuardedProcedure, { onlyEts, bodyKind, now }: { onlyEts: boolean; bodyKind: string | null; now: Date }) => {
  if (!actor.organisationId) return no("procedures.refusal.noBody");
  if (actor.organisationId === procedure.organisationId) return no("procedures.refusal.ownNotice");
  return all(mayTakePart(onlyEts, bodyKind), isOpen(procedure, now), can(actor, "write") ? yes() : no("procedures.refusal.cannotWrite"));
});

/** Whether a body of this kind is among those the notice addresses. */
export function mayTakePart(onlyEts: boolean, bodyKind: string | null): Decision {
  return !onlyEts || bodyKind === "ets" ? yes() : no("procedures.refusal.onlyEts");
}

/** Whether applications are received at the instant. */
export function isOpen(procedure: Pick<GuardedProcedure, "state" | "opensAt" | "closesAt">, now: Date): Decision {
  if (procedure.state === "revoked") return no("procedures.refusal.revoked");
  const window = windowAt(procedure, now);
  if (window === "before") return no("procedures.refusal.notYetOpen");
  if (window === "past") return no("procedures.refusal.termPassed");
  return procedure.state === "published" && window === "open" ? yes() : no("procedures.refusal.notPublished");
}

/**
 * To read an application. Partners always. The responsible office once the term has passed and only what was sent.
 * Nobody else, administrators of the platform included. Staff are answered the same whether or not there is
 * anything to read, so that the answer tells nothing.
 */
export function mayReadApplication(
  actor: Actor | null,
  { procedure, part, state, now }: { procedure: GuardedProcedure | null; part: Part; state: ApplicationState; now: Date },
): Decision {
  if (!actor) return no("web.problem.unauthenticated");
  if (part?.state === "accepted") return yes();
  const office = procedure !== null && mayManage(actor, procedure).ok;
  if (office && windowAt(procedure, now) === "past" && state !== "draft") return yes();
  return no(isStaff(actor) ? "procedures.refusal.sealed" : "procedures.refusal.notYourApplication");
}

export type ApplicationState = "draft" | "submitted" | "admitted" | "excluded";

/** People who serve the administration: they get a reasoned refusal where others find nothing. */
export const isStaff = (actor: Actor | null): boolean => can(actor, "manage_procedures") || actor?.administrator === true;

/** To write in an application (lines, invitations): a body that has accepted, while it is a draft. */
export const mayWorkOn = allow((actor, { part, state }: { part: Part; state: ApplicationState }) => {
  if (part?.state !== "accepted") return no("procedures.refusal.notYourApplication");
  if (!can(actor, "write")) return no("procedures.refusal.cannotWrite");
  return state === "draft" ? yes() : no("procedures.refusal.alreadySent");
});

/** To decide who takes part: the lead, while it is a draft. */
export const mayLead = allow((actor, facts: { part: Part; state: ApplicationState }) =>
  all(mayWorkOn(actor, facts), facts.part?.role === "lead" ? yes() : no("procedures.refusal.onlyLead")),
);

/** To answer an invitation in the name of the body that received it. */
export const mayAnswer = allow((actor, { part, state }: { part: Part; state: ApplicationState }) => {
  if (part?.state !== "invited") return no("procedures.refusal.noInvitation");
  if (!can(actor, "write")) return no("procedures.refusal.cannotWrite");
  return state === "draft" ? yes() : no("procedures.refusal.alreadySent");
});

/** To confirm the part of one's own body with its declaration: whoever may declare for it. */
export const mayConfirm = allow((actor, facts: { part: Part; state: ApplicationState }) => {
  if (facts.part?.state !== "accepted") return no("procedures.refusal.notYourApplication");
  if (!can(actor, "declare")) return no("procedures.refusal.cannotDeclare");
  return facts.state === "draft" ? yes() : no("procedures.refusal.alreadySent");
});

/** To send the application, or take it back before the term: who may submit in the name of the lead. */
export const maySubmit = allow((actor, { part }: { part: Part }) => {
  if (part?.state !== "accepted") return no("procedures.refusal.notYourApplication");
  if (part.role !== "lead") return no("procedures.refusal.onlyLeadSubmits");
  return can(actor, "submit") ? yes() : no("procedures.refusal.cannotSubmit");
});
