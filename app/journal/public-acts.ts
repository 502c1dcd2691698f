// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The acts that anybody may read in the public journal. What is not named here appears there as a reserved act: its
 * fingerprint only. Left out on purpose: accounts and sign-ins, persons and their affiliations, requests not (yet)
 * accepted, what happens inside documents, and everything about single applications.
 */
export const publicActs = [
  "organisation.registered",
  "organisation.changed",
  "network.joined",
  "network.left",
  "table.created",
  "table.changed",
  "table.closed",
  "table.formalised",
  "table.statusResolved",
  "rules.adopted",
  "seat.granted",
  "seat.ended",
  "mandate.given",
  "mandate.ended",
  "join.accepted",
  "meeting.announced",
  "meeting.convened",
  "meeting.corrected",
  "meeting.cancelled",
  "meeting.opened",
  "meeting.closed",
  "plan.imported",
  "objective.followed",
  "objective.unfollowed",
  "action.declared",
  "action.changed",
  "action.withdrawn",
  "guideline.issued",
  "guideline.withdrawn",
  "notice.published",
  "notice.corrected",
  "term.extended",
  "term.closed",
  "procedure.deserted",
  "procedure.revoked",
  "admissibility.opened",
  "admissions.approved",
] as const;

const known = new Set<string>(publicActs);

/** True when the act may be told to anybody. */
export function isPublicAct(act: string): boolean {
  return known.has(act);
}
