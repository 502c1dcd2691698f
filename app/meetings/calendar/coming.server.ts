// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { listMeetings, type MeetingFilter } from "../list-meetings.server";
import { lineOf, type MeetingLine } from "../view-meeting.server";
import { insideOf, tablesOfPerson } from "./inside-tables.server";

async function coming(ctx: Ctx, filter: MeetingFilter): Promise<MeetingLine[]> {
  const inside = await insideOf(ctx);
  return (await listMeetings(ctx, { after: ctx.now, ...filter })).map((each) => lineOf(ctx, each, inside(each.table)));
}

/** The next meetings at the tables where a person speaks. */
export async function comingFor(ctx: Ctx, personId: string, limit: number): Promise<MeetingLine[]> {
  return coming(ctx, { tableIds: await tablesOfPerson(ctx, personId), limit });
}

/** The next meetings of a table, as the viewer may know them. */
export function comingOfTable(ctx: Ctx, tableId: string, limit: number): Promise<MeetingLine[]> {
  return coming(ctx, { tableIds: [tableId], limit });
}

/** The next meetings of all tables as anybody may know them. */
export function comingToAll(ctx: Ctx, limit: number): Promise<MeetingLine[]> {
  return coming({ ...ctx, actor: null }, { held: true, limit });
}
