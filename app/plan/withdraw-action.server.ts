// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { planActions } from "~db/plan/schema";
import { findAction } from "./list-actions.server";
import { changeAction } from "./policy";

const Withdrawal = z.object({ reason: z.string().trim().min(1, "plan.action.reasonMissing").max(1000) });

/** The body that declared an action takes it back, saying why. It leaves the lists and stays readable at its own address. */
export async function withdrawAction(
  ctx: Ctx,
  { actionId, form }: { actionId: string; form: FormData | Record<string, unknown> },
): Promise<void> {
  await ctx.db.tx(async (db) => {
    const before = await findAction(ctx, actionId);
    enforce(changeAction(ctx.actor, { organisationId: before.organisation.id, withdrawn: before.withdrawnAt !== null }));
    const { reason } = parse(Withdrawal, form);
    await db
      .update(planActions)
      .set({ withdrawnAt: ctx.now, withdrawnReason: reason, updatedAt: ctx.now })
      .where(eq(planActions.id, actionId));
    await record(db, ctx, {
      act: "action.withdrawn",
      subject: { kind: "plan_action", id: actionId },
      data: { reason },
    });
  });
}
