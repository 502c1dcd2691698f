// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, lte } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import { enrolmentWarning } from "~/registry";
import { type SeatAt, seatsAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { newId } from "~db/id";
import { persons } from "~db/identity/schema";
import { accessNeeds, attendanceReplies, meetings } from "~db/meetings/schema";
import { findMeeting } from "../find-meeting.server";
import { stateOf } from "../meeting";
import { reply as mayReply } from "../policy";

const ReplyInput = z.object({
  answer: z.enum(["coming", "deputy", "absent"], { message: "meetings.reply.choose" }),
  note: z.string().trim().max(500, "web.field.tooLong").optional().transform((text) => text || null),
});
const NeedsInput = z.object({ needs: z.string().trim().max(1000, "web.field.tooLong") });

/** How long after a session what people need to take part is kept (domain reference 4.2). */
const KEEP_NEEDS_MS = 30 * 86_400_000;

/** Answers a convocation for the seat that the actor speaks from. Until the session begins the last answer holds. */
export async function answerCall(ctx: Ctx, meetingId: string, form: FormData | z.input<typeof ReplyInput>): Promise<void> {
  const { personId } = signedIn(ctx);
  const { meeting, table, standing } = await findMeeting(ctx, meetingId);
  enforce(mayReply(ctx.actor, table, standing));
  if (stateOf(meeting) !== "convened" || meeting.endsAt <= ctx.now || !standing) throw problem("conflict", { because: "meetings.reply.tooLate" });
  const { answer, note } = parse(ReplyInput, form);
  const { seatId } = standing;
  await ctx.db.tx(async (db) => {
    const values = { personId, answer, note, at: ctx.now };
    await db
      .insert(attendanceReplies)
      .values({ id: newId(), meetingId, seatId, ...values })
      .onConflictDoUpdate({ target: [attendanceReplies.meetingId, attendanceReplies.seatId], set: values });
    await record(db, ctx, { act: "call.answered", subject: { kind: "table", id: table.id }, data: { meetingId, tableId: table.id, seatId, answer } });
  });
}

type Enrolled = { kind: string; enrolment: SeatAt["enrolment"]; enrolmentFrom: Date | null };
export type SeatReply = { seatId: string; body: string; role: string; answer: "coming" | "deputy" | "absent" | null; note: string | null; own: boolean; enrolled: Enrolled };

/** What the seats called to a meeting answered, for who is inside; the notes only for the convenor and for one's own seat. */
export async function repliesTo(ctx: Ctx, meetingId: string): Promise<SeatReply[]> {
  const { meeting, table, inside, convenor, standing } = await findMeeting(ctx, meetingId);
  if (!inside) return [];
  const replies = await ctx.db.read.select().from(attendanceReplies).where(eq(attendanceReplies.meetingId, meetingId));
  return (await seatsAt(ctx.db.read, table.id, meeting.startsAt)).map(({ seatId, organisationName, role, organisationKind: kind, enrolment, enrolmentFrom }) => {
    const found = replies.find((row) => row.seatId === seatId);
    const own = standing?.seatId === seatId;
    return { seatId, enrolled: { kind, enrolment, enrolmentFrom }, body: organisationName, role, answer: found?.answer ?? null, note: convenor || own ? (found?.note ?? null) : null, own };
  });
}

/**
 * Says what the actor needs in order to take part; nothing takes it back. Kept apart, and not in the journal: it may tell of their health and
 * has to go 30 days after the session.
 */
export async function askNeeds(ctx: Ctx, meetingId: string, form: FormData | z.input<typeof NeedsInput>): Promise<void> {
  const { personId } = signedIn(ctx);
  const { meeting, table, standing } = await findMeeting(ctx, meetingId);
  enforce(mayReply(ctx.actor, table, standing));
  if (!["announced", "convened"].includes(stateOf(meeting))) throw problem("conflict", { because: "meetings.reply.tooLate" });
  const { needs } = parse(NeedsInput, form);
  await ctx.db.tx(async (db) => {
    await db.delete(accessNeeds).where(and(eq(accessNeeds.meetingId, meetingId), eq(accessNeeds.personId, personId)));
    if (needs) await db.insert(accessNeeds).values({ id: newId(), meetingId, personId, needs, askedAt: ctx.now });
  });
}

/** What people need at a meeting: for the convenor only. Others read their own (`ownNeeds`). */
export async function needsFor(ctx: Ctx, meetingId: string): Promise<{ id: string; person: string; needs: string }[]> {
  const { convenor } = await findMeeting(ctx, meetingId);
  if (!convenor) return [];
  return ctx.db.read
    .select({ id: accessNeeds.id, person: persons.label, needs: accessNeeds.needs })
    .from(accessNeeds)
    .innerJoin(persons, eq(persons.id, accessNeeds.personId))
    .where(eq(accessNeeds.meetingId, meetingId));
}

/** What the viewer said they need. */
export async function ownNeeds(ctx: Ctx, meetingId: string): Promise<string> {
  const row = one(await ctx.db.read.select().from(accessNeeds).where(and(eq(accessNeeds.meetingId, meetingId), eq(accessNeeds.personId, ctx.actor?.personId ?? ""))));
  return row?.needs ?? "";
}

/** Deletes what people needed at sessions that ended more than 30 days ago, and says how many rows went. */
export async function forgetNeeds(ctx: Pick<Ctx, "db" | "now">): Promise<number> {
  const over = new Date(ctx.now.getTime() - KEEP_NEEDS_MS);
  return ctx.db.tx(async (db) => {
    const ended = await db.select({ id: accessNeeds.id }).from(accessNeeds).innerJoin(meetings, eq(meetings.id, accessNeeds.meetingId)).where(lte(meetings.endsAt, over));
    for (const { id } of ended) await db.delete(accessNeeds).where(eq(accessNeeds.id, id));
    return ended.length;
  });
}

/** Bodies called that have lost their enrolment in the RUNTS, by seat: who convenes is warned. */
export async function notEnrolledAt(ctx: Pick<Ctx, "db">, tableId: string, day: Date): Promise<Record<string, Enrolled>> {
  const seated = await seatsAt(ctx.db.read, tableId, day);
  const out = seated.map(({ seatId, organisationKind: kind, enrolment, enrolmentFrom }) => [seatId, { kind, enrolment, enrolmentFrom }] as const).filter(([, body]) => enrolmentWarning(body));
  return Object.fromEntries(out);
}
