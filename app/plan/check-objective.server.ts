// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { planObjectives, planStrategies } from "~db/plan/schema";
import { findObjective } from "./find-parts.server";
import { managePlan } from "./policy";

/** The plan office says that it has read an objective and its strategies against the document: nothing in it is to be reviewed any more. */
export async function checkObjective(ctx: Ctx, objectiveId: string): Promise<void> {
  enforce(managePlan(ctx.actor));
  await ctx.db.tx(async (db) => {
    const { objective } = await findObjective(ctx, objectiveId);
    const strategies = objective.strategies.filter((one) => one.review).map((one) => one.id);
    await db.update(planObjectives).set({ review: false }).where(eq(planObjectives.id, objectiveId));
    await db.update(planStrategies).set({ review: false }).where(eq(planStrategies.objectiveId, objectiveId));
    await record(db, ctx, {
      act: "objective.checked",
      subject: { kind: "plan_objective", id: objectiveId },
      data: { strategies },
    });
  });
}
