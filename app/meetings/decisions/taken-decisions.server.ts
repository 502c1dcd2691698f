// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, desc, eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { decisions } from "~db/meetings/decisions";
import { meetings } from "~db/meetings/schema";

/** The decisions that a table took, newest first, with the session of each. For who decides there; the caller has asked. */
export async function takenDecisionsOf(ctx: Pick<Ctx, "db">, tableId: string): Promise<{ id: string; text: string; meetingId: string; meeting: string; heldAt: Date }[]> {
  return ctx.db.read
    .select({ id: decisions.id, text: decisions.text, meetingId: meetings.id, meeting: meetings.title, heldAt: meetings.startsAt })
    .from(decisions)
    .innerJoin(meetings, eq(meetings.id, decisions.meetingId))
    .where(and(eq(meetings.tableId, tableId), eq(decisions.outcome, "taken")))
    .orderBy(desc(meetings.startsAt), desc(decisions.id))
    .limit(100);
}
