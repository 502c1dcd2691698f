// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { MeetingInput } from "../meeting";

const words = (most: number) => z.string().trim().max(most, "web.field.tooLong").optional().transform((text) => text || null);

export const ConveneInput = z.object({
  /** The revision of the meeting that the convenor saw. */
  revision: z.coerce.number().int(),
  urgentReason: words(1000),
});

const why = z.string().trim().min(5, "meetings.correct.reasonNeeded").max(1000, "web.field.tooLong");

export const CorrectInput = z.intersection(MeetingInput, z.object({ revision: z.coerce.number().int(), reason: why, urgentReason: words(1000) }));
export const CancelInput = z.object({ reason: why });

/** What a convocation said, kept as it was sent. */
export type CallContent = {
  title: string;
  startsAt: string;
  endsAt: string;
  mode: string;
  place: string | null;
  agenda: { title: string; minutes: number; kind: string; proposer: string | null; document: string | null }[];
};

export type NoticeFacts = { noticeDays: number; urgentDays: number | null };
/** What the notice period says of a convocation sent with so many free working days. */
export type NoticeJudgement = "enough" | "urgent" | "tooLate";

/** Judges the notice period: enough days, enough only for an urgent session with a reason, or too few. */
export function judgeNotice({ noticeDays, urgentDays }: NoticeFacts, freeDays: number): NoticeJudgement {
  if (freeDays >= noticeDays) return "enough";
  return urgentDays !== null && freeDays >= urgentDays ? "urgent" : "tooLate";
}

/** Whether what was sent still says what the meeting and its agenda say. */
export function sameContent(a: CallContent, b: CallContent): boolean {
  return JSON.stringify(ordered(a)) === JSON.stringify(ordered(b));
}

const ordered = ({ title, startsAt, endsAt, mode, place, agenda }: CallContent) => [title, startsAt, endsAt, mode, place, agenda.map((point) => [point.title, point.minutes, point.kind, point.proposer, point.document])];
