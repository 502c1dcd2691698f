// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import { organisationsByIds } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { signedIn } from "~/web/guard.server";
import { enqueueLetter } from "~/web/letters.server";
import type { Db } from "~db/client.server";
import { newId } from "~db/id";
import { callRecipients, meetingCalls, meetings } from "~db/meetings/schema";
import { agendaRows, documentTitles } from "../agenda/read-agenda.server";
import { calendarOf } from "../calendar/entry.server";
import type { MeetingRow, TableRow } from "../find-meeting.server";
import type { CallContent } from "./call";
import { letterOf } from "./letter.server";
import type { NoticePeriod } from "./notice-period.server";
import { recipientsOf, recipientsOn, together } from "./recipients.server";

export type CallKind = "convocation" | "correction" | "cancellation";

/** What a call sent now would say. */
export async function contentOf(ctx: Pick<Ctx, "db">, db: Db, meeting: MeetingRow): Promise<CallContent> {
  const rows = await agendaRows(db, meeting.id);
  const bodies = await organisationsByIds(ctx, rows.map(({ proposerOrganisationId }) => proposerOrganisationId));
  const titles = await documentTitles(db, rows, meeting);
  const { title, startsAt, endsAt, mode, place } = meeting;
  return {
    title,
    startsAt: startsAt.toISOString(),
    endsAt: endsAt.toISOString(),
    mode,
    place,
    agenda: rows.map((row) => ({ title: row.title, minutes: row.minutes, kind: row.kind, proposer: bodies.get(row.proposerOrganisationId ?? "")?.name ?? null, document: titles.get(row.id) || null })),
  };
}

type Sending = { kind: CallKind; notice: NoticePeriod; reason: string | null; urgentReason: string | null };

/**
 * Writes a call with its recipients and their letters, in the open transaction, after the meeting has its new columns: the letters leave
 * after the commit, each with the calendar entry. One letter per person, also when they speak from two seats.
 */
export async function sendCall(db: Db, ctx: Ctx, meeting: MeetingRow, table: TableRow, { kind, notice, reason, urgentReason }: Sending): Promise<void> {
  const { personId, organisationId } = signedIn(ctx);
  const callId = newId();
  const content = await contentOf(ctx, db, meeting);
  const before = meeting.callId ? await recipientsOf(db, meeting.callId) : [];
  const now = kind === "cancellation" ? [] : await recipientsOn(db, table.id, meeting.startsAt, notice.rules.rules);
  const recipients = together(now, before);
  await db.insert(meetingCalls).values({ id: callId, meetingId: meeting.id, kind, sequence: meeting.sequence, at: ctx.now, freeDays: notice.freeDays, neededDays: notice.neededDays, urgentReason, reason, content, byPersonId: personId, byOrganisationId: organisationId });
  const letters = new Map<string, string>();
  for (const recipient of recipients) {
    const { person, seatId, capacity } = recipient;
    if (person && !letters.has(person.id)) {
      const bodies = recipients.filter((other) => other.person?.id === person.id).map(({ organisationName }) => organisationName);
      const entry = calendarOf([{ meeting, table }], { locale: person.locale, reader: "called", method: kind === "cancellation" ? "cancel" : "publish" });
      const letter = letterOf({ meeting, table, content, kind, reason, urgentReason, bodies: [...new Set(bodies)], person, capacity });
      letters.set(person.id, (await enqueueLetter(db, ctx, { ...letter, attachments: [{ name: "incontro.ics", type: `text/calendar; charset=utf-8; method=${kind === "cancellation" ? "CANCEL" : "PUBLISH"}`, text: entry }] })).id);
    }
    await db.insert(callRecipients).values({ id: newId(), callId, meetingId: meeting.id, seatId, organisationId: recipient.organisationId, personId: person?.id ?? null, capacity, letterId: letters.get(person?.id ?? "") ?? null });
  }
  await db.update(meetings).set({ callId }).where(eq(meetings.id, meeting.id));
  const acts = { convocation: "meeting.convened", correction: "meeting.corrected", cancellation: "meeting.cancelled" } as const;
  await record(db, ctx, { act: acts[kind], subject: { kind: "table", id: table.id }, data: { meetingId: meeting.id, tableId: table.id, callId, startsAt: meeting.startsAt, freeDays: notice.freeDays, urgent: urgentReason !== null } });
}
