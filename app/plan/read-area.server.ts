// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { findArea } from "./find-parts.server";
import { listActions } from "./list-actions.server";
import { living, type PlanArea, type PlanPillar } from "./plan-tree";

export type AreaView = {
  edition: string;
  pillars: PlanPillar[];
  area: PlanArea;
  /** Declared actions per objective, all bodies together. */
  actions: Record<string, number>;
  tables: { slug: string; name: string }[];
  /** Numbers of the areas before and after, in the order of the plan. */
  previous: string | null;
  next: string | null;
};

/** What the page of an area shows. Public. */
export async function readArea(ctx: Pick<Ctx, "db" | "now">, number: string): Promise<AreaView> {
  const { tree, area: whole } = await findArea(ctx, number);
  const numbers = living(tree).areas.map((one) => one.number);
  const area = {
    ...whole,
    objectives: whole.objectives
      .filter((one) => one.endedAt === null)
      .map((one) => ({ ...one, strategies: one.strategies.filter((each) => each.endedAt === null) })),
  };
  const strategies = area.objectives.flatMap((one) =>
    one.strategies.map((strategy) => ({ id: strategy.id, objectiveId: one.id })),
  );
  const declared = await listActions(
    ctx,
    strategies.map((one) => one.id),
  );
  const actions: Record<string, number> = {};
  for (const { strategyId } of declared) {
    const objectiveId = strategies.find((one) => one.id === strategyId)?.objectiveId;
    if (objectiveId) actions[objectiveId] = (actions[objectiveId] ?? 0) + 1;
  }
  const tables = [
    ...new Map(area.objectives.flatMap((one) => one.tables).map(({ slug, name }) => [slug, { slug, name }])).values(),
  ];
  const at = numbers.indexOf(number);
  return {
    edition: tree.edition.label,
    pillars: tree.pillars,
    area,
    actions,
    tables: tables.sort((a, b) => a.name.localeCompare(b.name, "it")),
    previous: at > 0 ? (numbers[at - 1] ?? null) : null,
    next: at >= 0 ? (numbers[at + 1] ?? null) : null,
  };
}
