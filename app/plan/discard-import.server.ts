// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { planImports } from "~db/plan/schema";
import { findDraft } from "./draft.server";

/** Sets a draft aside without importing it. */
export async function discardImport(ctx: Ctx, importId: string): Promise<void> {
  await ctx.db.tx(async (db) => {
    const draft = await findDraft(ctx, importId, db);
    if (draft.state !== "open") throw problem("conflict", { because: "plan.import.closed" });
    await db.update(planImports).set({ discardedAt: ctx.now }).where(eq(planImports.id, importId));
    await record(db, ctx, { act: "plan_import.discarded", subject: { kind: "plan_import", id: importId } });
  });
}
