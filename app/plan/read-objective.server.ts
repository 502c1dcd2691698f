// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc } from "drizzle-orm";
import { maySpeak, standingAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { workingTables } from "~db/tables/schema";
import { findObjective } from "./find-parts.server";
import { guidelinesAbout } from "./guidelines/traces.server";
import { type GuidelineLine, viewLine } from "./guidelines/view-guideline.server";
import { listActions } from "./list-actions.server";
import type { PlanArea, PlanObjective, PlanPillar } from "./plan-tree";
import { linkTable, managePlan, unlinkTable } from "./policy";

export type ObjectiveView = {
  edition: string;
  pillars: PlanPillar[];
  area: Pick<PlanArea, "number" | "title">;
  objective: PlanObjective;
  /** The other consolidation objectives of the same area. */
  siblings: PlanObjective[];
  /** Declared actions per strategy, all bodies together. */
  actions: Record<string, number>;
  choices: { id: string; name: string }[];
  mayUnlink: string[];
  /** Indirizzi of the policy table about it or its strategies. */
  guidelines: GuidelineLine[];
  /** May say that the texts to review have been read against the document. */
  mayCheck: boolean;
};

/** What the page of an objective shows to the viewer. Public. */
export async function readObjective(ctx: Ctx, id: string): Promise<ObjectiveView> {
  const { tree, area, objective: whole } = await findObjective(ctx, id);
  const ended = whole.endedAt !== null;
  const objective = { ...whole, strategies: whole.strategies.filter((one) => ended || one.endedAt === null) };
  const declared = await listActions(
    ctx,
    objective.strategies.map((one) => one.id),
  );
  const actions: Record<string, number> = {};
  for (const { strategyId } of declared) actions[strategyId] = (actions[strategyId] ?? 0) + 1;
  return {
    edition: tree.edition.label,
    pillars: tree.pillars,
    area: { number: area.number, title: area.title },
    objective,
    siblings: area.objectives.filter((one) => one.kind === "consolidation" && one.endedAt === null && one.id !== id),
    actions,
    mayCheck: managePlan(ctx.actor).ok,
    guidelines: (await guidelinesAbout(ctx, { objectiveId: id, strategyIds: objective.strategies.map((one) => one.id) })).map((each) => viewLine(ctx, each)),
    ...(await links(ctx, objective)),
  };
}

/** Which tables the viewer may link to the objective, and which links they may end. */
async function links(ctx: Ctx, objective: PlanObjective): Promise<Pick<ObjectiveView, "choices" | "mayUnlink">> {
  if (!ctx.actor) return { choices: [], mayUnlink: [] };
  const choices: { id: string; name: string }[] = [];
  const mayUnlink: string[] = [];
  const tables = await ctx.db.read.select().from(workingTables).orderBy(asc(workingTables.name));
  for (const { id, name, closedAt } of tables) {
    const standing = await standingAt(ctx.db.read, ctx.actor, id, ctx.now);
    const facts = {
      tableClosed: closedAt !== null && closedAt <= ctx.now,
      objectiveEnded: objective.endedAt !== null,
      coordinates: standing?.role === "coordinator" && maySpeak(standing),
    };
    const linked = objective.tables.some((table) => table.id === id);
    if (linked && unlinkTable(ctx.actor, facts).ok) mayUnlink.push(id);
    if (!linked && linkTable(ctx.actor, facts).ok) choices.push({ id, name });
  }
  return { choices, mayUnlink };
}
