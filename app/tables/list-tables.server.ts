// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, countDistinct, desc, eq, gt, isNull, lte, or, sql } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { seats, workingTables } from "~db/tables/schema";
import type { WorkingTable } from "./find-table.server";
import { type TableLevel, tableLevels } from "./levels";
import { type SeatRole, validAt } from "./standing.server";

export type ListedTable = WorkingTable & { members: number };

/**
 * The tables that are open, thematic ones first, then by name; with how many bodies sit at each. `area` is a number of the plan
 * like "5.2": tables on the whole plan ("*") are on every area.
 */
export async function listTables(ctx: Pick<Ctx, "db" | "now">, filters: { level?: TableLevel | undefined; area?: string | undefined } = {}): Promise<ListedTable[]> {
  const rows = await ctx.db.read
    .select()
    .from(workingTables)
    .where(
      and(
        or(isNull(workingTables.closedAt), gt(workingTables.closedAt, ctx.now)),
        filters.level ? eq(workingTables.level, filters.level) : undefined,
      ),
    )
    .orderBy(asc(sql`lower(${workingTables.name})`));
  const counts = await ctx.db.read
    .select({ tableId: seats.tableId, n: countDistinct(seats.organisationId) })
    .from(seats)
    .where(validAt(seats, ctx.now))
    .groupBy(seats.tableId);
  const members = new Map(counts.map(({ tableId, n }) => [tableId, n]));
  const order: TableLevel[] = ["objective", ...tableLevels.filter((level) => level !== "objective")];
  return rows
    .filter(({ planAreas }) => !filters.area || planAreas.includes("*") || planAreas.includes(filters.area))
    .map((row) => ({ ...row, members: members.get(row.id) ?? 0 }))
    .sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
}

export type TableOfBody = { id: string; slug: string; name: string; level: TableLevel; sensitive: boolean; role: SeatRole; since: Date };

/** The open tables at which a body sits now, by name; once for each role it has there. */
export async function tablesOf(ctx: Pick<Ctx, "db" | "now">, organisationId: string): Promise<TableOfBody[]> {
  return ctx.db.read
    .select({
      id: workingTables.id,
      slug: workingTables.slug,
      name: workingTables.name,
      level: workingTables.level,
      sensitive: workingTables.sensitive,
      role: seats.role,
      since: seats.validFrom,
    })
    .from(seats)
    .innerJoin(workingTables, eq(workingTables.id, seats.tableId))
    .where(
      and(
        eq(seats.organisationId, organisationId),
        validAt(seats, ctx.now),
        or(isNull(workingTables.closedAt), gt(workingTables.closedAt, ctx.now)),
      ),
    )
    .orderBy(asc(sql`lower(${workingTables.name})`));
}

/** Ids of the bodies that sit at a table now. */
export async function bodiesAt(ctx: Pick<Ctx, "db" | "now">, tableId: string): Promise<string[]> {
  const rows = await ctx.db.read
    .selectDistinct({ organisationId: seats.organisationId })
    .from(seats)
    .where(and(eq(seats.tableId, tableId), validAt(seats, ctx.now)));
  return rows.map(({ organisationId }) => organisationId);
}

/** Whether the body for which the viewer speaks sits today at one of these tables. */
export async function shareTable(ctx: Pick<Ctx, "db" | "now" | "actor">, tables: readonly { id: string }[]): Promise<boolean> {
  if (!ctx.actor?.organisationId) return false;
  const own = new Set((await tablesOf(ctx, ctx.actor.organisationId)).map(({ id }) => id));
  return tables.some(({ id }) => own.has(id));
}

/** The tables that were closed, the last first: their pages and history stay readable. */
export async function closedTables(ctx: Pick<Ctx, "db" | "now">): Promise<{ slug: string; name: string; closedAt: Date }[]> {
  const rows = await ctx.db.read.select({ slug: workingTables.slug, name: workingTables.name, closedAt: workingTables.closedAt }).from(workingTables).where(lte(workingTables.closedAt, ctx.now)).orderBy(desc(workingTables.closedAt));
  return rows.flatMap(({ closedAt, ...row }) => (closedAt ? { ...row, closedAt } : []));
}
