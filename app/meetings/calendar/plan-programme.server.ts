// SPDX-License-Identifier: AGPL-3.0-or-later
import { DateTime } from "luxon";
import { record } from "~/journal/index.server";
import { findTable, standingAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { ROME } from "~/web/time";
import { afterFreeWorkingDays } from "~/web/working-days.server";
import { newId } from "~db/id";
import { meetingSeries } from "~db/meetings/schema";
import { columnsOf, MeetingInput } from "../meeting";
import { writeMeeting } from "../plan-meeting.server";
import { convene } from "../policy";
import { datesOf, Recurrence } from "./recurrence";

/**
 * Plans the sessions of a table through the year in one act: each date goes in the calendar, to be convened in its time. A date that falls on a
 * Saturday, a Sunday or a public holiday goes to the next working day. Returns how many were planned.
 */
export async function planProgramme(ctx: Ctx, tableSlug: string, form: FormData | Record<string, unknown>): Promise<{ count: number }> {
  const { personId, organisationId } = signedIn(ctx);
  const table = await findTable(ctx, tableSlug);
  enforce(convene(ctx.actor, table, await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now)));
  const input = parse(MeetingInput, form);
  const recurrence = parse(Recurrence, form);
  if (input.startsAt <= ctx.now) throw problem("invalid", { fields: { startsAt: "meetings.when.past" } });
  const dates = datesOf(input.startsAt, recurrence).map(onWorkingDay);
  await ctx.db.tx(async (db) => {
    const seriesId = newId();
    await db.insert(meetingSeries).values({ id: seriesId, tableId: table.id, recurrence, createdAt: ctx.now, byPersonId: personId, byOrganisationId: organisationId });
    for (const startsAt of dates) await writeMeeting(db, ctx, { tableId: table.id, seriesId, ...columnsOf({ ...input, startsAt }), announcedAt: ctx.now });
    await record(db, ctx, { act: "meeting.announced", subject: { kind: "table", id: table.id }, data: { tableId: table.id, seriesId, count: dates.length } });
  });
  return { count: dates.length };
}

/** The same hour of Italy on the day itself when offices work, else on the next day that they do. */
function onWorkingDay(date: Date): Date {
  const wanted = DateTime.fromJSDate(date, { zone: ROME });
  const day = DateTime.fromJSDate(afterFreeWorkingDays(wanted.minus({ days: 1 }).toJSDate(), 0), { zone: ROME });
  return day.set({ hour: wanted.hour, minute: wanted.minute }).toJSDate();
}
