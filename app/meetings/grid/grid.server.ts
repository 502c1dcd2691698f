// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, gte, inArray, isNotNull, lt, or, type SQL } from "drizzle-orm";
import { z } from "zod";
import { can } from "~/identity";
import { seatsAt, validAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { parseRomeDay, toRomeDay } from "~/web/time";
import { attendances, callRecipients, meetings } from "~db/meetings/schema";
import { seats, workingTables } from "~db/tables/schema";

/** A table over a period: how many bodies it calls, how often it meets, how many come. Counts only: no body is ranked (domain reference 5.1). */
export type GridRow = {
  table: { id: string; slug: string; name: string };
  /** Different bodies called at least once. */
  invited: number;
  planned: number;
  held: number;
  cancelled: number;
  /** Over the sessions held; null when none was. */
  averageInvited: number | null;
  averagePresent: number | null;
};

export type Period = { from: Date; to: Date };

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const DAY_MS = 86_400_000;

/** The period of an address: `dal` and `al`, both days included; this year until today where they are missing or wrong. */
export function periodOf(url: URL, now: Date): Period & { days: { from: string; to: string } } {
  const asked = (name: string) => day.safeParse(url.searchParams.get(name)).data;
  const to = asked("al") ?? toRomeDay(now);
  const from = asked("dal") ?? `${to.slice(0, 4)}-01-01`;
  const [first, last] = [parseRomeDay(from), parseRomeDay(to)];
  // a day may have 23 hours: the middle of the next one always lies in it
  const end = last && parseRomeDay(toRomeDay(new Date(last.getTime() + 1.5 * DAY_MS)));
  if (!first || !end || first >= end) return periodOf(new URL("http://x/"), now);
  return { from: first, to: end, days: { from, to } };
}

/** The tables whose grid the viewer may read: all for offices that manage tables and administrators, else those where their body sits. */
function within(ctx: Ctx): SQL | undefined | null {
  const { actor, now } = ctx;
  if (!actor) return null;
  if (actor.administrator || can(actor, "manage_tables")) return undefined;
  if (!actor.organisationId) return null;
  return inArray(workingTables.id, ctx.db.read.select({ id: seats.tableId }).from(seats).where(and(eq(seats.organisationId, actor.organisationId), validAt(seats, now))));
}

/** The grid of a period, filled by itself from what was called and who came; one row for each table that met, was to meet, or is open. */
export async function gridOf(ctx: Ctx, { from, to }: Period): Promise<GridRow[]> {
  const scope = within(ctx);
  if (scope === null) return [];
  const db = ctx.db.read;
  const tables = await db.select({ id: workingTables.id, slug: workingTables.slug, name: workingTables.name, closedAt: workingTables.closedAt }).from(workingTables).where(scope).orderBy(asc(workingTables.name));
  const sessions = await db.select().from(meetings).where(and(gte(meetings.startsAt, from), lt(meetings.startsAt, to), or(isNotNull(meetings.announcedAt), isNotNull(meetings.convenedAt))));
  const ids = sessions.map(({ id }) => id);
  const called = ids.length > 0 ? await db.select({ meetingId: callRecipients.meetingId, organisationId: callRecipients.organisationId }).from(callRecipients).where(inArray(callRecipients.meetingId, ids)) : [];
  const came = ids.length > 0 ? await db.select({ meetingId: attendances.meetingId, organisationId: attendances.organisationId }).from(attendances).where(inArray(attendances.meetingId, ids)) : [];
  const bodies = (rows: typeof called, meetingId: string) => new Set(rows.filter((row) => row.meetingId === meetingId).map(({ organisationId }) => organisationId));
  const rows: GridRow[] = [];
  for (const table of tables) {
    const own = sessions.filter(({ tableId }) => tableId === table.id);
    if (own.length === 0 && table.closedAt && table.closedAt <= from) continue;
    const held = own.filter(({ openedAt, cancelledAt }) => openedAt && !cancelledAt);
    const invitedTo = new Map<string, Set<string>>();
    for (const session of own) {
      const byCall = bodies(called, session.id);
      // a session that was opened without letters called whoever sat there on that day
      invitedTo.set(session.id, byCall.size > 0 || !session.openedAt ? byCall : new Set((await seatsAt(db, table.id, session.startsAt)).map(({ organisationId }) => organisationId)));
    }
    const average = (count: (id: string) => number) => (held.length === 0 ? null : Math.round((held.reduce((sum, { id }) => sum + count(id), 0) / held.length) * 10) / 10);
    rows.push({
      table: { id: table.id, slug: table.slug, name: table.name },
      invited: new Set([...invitedTo.values()].flatMap((set) => [...set])).size,
      planned: own.length,
      held: held.length,
      cancelled: own.filter(({ cancelledAt }) => cancelledAt).length,
      averageInvited: average((id) => invitedTo.get(id)?.size ?? 0),
      averagePresent: average((id) => bodies(came, id).size),
    });
  }
  return rows;
}
