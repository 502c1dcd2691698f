// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { listActions } from "./list-actions.server";
import { living } from "./plan-tree";
import { readPlan } from "./read-plan.server";

/** Without news for so long, an action under way is worth asking about. */
const SILENT_MS = 183 * 86_400_000;

/**
 * The actions under the objectives that a table follows which are not done and of which nothing was heard for half a year, or whose end has
 * passed (`late`): to be talked about at the table, never a judgement on who does them.
 */
export async function staleActions(ctx: Pick<Ctx, "db" | "now">, tableId: string): Promise<{ id: string; title: string; body: string; updatedAt: Date; late: boolean }[]> {
  const tree = await readPlan(ctx);
  if (!tree) return [];
  const strategies = living(tree)
    .areas.flatMap(({ objectives }) => objectives)
    .filter(({ tables }) => tables.some(({ id }) => id === tableId))
    .flatMap((objective) => objective.strategies.map(({ id }) => id));
  return (await listActions(ctx, strategies)).flatMap(({ id, title, organisation, state, updatedAt, endsOn }) => {
    const late = endsOn !== null && endsOn <= ctx.now;
    const silent = ctx.now.getTime() - updatedAt.getTime() > SILENT_MS;
    return state !== "done" && (late || silent) ? [{ id, title, body: organisation.name, updatedAt, late }] : [];
  });
}
