// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import { enrolmentWarning } from "~/registry";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import { organisations } from "~db/registry/schema";
import { seats, tableRelations } from "~db/tables/schema";
import { listTables } from "../list-tables.server";
import { validAt } from "../standing.server";
import { type NetworkLink, type NetworkNode, place, type Placed } from "./picture";

/** Beyond so many bodies the picture shows tables and areas, and the bodies of the table that is chosen. */
const MOST_BODIES = 160;

export type Network = { nodes: Placed[]; links: NetworkLink[]; neighbours: Record<string, string[]>; bodiesLeftOut: number };

/**
 * The public network of the system: the open tables, the bodies that sit there, the plan areas they work on, and how tables stand to each
 * other. `chosen` is the id of a node.
 */
export async function readNetwork(ctx: Pick<Ctx, "db" | "now">, chosen: string | null): Promise<Network> {
  const tables = await listTables(ctx);
  const sitting = await ctx.db.read
    .selectDistinct({ tableId: seats.tableId, id: organisations.id, name: organisations.name, slug: organisations.slug, organisationKind: organisations.kind, enrolment: organisations.enrolment, enrolmentFrom: organisations.enrolmentFrom })
    .from(seats)
    .innerJoin(organisations, eq(organisations.id, seats.organisationId))
    .where(validAt(seats, ctx.now));
  const open = new Set(tables.map(({ id }) => id));
  const seated = sitting.filter(({ tableId }) => open.has(tableId));
  const all = new Set(seated.map(({ id }) => id));
  const shown = all.size <= MOST_BODIES ? seated : seated.filter(({ tableId, id }) => `table-${tableId}` === chosen || `body-${id}` === chosen);
  const bodies = new Map(shown.map((body) => [body.id, body]));
  const areas = new Set(tables.flatMap(({ planAreas }) => planAreas).filter((number) => number !== "*"));
  const relations = await ctx.db.read
    .select()
    .from(tableRelations)
    .where(and(lte(tableRelations.validFrom, ctx.now), or(isNull(tableRelations.validTo), gt(tableRelations.validTo, ctx.now))));
  const nodes: NetworkNode[] = [
    ...tables.map(({ id, slug, name }) => ({ id: `table-${id}`, kind: "table" as const, label: name, to: paths.table(slug) })),
    ...[...areas].map((number) => ({ id: `area-${number}`, kind: "area" as const, label: number, to: paths.planArea(number) })),
    ...[...bodies.values()].map(({ id, name, slug, organisationKind, enrolment, enrolmentFrom }) => {
      const standing = { kind: organisationKind, enrolment, enrolmentFrom };
      return { id: `body-${id}`, kind: "body" as const, label: name, to: paths.organisation(slug), standing: enrolmentWarning(standing) ? standing : undefined };
    }),
  ];
  const links: NetworkLink[] = [
    ...shown.map(({ tableId, id }) => ({ source: `table-${tableId}`, target: `body-${id}`, kind: "seat" as const })),
    ...tables.flatMap(({ id, planAreas }) => planAreas.filter((number) => number !== "*").map((number) => ({ source: `table-${id}`, target: `area-${number}`, kind: "area" as const }))),
    ...relations.filter(({ fromTableId, toTableId }) => open.has(fromTableId) && open.has(toTableId)).map(({ fromTableId, toTableId }) => ({ source: `table-${fromTableId}`, target: `table-${toTableId}`, kind: "relation" as const })),
  ];
  const neighbours: Record<string, string[]> = {};
  for (const { source, target } of links) {
    for (const [from, to] of [[source, target], [target, source]] as const) {
      neighbours[from] ??= [];
      neighbours[from].push(to);
    }
  }
  return { nodes: place(nodes, links), links, neighbours, bodiesLeftOut: all.size - bodies.size };
}
