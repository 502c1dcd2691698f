// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, desc, eq } from "drizzle-orm";
import type { BodyStanding } from "~/registry";
import { warnedAmong } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { formatInstant } from "~/web/time";
import { one } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { callRecipients, meetingCalls } from "~db/meetings/schema";
import { outbox } from "~db/notices/schema";
import { organisations } from "~db/registry/schema";
import { findMeeting } from "../find-meeting.server";
import { readProof } from "../policy";
import type { CallContent } from "./call";

export type ProofRow = { id: string; body: string; standing: BodyStanding | undefined; person: string | null; capacity: "titular" | "deputy" | null; state: "sent" | "waiting" | "failed" | "nobody"; when: string | null };
export type Proof = { id: string; kind: string; at: string; freeDays: number; neededDays: number; urgentReason: string | null; reason: string | null; by: string | null; content: CallContent; recipients: ProofRow[] };

/** Every call of a meeting, newest first, with whom it was sent to and whether the letter left: for who convenes and for administrators. */
export async function proofOf(ctx: Ctx, meetingId: string): Promise<Proof[]> {
  const { table, standing } = await findMeeting(ctx, meetingId);
  enforce(readProof(ctx.actor, table, standing));
  const db = ctx.db.read;
  const calls = await db
    .select({ call: meetingCalls, by: organisations.name })
    .from(meetingCalls)
    .leftJoin(organisations, eq(organisations.id, meetingCalls.byOrganisationId))
    .where(eq(meetingCalls.meetingId, meetingId))
    .orderBy(desc(meetingCalls.at), desc(meetingCalls.sequence));
  const rows = await db
    .select({ row: callRecipients, body: organisations.name, person: persons.label, sentAt: outbox.sentAt, failedAt: outbox.failedAt })
    .from(callRecipients)
    .innerJoin(organisations, eq(organisations.id, callRecipients.organisationId))
    .leftJoin(persons, eq(persons.id, callRecipients.personId))
    .leftJoin(outbox, eq(outbox.id, callRecipients.letterId))
    .where(eq(callRecipients.meetingId, meetingId))
    .orderBy(asc(organisations.name));
  const warned = await warnedAmong(ctx, rows.map(({ row }) => row.organisationId));
  return calls.map(({ call, by }) => ({
    id: call.id,
    kind: call.kind,
    at: formatInstant(call.at, ctx.locale),
    freeDays: call.freeDays,
    neededDays: call.neededDays,
    urgentReason: call.urgentReason,
    reason: call.reason,
    by,
    content: call.content as CallContent,
    recipients: rows
      .filter(({ row }) => row.callId === call.id)
      .map(({ row, body, person, sentAt, failedAt }): ProofRow => ({
        id: row.id,
        body,
        standing: warned[row.organisationId],
        person,
        capacity: row.capacity,
        state: !row.personId ? "nobody" : sentAt ? "sent" : failedAt ? "failed" : "waiting",
        when: sentAt ? formatInstant(sentAt, ctx.locale) : null,
      })),
  }));
}

/** What the last call said; null before the first. The caller has found the meeting. */
export async function lastContent(ctx: Pick<Ctx, "db">, callId: string | null): Promise<CallContent | null> {
  if (!callId) return null;
  const row = one(await ctx.db.read.select({ content: meetingCalls.content }).from(meetingCalls).where(eq(meetingCalls.id, callId)));
  return (row?.content as CallContent | undefined) ?? null;
}
