// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq, or } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { workingTables } from "~db/tables/schema";

export type WorkingTable = typeof workingTables.$inferSelect;

/** The table with this slug or id; `missing` when there is none. Tables are public: everyone may know that they exist. */
export async function findTable(ctx: Pick<Ctx, "db">, slugOrId: string): Promise<WorkingTable> {
  const found = one(
    await ctx.db.read
      .select()
      .from(workingTables)
      .where(or(eq(workingTables.slug, slugOrId), eq(workingTables.id, slugOrId))),
  );
  if (!found) throw problem("missing");
  return found;
}
