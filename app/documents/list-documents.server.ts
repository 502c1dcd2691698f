// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, count, desc, eq, like, type SQL, sql } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { documents } from "~db/documents/schema";
import { realtimeDocuments, realtimeUpdates } from "~db/realtime/schema";
import { organisations } from "~db/registry/schema";
import { workingTables } from "~db/tables/schema";
import { ownTo, visibleTo } from "./access.server";

export const PAGE_SIZE = 20;

export type DocumentFilter = {
  /** Words of the title. */
  search?: string | undefined;
  tableId?: string | undefined;
  /** Only those to which the body spoken for comes near by seat or grant, leaving out what is merely public. */
  own?: boolean;
  page?: number;
  limit?: number;
};

/** Documents the viewer may see, last changed first. What they may not see is not counted either. */
export async function listDocuments(ctx: Pick<Ctx, "actor" | "now" | "db">, filter: DocumentFilter) {
  const { search, tableId, own = false, page = 1, limit = PAGE_SIZE } = filter;
  const db = ctx.db.read;
  const scope = own ? (ownTo(db, ctx.actor, ctx.now) ?? sql`1 = 0`) : visibleTo(db, ctx.actor, ctx.now);
  const where = and(scope, atTable(tableId), titled(search));
  const [{ total } = { total: 0 }] = await db.select({ total: count() }).from(documents).where(where);
  const rows = await db
    .select({
      id: documents.id,
      title: documents.title,
      template: documents.template,
      state: documents.state,
      visibility: documents.visibility,
      lockedAt: documents.lockedAt,
      tableSlug: workingTables.slug,
      tableName: workingTables.name,
      changedAt: realtimeUpdates.at,
      changedBy: organisations.name,
    })
    .from(documents)
    .innerJoin(realtimeDocuments, eq(realtimeDocuments.id, documents.id))
    .innerJoin(realtimeUpdates, and(eq(realtimeUpdates.documentId, documents.id), eq(realtimeUpdates.seq, realtimeDocuments.headSeq)))
    .leftJoin(organisations, eq(organisations.id, realtimeUpdates.organisationId))
    .leftJoin(workingTables, and(eq(documents.scopeKind, "table"), eq(workingTables.id, documents.scopeId)))
    .where(where)
    .orderBy(desc(realtimeUpdates.at), desc(documents.id))
    .limit(limit)
    .offset((Math.max(1, page) - 1) * limit);
  return { rows, total, pages: Math.max(1, Math.ceil(total / limit)) };
}

export type ListedDocument = Awaited<ReturnType<typeof listDocuments>>["rows"][number];

/**
 * The documents changed last: for the desk those near the body spoken for, for a table (`tableId`) those of the table
 * the viewer may see.
 */
export async function recentDocuments(ctx: Pick<Ctx, "actor" | "now" | "db">, limit: number, of: { tableId?: string } = {}): Promise<ListedDocument[]> {
  const { rows } = await listDocuments(ctx, { limit, own: of.tableId === undefined, tableId: of.tableId });
  return rows;
}

function atTable(tableId: string | undefined): SQL | undefined {
  return tableId === undefined ? undefined : and(eq(documents.scopeKind, "table"), eq(documents.scopeId, tableId));
}

function titled(search: string | undefined): SQL | undefined {
  const words = search?.trim().toLowerCase();
  if (!words) return undefined;
  // what the person types is text, not a pattern
  return like(sql`lower(${documents.title})`, sql`${`%${words.replace(/[%_]/g, " ")}%`}`);
}
