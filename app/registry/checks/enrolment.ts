// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * How a body stands in the RUNTS, and what follows. Enrolment is constitutive (art. 4 c. 1 CTS): a body that is not enrolled is not a body
 * of the third sector, whatever its name says. What it did while it was enrolled stays valid.
 */
export const enrolments = ["enrolled", "pending", "cancelled", "not_found"] as const;
export type Enrolment = (typeof enrolments)[number];

/** What must be known of a body to tell how it stands. */
export type BodyStanding = { kind: string; enrolment: Enrolment | null; enrolmentFrom: Date | null };

/** Bodies are looked up again after half a year, the rhythm at which they must update their own data. */
const CHECK_EVERY_DAYS = 180;

/** The standing that others must be warned of; null when there is nothing to say. */
export function enrolmentWarning(body: BodyStanding): { outcome: "cancelled" | "not_found"; from: Date | null } | null {
  if (body.kind !== "ets" || (body.enrolment !== "cancelled" && body.enrolment !== "not_found")) return null;
  return { outcome: body.enrolment, from: body.enrolmentFrom };
}

/** Whether a body counted as enrolled at an instant, as far as is known; true for bodies that need not be. */
export function wasEnrolled(body: BodyStanding, at: Date): boolean {
  if (body.kind !== "ets") return true;
  if (body.enrolment === "cancelled" || body.enrolment === "not_found") return body.enrolmentFrom !== null && at < body.enrolmentFrom;
  return body.enrolment !== "pending";
}

/** When a body has to be looked up again. A body never looked up is due since it was entered. */
export function checkDue(body: { checkedAt: Date | null; createdAt: Date }): Date {
  return body.checkedAt ? new Date(body.checkedAt.getTime() + CHECK_EVERY_DAYS * 86_400_000) : body.createdAt;
}
