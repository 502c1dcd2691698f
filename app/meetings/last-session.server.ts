// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, desc, eq, isNotNull, isNull, lte } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { one } from "~db/client.server";
import { meetings } from "~db/meetings/schema";

/** When a table last met: the last session that was opened and not cancelled. A convocation alone is not a session. */
export async function lastSession(ctx: Pick<Ctx, "db" | "now">, tableId: string): Promise<Date | null> {
  const rows = await ctx.db.read
    .select({ openedAt: meetings.openedAt })
    .from(meetings)
    .where(and(eq(meetings.tableId, tableId), isNotNull(meetings.openedAt), isNull(meetings.cancelledAt), lte(meetings.openedAt, ctx.now)))
    .orderBy(desc(meetings.openedAt))
    .limit(1);
  return one(rows)?.openedAt ?? null;
}
