// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, lte, type SQL } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { meetings } from "~db/meetings/schema";
import { workingTables } from "~db/tables/schema";
import { type MeetingRow, type TableRow, visibleMeetings } from "./find-meeting.server";

export type ListedMeeting = { meeting: MeetingRow; table: TableRow };
export type MeetingFilter = {
  /** Only these tables. */
  tableIds?: readonly string[] | undefined;
  /** Beginning in [from, to). */
  from?: Date | undefined;
  to?: Date | undefined;
  /** Not ended by this instant: what goes on now is still to come. */
  after?: Date | undefined;
  /** Ended by this instant. */
  endedBy?: Date | undefined;
  /** Leaves out what was cancelled. */
  held?: boolean;
  order?: "asc" | "desc";
  limit?: number;
};

/** Meetings within the viewer's sight, in the order of their beginning. */
export async function listMeetings(ctx: Pick<Ctx, "db" | "actor" | "now">, filter: MeetingFilter): Promise<ListedMeeting[]> {
  const { tableIds, from, to, after, endedBy, held, order = "asc", limit = 500 } = filter;
  const conditions: (SQL | undefined)[] = [
    visibleMeetings(ctx),
    tableIds ? inArray(meetings.tableId, [...tableIds]) : undefined,
    from ? gte(meetings.startsAt, from) : undefined,
    to ? lt(meetings.startsAt, to) : undefined,
    after ? gt(meetings.endsAt, after) : undefined,
    endedBy ? lte(meetings.endsAt, endedBy) : undefined,
    held ? isNull(meetings.cancelledAt) : undefined,
  ];
  return ctx.db.read
    .select({ meeting: meetings, table: workingTables })
    .from(meetings)
    .innerJoin(workingTables, eq(workingTables.id, meetings.tableId))
    .where(and(...conditions))
    .orderBy(order === "asc" ? asc(meetings.startsAt) : desc(meetings.startsAt), asc(meetings.id))
    .limit(limit);
}
