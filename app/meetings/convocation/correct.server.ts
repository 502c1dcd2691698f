// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { meetings } from "~db/meetings/schema";
import { findMeeting, type MeetingRow } from "../find-meeting.server";
import { columnsOf, MeetingInput, stateOf } from "../meeting";
import { convene } from "../policy";
import { CancelInput, CorrectInput } from "./call";
import { assertInTime, noticePeriod } from "./notice-period.server";
import { sendCall } from "./send-call.server";

async function change(db: Db, id: string, revision: number, columns: Partial<typeof meetings.$inferInsert>): Promise<MeetingRow> {
  const row = one(await db.update(meetings).set({ ...columns, revision: revision + 1 }).where(and(eq(meetings.id, id), eq(meetings.revision, revision))).returning());
  if (!row) throw problem("conflict", { because: "meetings.changedMeanwhile" });
  return row;
}

/** Changes a meeting that nobody was called to yet. */
export async function changeDraft(ctx: Ctx, meetingId: string, form: FormData | (z.input<typeof MeetingInput> & { revision: number })): Promise<void> {
  const { meeting: seen, table, standing } = await findMeeting(ctx, meetingId);
  enforce(convene(ctx.actor, table, standing));
  if (!["draft", "announced"].includes(stateOf(seen))) throw problem("conflict", { because: "meetings.correct.convened" });
  const fields = columnsOf(parse(MeetingInput, form));
  if (fields.startsAt <= ctx.now) throw problem("invalid", { fields: { startsAt: "meetings.when.past" } });
  const revision = Number(form instanceof FormData ? form.get("revision") : form.revision);
  await ctx.db.tx(async (db) => {
    // an announced date is in people's calendars: its change must replace the entry
    const sequence = seen.announcedAt ? seen.sequence + 1 : seen.sequence;
    await change(db, meetingId, revision, { ...fields, changedAt: ctx.now, sequence });
    await record(db, ctx, { act: "meeting.changed", subject: { kind: "table", id: table.id }, data: { meetingId, tableId: table.id, startsAt: fields.startsAt } });
  });
}

/**
 * Corrects a convened meeting (date, place, agenda) and tells it again to everybody who had been called and who is called now. A new date
 * needs its notice period, as a convocation does.
 */
export async function correctMeeting(ctx: Ctx, meetingId: string, form: FormData | z.input<typeof CorrectInput>): Promise<void> {
  const { meeting: seen, table, standing } = await findMeeting(ctx, meetingId);
  enforce(convene(ctx.actor, table, standing));
  if (stateOf(seen) !== "convened") throw problem("conflict", { because: "meetings.correct.notConvened" });
  const { revision, reason, urgentReason, ...input } = parse(CorrectInput, form);
  const fields = columnsOf(input);
  if (fields.startsAt <= ctx.now) throw problem("invalid", { fields: { startsAt: "meetings.when.past" } });
  if (fields.mode !== "in_person" && !fields.link) throw problem("invalid", { fields: { link: "meetings.convene.linkNeeded" } });
  const moved = fields.startsAt.getTime() !== seen.startsAt.getTime();
  const notice = await noticePeriod(ctx, table.id, fields.startsAt);
  if (moved) assertInTime(ctx, notice, urgentReason);
  await ctx.db.tx(async (db) => {
    const meeting = await change(db, meetingId, revision, { ...fields, changedAt: ctx.now, sequence: seen.sequence + 1 });
    await sendCall(db, ctx, meeting, table, { kind: "correction", notice, reason, urgentReason: moved && notice.judgement === "urgent" ? urgentReason : null });
  });
}

/** Cancels a meeting that has not begun, with a reason; whoever had been called is told. What was announced stays readable as cancelled. */
export async function cancelMeeting(ctx: Ctx, meetingId: string, form: FormData | z.input<typeof CancelInput>): Promise<void> {
  const { meeting: seen, table, standing } = await findMeeting(ctx, meetingId);
  enforce(convene(ctx.actor, table, standing));
  if (!["draft", "announced", "convened"].includes(stateOf(seen))) throw problem("conflict", { because: "meetings.cancel.tooLate" });
  const { reason } = parse(CancelInput, form);
  const notice = await noticePeriod(ctx, table.id, seen.startsAt);
  await ctx.db.tx(async (db) => {
    const meeting = await change(db, meetingId, seen.revision, { cancelledAt: ctx.now, cancelledReason: reason, changedAt: ctx.now, sequence: seen.sequence + 1 });
    if (seen.convenedAt) await sendCall(db, ctx, meeting, table, { kind: "cancellation", notice, reason, urgentReason: null });
    else await record(db, ctx, { act: "meeting.withdrawn", subject: { kind: "table", id: table.id }, data: { meetingId, tableId: table.id } });
  });
}

/** Puts the date of a draft in the calendar that members and public read. */
export async function announceMeeting(ctx: Ctx, meetingId: string): Promise<void> {
  const { meeting: seen, table, standing } = await findMeeting(ctx, meetingId);
  enforce(convene(ctx.actor, table, standing));
  if (stateOf(seen) !== "draft") throw problem("conflict", { because: "meetings.announce.already" });
  await ctx.db.tx(async (db) => {
    await change(db, meetingId, seen.revision, { announcedAt: ctx.now, changedAt: ctx.now });
    await record(db, ctx, { act: "meeting.announced", subject: { kind: "table", id: table.id }, data: { meetingId, tableId: table.id, startsAt: seen.startsAt } });
  });
}
