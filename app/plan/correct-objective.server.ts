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
import type { ParsedObjective, ParsedPlan } from "./import/parsed";

const Correction = z.object({
  revision: z.coerce.number().int(),
  title: z.string().trim().min(1, "plan.import.titleMissing"),
  strategies: z
    .string()
    .transform(paragraphsOf)
    .refine((texts) => texts.length > 0, "plan.import.strategiesMissing"),
  pillars: z.array(z.string()).default([]),
});

/**
 * Corrects an objective of a draft: its title, its strategies (one per paragraph: an empty line more splits, one less joins), its pillars. A person has then looked at it, so
 * nothing in it stays marked for review. `at` counts areas and objectives from 0.
 */
export async function correctObjective(
  ctx: Ctx,
  {
    importId,
    at,
    form,
  }: { importId: string; at: { area: number; objective: number }; form: FormData | Record<string, unknown> },
): Promise<void> {
  const { revision, title, strategies, pillars } = parse(Correction, form);
  await ctx.db.tx(async (db) => {
    const draft = await openDraft(ctx, importId, revision, db);
    const before = draft.plan.areas[at.area]?.objectives[at.objective];
    if (!before) throw problem("missing");
    const after: ParsedObjective = {
      ...before,
      title,
      strategies: strategies.map((text, i) => ({
        text,
        line: before.strategies[i]?.line ?? before.line,
        review: false,
      })),
      pillars: linksFor(pillars, before, draft.plan),
    };
    const areas = draft.plan.areas.map((area, i) =>
      i === at.area
        ? { ...area, objectives: area.objectives.map((one, n) => (n === at.objective ? after : one)) }
        : area,
    );
    await db
      .update(planImports)
      .set({ plan: { ...draft.plan, areas }, revision: revision + 1 })
      .where(eq(planImports.id, importId));
    await record(db, ctx, {
      act: "plan_import.corrected",
      subject: { kind: "plan_import", id: importId },
      data: { area: draft.plan.areas[at.area]?.number, objective: at.objective + 1, before, after },
    });
  });
}

/** Pillars chosen keep the wording they had; those added take the name of the pillar; unrecognised labels stay on record. */
function linksFor(codes: string[], before: ParsedObjective, plan: ParsedPlan) {
  const known = plan.pillars.filter((pillar) => codes.includes(pillar.code));
  const kept = before.pillars.filter((link) => link.code === null || codes.includes(link.code));
  const added = known.filter((pillar) => !kept.some((link) => link.code === pillar.code));
  return [...kept, ...added.map((pillar) => ({ code: pillar.code, label: pillar.title }))];
}
