// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { problem } from "~/web/problem";
import { planImports } from "~db/plan/schema";
import { openDraft } from "./draft.server";
import { Edition } from "./import/checked-plan";
import { comparePlan } from "./compare-plan.server";
import { type ImportOutcome, writePlan } from "./write-plan.server";

const Confirmation = z.object({
  revision: z.coerce.number().int(),
  edition: Edition,
  reason: z.string().trim().default(""),
});

/**
 * Imports a draft as it was last seen, all in one transaction with its acts. When parts of the plan leave the edition, the reason is asked for and written on each of
 * them. Throws `conflict` when the draft was corrected meanwhile or is closed.
 */
export async function confirmImport(
  ctx: Ctx,
  { importId, form }: { importId: string; form: FormData | Record<string, unknown> },
): Promise<ImportOutcome> {
  const { revision, edition, reason } = parse(Confirmation, form);
  return ctx.db.tx(async (db) => {
    const draft = await openDraft(ctx, importId, revision, db);
    const plan = { ...draft.plan, edition };
    const changes = await comparePlan(db, plan);
    if (changes.ended.length > 0 && reason === "")
      throw problem("invalid", { fields: { reason: "plan.import.reasonMissing" } });
    const outcome = await writePlan(db, ctx, plan, reason);
    await db
      .update(planImports)
      .set({ plan, editionId: outcome.editionId, confirmedAt: ctx.now })
      .where(eq(planImports.id, importId));
    await record(db, ctx, {
      act: "plan_import.confirmed",
      subject: { kind: "plan_import", id: importId },
      data: { editionId: outcome.editionId, sha256: draft.sha256, revision },
    });
    return outcome;
  });
}
