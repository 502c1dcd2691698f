// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { problem } from "~/web/problem";
import { planImports } from "~db/plan/schema";
import { openDraft } from "./draft.server";
import { paragraphsOf } from "./import/paragraphs";

const Correction = z.object({
  revision: z.coerce.number().int(),
  title: z.string().trim().min(1, "plan.import.titleMissing"),
  consolidation: z.string().transform(paragraphsOf),
});

/** Corrects an area of a draft: its title and its consolidation objectives, one per paragraph. `at` counts areas from 0. */
export async function correctArea(
  ctx: Ctx,
  { importId, at, form }: { importId: string; at: number; form: FormData | Record<string, unknown> },
): Promise<void> {
  const { revision, title, consolidation } = parse(Correction, form);
  await ctx.db.tx(async (db) => {
    const draft = await openDraft(ctx, importId, revision, db);
    const before = draft.plan.areas[at];
    if (!before) throw problem("missing");
    const items = consolidation.map((text, i) => ({
      text,
      line: before.consolidation[i]?.line ?? before.line,
      review: false,
    }));
    const areas = draft.plan.areas.map((area, i) => (i === at ? { ...area, title, consolidation: items } : area));
    await db
      .update(planImports)
      .set({ plan: { ...draft.plan, areas }, revision: revision + 1 })
      .where(eq(planImports.id, importId));
    await record(db, ctx, {
      act: "plan_import.corrected",
      subject: { kind: "plan_import", id: importId },
      data: {
        area: before.number,
        before: { title: before.title, consolidation: before.consolidation },
        after: { title, consolidation: items },
      },
    });
  });
}
