// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, inArray, isNotNull, isNull, or, type SQL } from "drizzle-orm";
import { can } from "~/identity";
import { type Standing, standingAt, validAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { attendances, meetings } from "~db/meetings/schema";
import { mandates, seats, workingTables } from "~db/tables/schema";
import { convene, isInside } from "./policy";

export type MeetingRow = typeof meetings.$inferSelect;
export type TableRow = typeof workingTables.$inferSelect;

/** A meeting as the viewer stands to it: `inside` reads what members read, `convenor` may change it. */
export type FoundMeeting = { meeting: MeetingRow; table: TableRow; standing: Standing | null; inside: boolean; convenor: boolean };

/**
 * Which meetings the viewer may know of: those announced or convened, which are public as far as their date goes; drafts only for who may
 * convene them and for administrators.
 */
export function visibleMeetings(ctx: Pick<Ctx, "db" | "actor" | "now">): SQL | undefined {
  const { actor, now } = ctx;
  if (actor?.administrator) return undefined;
  const known = or(isNotNull(meetings.announcedAt), isNotNull(meetings.convenedAt));
  if (!actor?.organisationId) return known;
  const coordinated = ctx.db.read
    .select({ id: seats.tableId })
    .from(seats)
    .innerJoin(mandates, and(eq(mandates.seatId, seats.id), eq(mandates.affiliationId, actor.affiliationId ?? "")))
    .where(and(eq(seats.organisationId, actor.organisationId), inArray(seats.role, ["coordinator", "secretary"]), validAt(seats, now), validAt(mandates, now)));
  const owned = ctx.db.read
    .select({ id: workingTables.id })
    .from(workingTables)
    .where(or(isNull(workingTables.ownerOrganisationId), eq(workingTables.ownerOrganisationId, actor.organisationId)));
  return or(known, inArray(meetings.tableId, coordinated), can(actor, "manage_tables") ? inArray(meetings.tableId, owned) : undefined);
}

/** A meeting within the viewer's sight; `missing` otherwise. */
export async function findMeeting(ctx: Pick<Ctx, "db" | "actor" | "now">, id: string, db: Db = ctx.db.read): Promise<FoundMeeting> {
  const found = one(
    await db
      .select({ meeting: meetings, table: workingTables })
      .from(meetings)
      .innerJoin(workingTables, eq(workingTables.id, meetings.tableId))
      .where(and(eq(meetings.id, id), visibleMeetings(ctx))),
  );
  if (!found) throw problem("missing");
  const standing = await standingAt(db, ctx.actor, found.table.id, ctx.now);
  const inside = isInside(ctx.actor, found.table, standing) || (standing?.mandate === "ended" && (await extendedHere(db, ctx.actor?.personId ?? "", id)));
  return { ...found, standing, inside, convenor: convene(ctx.actor, found.table, standing).ok };
}

/** Whether an ended mandate was extended for this session: whoever speaks at it reads it as its members do. */
async function extendedHere(db: Db, personId: string, meetingId: string): Promise<boolean> {
  const rows = await db.select({ id: attendances.id }).from(attendances).where(and(eq(attendances.meetingId, meetingId), eq(attendances.personId, personId), isNotNull(attendances.extensionReason)));
  return rows.length > 0;
}
