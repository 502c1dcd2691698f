// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { findTable } from "./find-table.server";
import type { StatusSource, TableLevel } from "./levels";
import { type Standing, standingAt } from "./standing.server";

/** What the header of every page of a table shows. */
export type TableHeaderData = {
  id: string;
  slug: string;
  name: string;
  level: TableLevel;
  sensitive: boolean;
  closed: boolean;
  statusSources: StatusSource[];
  /** How the viewer stands at the table now; null for whoever has no seat there. */
  standing: Standing | null;
};

/** The header of a table's pages for the viewer; `missing` when there is no such table. */
export async function tableHeaderData(ctx: Pick<Ctx, "db" | "actor" | "now">, slugOrId: string): Promise<TableHeaderData> {
  const { id, slug, name, level, sensitive, closedAt, statusSources } = await findTable(ctx, slugOrId);
  const standing = await standingAt(ctx.db.read, ctx.actor, id, ctx.now);
  return { id, slug, name, level, sensitive, closed: closedAt !== null && closedAt <= ctx.now, statusSources, standing };
}
