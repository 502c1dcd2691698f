// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import type { ObjectiveKind } from "./import/plan-writes";
import { living, type PlanObjective } from "./plan-tree";
import { readPlan } from "./read-plan.server";

export type ListedObjective = {
  id: string;
  code: string;
  kind: ObjectiveKind;
  title: string;
  areaNumber: string;
  areaTitle: string;
};

/** The objectives of the edition in course in the order of the plan, for pickers; empty when no plan was imported. */
export async function listObjectives(ctx: Pick<Ctx, "db" | "now">): Promise<ListedObjective[]> {
  return (await livingObjectives(ctx)).map(({ strategies: _, tables: __, ...listed }) => listed);
}

export type FollowedObjective = ListedObjective & { linkId: string; strategies: number };

/** The objectives that a table follows now, in the order of the plan. */
export async function objectivesFollowedBy(
  ctx: Pick<Ctx, "db" | "now">,
  tableId: string,
): Promise<FollowedObjective[]> {
  return (await livingObjectives(ctx)).flatMap(({ tables, strategies, ...listed }) => {
    const link = tables.find((table) => table.id === tableId);
    return link ? [{ ...listed, linkId: link.linkId, strategies: strategies.length }] : [];
  });
}

/** Which tables follow which objectives now. */
export async function objectivesOfTables(ctx: Pick<Ctx, "db" | "now">): Promise<{ tableId: string; objectiveId: string; label: string }[]> {
  return (await livingObjectives(ctx)).flatMap(({ id, code, title, tables }) => tables.map((table) => ({ tableId: table.id, objectiveId: id, label: `${code} ${title}` })));
}

async function livingObjectives(
  ctx: Pick<Ctx, "db" | "now">,
): Promise<(ListedObjective & Pick<PlanObjective, "tables" | "strategies">)[]> {
  const tree = await readPlan(ctx);
  if (!tree) return [];
  return living(tree).areas.flatMap((area) =>
    area.objectives.map(({ id, code, kind, title, tables, strategies }) => ({
      id,
      code,
      kind,
      title,
      areaNumber: area.number,
      areaTitle: area.title,
      tables,
      strategies,
    })),
  );
}
