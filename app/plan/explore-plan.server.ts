// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { listActions } from "./list-actions.server";
import { living, type Matrix, matrixOf, type PlanTree } from "./plan-tree";
import { readPlan } from "./read-plan.server";
import { type PlanFilters, type PlanHit, searchPlan } from "./search-plan";

export type PlanSizes = { areas: number; objectives: number; strategies: number; consolidation: number };

export type Exploration =
  | { tree: null; matrix: null; totals: null; tables: []; hits: [] }
  | { tree: PlanTree; matrix: Matrix; totals: PlanSizes; tables: { slug: string; name: string }[]; hits: PlanHit[] };

/** The plan in course, its matrix and what answers the filters. Public. */
export async function explorePlan(ctx: Pick<Ctx, "db" | "now">, filters: PlanFilters): Promise<Exploration> {
  const whole = await readPlan(ctx);
  if (!whole) return { tree: null, matrix: null, totals: null, tables: [], hits: [] };
  const tree = living(whole);
  const objectives = tree.areas.flatMap((area) => area.objectives);
  const strategies = objectives.flatMap((one) => one.strategies);
  const aboutActions = filters.district !== null || filters.state !== null;
  const facts = aboutActions
    ? await listActions(
        ctx,
        strategies.map((one) => one.id),
      )
    : [];
  const tables = [
    ...new Map(objectives.flatMap((one) => one.tables).map(({ slug, name }) => [slug, { slug, name }])).values(),
  ];
  const priority = objectives.filter((one) => one.kind === "priority").length;
  return {
    tree,
    matrix: matrixOf(whole),
    totals: {
      areas: tree.areas.length,
      objectives: priority,
      strategies: strategies.length,
      consolidation: objectives.length - priority,
    },
    tables: tables.sort((a, b) => a.name.localeCompare(b.name, "it")),
    hits: searchPlan(whole, filters, facts),
  };
}

/** The matrix alone, for the public home; null when no plan was imported. */
export async function planMatrix(ctx: Pick<Ctx, "db" | "now">): Promise<Matrix | null> {
  const tree = await readPlan(ctx);
  return tree && matrixOf(tree);
}
