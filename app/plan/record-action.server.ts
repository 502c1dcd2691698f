// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { newId } from "~db/id";
import { planActions, planStrategies } from "~db/plan/schema";
import { ActionForm } from "./action";
import { setPartners } from "./set-partners.server";
import { recordAction as mayRecord } from "./policy";

/** A body declares, in its own name, what it does for a strategy. Throws `missing`, `forbidden` with the reason, `invalid` with the wrong fields. */
export async function recordAction(
  ctx: Ctx,
  { strategyId, form }: { strategyId: string; form: FormData | Record<string, unknown> },
): Promise<{ actionId: string }> {
  const actionId = newId();
  await ctx.db.tx(async (db) => {
    const strategy = one(await db.select().from(planStrategies).where(eq(planStrategies.id, strategyId)));
    if (!strategy) throw problem("missing");
    enforce(mayRecord(ctx.actor, { ended: strategy.endedAt !== null }));
    const { actor } = ctx;
    if (!actor?.organisationId) throw problem("forbidden");
    const { organisationId } = actor;
    const { partners, ...input } = parse(ActionForm, form);
    const row = {
      ...input,
      id: actionId,
      strategyId,
      organisationId,
      declaredByAffiliationId: actor.affiliationId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    };
    await db.insert(planActions).values(row);
    await setPartners(db, { actionId, organisationId, partners });
    await record(db, ctx, {
      act: "action.declared",
      subject: { kind: "plan_action", id: actionId },
      data: { strategyId, partners, ...input },
    });
  });
  return { actionId };
}
