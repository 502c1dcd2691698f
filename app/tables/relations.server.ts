// SPDX-License-Identifier: AGPL-3.0-or-later
import { aliasedTable, and, eq, gt, isNull, or } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { tableRelations, workingTables } from "~db/tables/schema";

/** How a table stands to others today: what it came from, what became of it, to which it reports. `outgoing`: it is the one that does. */
export async function relationsOf(ctx: Pick<Ctx, "db" | "now">, tableId: string) {
  const other = aliasedTable(workingTables, "other_table");
  const current = or(isNull(tableRelations.validTo), gt(tableRelations.validTo, ctx.now));
  const columns = { id: tableRelations.id, kind: tableRelations.kind, name: other.name, slug: other.slug };
  const out = await ctx.db.read.select(columns).from(tableRelations).innerJoin(other, eq(other.id, tableRelations.toTableId)).where(and(eq(tableRelations.fromTableId, tableId), current));
  const into = await ctx.db.read.select(columns).from(tableRelations).innerJoin(other, eq(other.id, tableRelations.fromTableId)).where(and(eq(tableRelations.toTableId, tableId), current));
  return [...out.map((row) => ({ ...row, outgoing: true })), ...into.map((row) => ({ ...row, outgoing: false }))];
}
