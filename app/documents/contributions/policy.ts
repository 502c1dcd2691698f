// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who may say what about a document, and why not. A text that one may not see is `missing` before anything is asked here. */
import { type Actor, can } from "~/identity";
import { allow, type Decision, no, yes } from "~/web/policy";
import type { DocumentState } from "../document";
import { accessTo, type Guarded, mayGovern, type Position } from "../policy";

export type Discussed = Guarded & { state: DocumentState };
type Author = { personId: string; organisationId: string };

/**
 * To comment: whoever sees the text and has a voice. At a table the persons who hold a mandate, observers too; among
 * bodies those who may write or speak; on a public text in consultation any body, through who may speak for it.
 */
export const mayComment = allow((actor, document: Discussed, position: Position) => {
  if (document.closedAt || document.state === "approved" || document.state === "superseded") return no("contributions.no.over");
  return voiceOf(actor, document, position);
});

/** To reopen a talk and to answer in it: whoever may comment. */
export const mayReply = mayComment;

/** To close a talk: who may write the text, or the body that began it. */
export const mayResolve = allow((actor, document: Discussed, position: Position, thread: Author) => {
  const comment = mayComment(actor, document, position);
  if (!comment.ok) return comment;
  const own = thread.organisationId === actor.organisationId;
  return own || accessTo(actor, document, position).access === "write" ? yes() : no("contributions.no.resolve");
});

/** To correct or withdraw what was said: only who said it, for the same body, while it can still be discussed. */
export const mayChangeComment = allow((actor, document: Discussed, position: Position, comment: Author & { withdrawnAt: Date | null }, thread: { resolvedAt: Date | null }) => {
  if (comment.withdrawnAt) return no("contributions.no.withdrawn");
  if (!isAuthor(actor, comment)) return no("contributions.no.notYours");
  if (thread.resolvedAt) return no("contributions.no.resolved");
  return mayComment(actor, document, position);
});

/** Formal observations: whoever may comment, until the term of the consultation. */
export const mayObserve = allow((actor, document: Discussed, position: Position) =>
  position.termPassed && accessTo(actor, document, position).access !== "write" ? no("documents.access.termPassed") : mayComment(actor, document, position),
);

/** The position of a body is said by who may speak for it, and sits there or was invited; observers have none. */
export const mayTakePosition = allow((actor, document: Discussed, position: Position) => {
  const comment = mayObserve(actor, document, position);
  if (!comment.ok) return comment;
  if (position.standing === null && position.grant === null) return no("contributions.no.notInvited");
  if (position.standing?.role === "observer") return no("contributions.no.observerPosition");
  return can(actor, "speak") ? yes() : no("contributions.no.speakPower");
});

/** To answer: who may write the text now; what one's own body contributed is answered by others, or by who leads the table. */
export const mayAnswer = allow((actor, document: Discussed, position: Position, contribution: { organisationId: string }) => {
  const access = accessTo(actor, document, position);
  if (access.access !== "write") return no(access.because);
  return contribution.organisationId !== actor.organisationId || mayGovern(actor, document, position).ok ? yes() : no("contributions.no.ownAnswer");
});

/** To take back a suggestion or an observation: the body that made it, while nobody has answered and the text is open. */
export const mayWithdrawContribution = allow((actor, document: Discussed, position: Position, contribution: { organisationId: string; standing: string }) => {
  if (contribution.organisationId !== actor.organisationId) return no("contributions.no.otherBody");
  if (contribution.standing !== "open") return no("contributions.answer.already");
  if (document.lockedAt) return no(document.lockedReason ?? "documents.access.locked");
  return mayComment(actor, document, position);
});

/** Only the same person speaking for the same body is the author. */
export function isAuthor(actor: Actor, { personId, organisationId }: Author): boolean {
  return actor.personId === personId && actor.organisationId === organisationId;
}

/** Whether the actor can be heard on this text at all. */
export function voiceOf(actor: Actor, document: Discussed, { standing, grant }: Position): Decision {
  if (!actor.organisationId) return no("contributions.no.body");
  const opened = document.visibility === "public" && document.state === "consultation" && can(actor, "speak") ? yes() : null;
  if (document.scopeKind === "organisations") {
    if (!grant) return opened ?? no("contributions.no.notInvited");
    return can(actor, "write") || can(actor, "speak") ? yes() : no("contributions.no.power");
  }
  if (!standing) return opened ?? no("contributions.no.notInvited");
  if (standing.mandate === "ended") return no("documents.access.mandateEnded");
  if (standing.mandate === "none") return no("documents.access.noMandate");
  return yes();
}
