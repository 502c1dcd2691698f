// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { standingAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import type { Waiting } from "~/web/waiting";
import { minutes, minutesRecipients } from "~db/meetings/minutes";
import { meetings } from "~db/meetings/schema";
import { seats, workingTables } from "~db/tables/schema";
import { keepRecord } from "../commitments/policy";
import { amendmentsOf } from "./find-minutes.server";
import { isAmendable, minutesState } from "./minutes";

/** On the desk: minutes to read within their term, for who was there; the next step to take, for who keeps the record. */
export async function minutesWaiting(ctx: Ctx): Promise<Waiting[]> {
  const { actor, now } = ctx;
  if (!actor?.organisationId) return [];
  return [...(await toRead(ctx, actor.personId, now)), ...(await toCarryOn(ctx, actor.organisationId))];
}

async function toRead(ctx: Ctx, personId: string, now: Date): Promise<Waiting[]> {
  const rows = await ctx.db.read
    .select({ minutes, meeting: meetings, table: workingTables })
    .from(minutes)
    .innerJoin(meetings, eq(meetings.id, minutes.meetingId))
    .innerJoin(workingTables, eq(workingTables.id, meetings.tableId))
    .where(and(isNotNull(minutes.circulatedAt), isNull(minutes.approvedAt), inArray(minutes.id, ctx.db.read.select({ id: minutesRecipients.minutesId }).from(minutesRecipients).where(eq(minutesRecipients.personId, personId)))));
  return rows
    .filter((row) => isAmendable(row.minutes, now))
    .map((row) => ({ id: `minutes-read-${row.minutes.id}`, says: "meetings.minutes.waiting.read", values: { table: row.table.name }, to: paths.minutes(row.meeting.id), due: row.minutes.amendableUntil && new Date(row.minutes.amendableUntil.getTime() - 1) }));
}

async function toCarryOn(ctx: Ctx, organisationId: string): Promise<Waiting[]> {
  const led = ctx.db.read.select({ id: seats.tableId }).from(seats).where(and(eq(seats.organisationId, organisationId), inArray(seats.role, ["coordinator", "secretary"])));
  const rows = await ctx.db.read
    .select({ minutes, meeting: meetings, table: workingTables })
    .from(minutes)
    .innerJoin(meetings, eq(meetings.id, minutes.meetingId))
    .innerJoin(workingTables, eq(workingTables.id, meetings.tableId))
    .where(and(inArray(meetings.tableId, led), isNull(minutes.publishedAt), isNotNull(meetings.closedAt)));
  const found: Waiting[] = [];
  for (const row of rows) {
    const state = minutesState(row.minutes);
    const open = state === "circulated" && (await amendmentsOf(ctx.db.read, row.minutes.id)).some(({ outcome }) => outcome === null);
    const circulated = open ? "answer" : isAmendable(row.minutes, ctx.now) ? null : "approve";
    const step = state === "writing" ? "circulate" : state === "approved" ? "seal" : state === "sealed" ? "publish" : circulated;
    if (!step || !keepRecord(ctx.actor, row.table, await standingAt(ctx.db.read, ctx.actor, row.table.id, ctx.now)).ok) continue;
    found.push({ id: `minutes-${step}-${row.minutes.id}`, says: `meetings.minutes.waiting.${step}`, values: { table: row.table.name, meeting: row.meeting.title }, to: paths.minutes(row.meeting.id), due: null });
  }
  return found;
}
