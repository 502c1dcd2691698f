// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { planAreas, planObjectives, planStrategies } from "~db/plan/schema";
import type { PlanArea, PlanObjective, PlanStrategy, PlanTree } from "./plan-tree";
import { readPlan } from "./read-plan.server";

/** An area of the edition in course by its number ("5.2"); `missing` when there is none. */
export async function findArea(
  ctx: Pick<Ctx, "db" | "now">,
  number: string,
): Promise<{ tree: PlanTree; area: PlanArea }> {
  const tree = await readPlan(ctx);
  const area = tree?.areas.find((each) => each.number === number);
  if (!tree || !area) throw problem("missing");
  return { tree, area };
}

/** An objective of any edition by id, also one that has left; `missing` when there is none. */
export async function findObjective(
  ctx: Pick<Ctx, "db" | "now">,
  id: string,
): Promise<{ tree: PlanTree; area: PlanArea; objective: PlanObjective }> {
  const row = one(
    await ctx.db.read
      .select({ editionId: planAreas.editionId })
      .from(planObjectives)
      .innerJoin(planAreas, eq(planAreas.id, planObjectives.areaId))
      .where(eq(planObjectives.id, id)),
  );
  const tree = row ? await readPlan(ctx, row.editionId) : null;
  for (const area of tree?.areas ?? []) {
    const objective = area.objectives.find((each) => each.id === id);
    if (tree && objective) return { tree, area, objective };
  }
  throw problem("missing");
}

/** A strategy of any edition by id with the objective it serves; `missing` when there is none. */
export async function findStrategy(
  ctx: Pick<Ctx, "db" | "now">,
  id: string,
): Promise<{ tree: PlanTree; area: PlanArea; objective: PlanObjective; strategy: PlanStrategy }> {
  const row = one(
    await ctx.db.read
      .select({ objectiveId: planStrategies.objectiveId })
      .from(planStrategies)
      .where(eq(planStrategies.id, id)),
  );
  if (!row) throw problem("missing");
  const found = await findObjective(ctx, row.objectiveId);
  const strategy = found.objective.strategies.find((each) => each.id === id);
  if (!strategy) throw problem("missing");
  return { ...found, strategy };
}
