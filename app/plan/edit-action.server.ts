// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { planActions } from "~db/plan/schema";
import { ActionForm } from "./action";
import { findAction } from "./list-actions.server";
import { changeAction } from "./policy";
import { setPartners } from "./set-partners.server";

/** The body that declared an action rewrites it; the journal keeps how it was. */
export async function editAction(
  ctx: Ctx,
  { actionId, form }: { actionId: string; form: FormData | Record<string, unknown> },
): Promise<void> {
  await ctx.db.tx(async (db) => {
    const before = await findAction(ctx, actionId);
    const organisationId = before.organisation.id;
    enforce(changeAction(ctx.actor, { organisationId, withdrawn: before.withdrawnAt !== null }));
    const { partners, ...input } = parse(ActionForm, form);
    await db
      .update(planActions)
      .set({ ...input, updatedAt: ctx.now })
      .where(eq(planActions.id, actionId));
    await setPartners(db, { actionId, organisationId, partners });
    const { title, description, districts, startsOn, endsOn, state } = before;
    const was = {
      title,
      description,
      districts,
      startsOn,
      endsOn,
      state,
      partners: before.partners.map((one) => one.id),
    };
    await record(db, ctx, {
      act: "action.changed",
      subject: { kind: "plan_action", id: actionId },
      data: { was, is: { ...input, partners } },
    });
  });
}
