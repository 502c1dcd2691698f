// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, isNotNull, isNull } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { agendaItems, meetings } from "~db/meetings/schema";

/** The sessions that were opened with an item between tables on their agenda, oldest first. The caller may know the item. */
export async function sessionsAbout(ctx: Pick<Ctx, "db">, itemId: string): Promise<{ id: string; title: string; startsAt: Date }[]> {
  return ctx.db.read
    .selectDistinct({ id: meetings.id, title: meetings.title, startsAt: meetings.startsAt })
    .from(agendaItems)
    .innerJoin(meetings, eq(meetings.id, agendaItems.meetingId))
    .where(and(eq(agendaItems.itemId, itemId), isNotNull(meetings.openedAt), isNull(meetings.cancelledAt)))
    .orderBy(asc(meetings.startsAt));
}
