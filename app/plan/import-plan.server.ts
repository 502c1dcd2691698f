// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { translate } from "~/web/translate.server";
import type { ParsedPlan } from "./import/parsed";
import { managePlan } from "./policy";
import { type ImportOutcome, writePlan } from "./write-plan.server";

/**
 * Imports a plan as read, without preview: a new edition, or the same one updated. One transaction, one act. `reason` is written on whatever leaves the edition. Throws
 * `forbidden` for whoever does not answer for the plan, `invalid` when the edition is not known.
 */
export async function importPlan(
  ctx: Ctx,
  plan: ParsedPlan,
  reason = translate("it", "plan.import.notInNewReading"),
): Promise<ImportOutcome> {
  enforce(managePlan(ctx.actor));
  return ctx.db.tx((db) => writePlan(db, ctx, plan, reason));
}
