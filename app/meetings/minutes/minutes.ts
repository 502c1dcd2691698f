// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The cycle of the minutes (domain reference 2.10): written, circulated to those who were there, approved by an act or because the term
 * passed without contest, sealed, published whole, in extract or not at all. What is contested is annexed, never erased.
 */
import { DateTime } from "luxon";
import { z } from "zod";
import { ROME } from "~/web/time";

/** The domain that governs the documents of minutes: a message key. */
export const GOVERNOR = "meetings.minutes.governed";
/** Why their text stands still from the circulation on. */
export const LOCKED = "meetings.minutes.locked";

export const minutesStates = ["writing", "circulated", "approved", "sealed", "published"] as const;
export type MinutesState = (typeof minutesStates)[number];

type Instants = { circulatedAt: Date | null; approvedAt: Date | null; sealedAt: Date | null; publishedAt: Date | null };

/** Where minutes are on their way. */
export function minutesState({ circulatedAt, approvedAt, sealedAt, publishedAt }: Instants): MinutesState {
  if (publishedAt) return "published";
  if (sealedAt) return "sealed";
  if (approvedAt) return "approved";
  return circulatedAt ? "circulated" : "writing";
}

/** Whether those who were there may still ask to amend. */
export function isAmendable(minutes: Instants & { amendableUntil: Date | null }, now: Date): boolean {
  return minutesState(minutes) === "circulated" && minutes.amendableUntil !== null && now < minutes.amendableUntil;
}

/** The end of the term: so many whole calendar days after the day of circulation, which does not count (art. 2963 c.c.). */
export function endOfTerm(circulatedAt: Date, days: number): Date {
  return DateTime.fromJSDate(circulatedAt, { zone: ROME }).startOf("day").plus({ days: days + 1 }).toJSDate();
}

export type Amendment = { outcome: "accepted" | "annexed" | "withdrawn" | null };

/** Whether anything still contests the minutes: they are then approved by an act, not by silence. */
export function isContested(amendments: readonly Amendment[]): boolean {
  return amendments.some(({ outcome }) => outcome === null || outcome === "annexed");
}

const words = (least: number, says: string) => z.string().trim().min(least, says).max(3000, "web.field.tooLong");

export const AmendmentInput = z.object({
  agendaItemId: z.string().optional().transform((id) => id || null),
  text: words(5, "meetings.minutes.amend.textNeeded"),
  reason: words(5, "meetings.minutes.amend.reasonNeeded"),
});

export const AnswerInput = z
  .object({ amendmentId: z.string().min(1), outcome: z.enum(["accepted", "annexed"], { message: "meetings.minutes.answer.outcomeNeeded" }), answer: z.string().trim().max(3000, "web.field.tooLong").default("") })
  .refine(({ outcome, answer }) => outcome === "accepted" || answer.length >= 5, { path: ["answer"], message: "meetings.minutes.answer.reasonNeeded" });

export const ReasonInput = z.object({ reason: words(5, "meetings.minutes.reasonNeeded") });

export const ApproveInput = z.object({
  /** The session that approves them. */
  meetingId: z.string().optional().transform((id) => id || null),
});

export const publications = ["full", "extract", "none"] as const;
export type Publication = (typeof publications)[number];

export const PublishInput = z.object({
  publication: z.enum(publications, { message: "meetings.minutes.publish.choose" }),
  reason: words(5, "meetings.minutes.reasonNeeded"),
  /** Somebody has looked at what the detector found. */
  reviewed: z.union([z.literal("on").transform(() => true), z.boolean()]).optional().transform(Boolean),
});
