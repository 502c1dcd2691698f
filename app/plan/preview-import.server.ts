// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { comparePlan, type PlanChanges } from "./compare-plan.server";
import { type Draft, findDraft } from "./draft.server";
import { placeOfWarning, wantsCheck } from "./import/gravity";
import { type ParsedArea, type Totals, totalsOf } from "./import/parsed";
import { sayWarning } from "./say-warning.server";

export type ShownWarning = {
  line: number;
  says: string;
  check: boolean;
  source: string;
  place: { area: number; objective: number | null } | null;
};

export type Preview = Pick<Draft, "id" | "fileName" | "state" | "revision"> & {
  edition: string | null;
  areas: ParsedArea[];
  totals: Totals;
  warnings: ShownWarning[];
  /** Null once the draft is closed: there is nothing left to change. */
  changes: PlanChanges | null;
};

/** A draft as its page shows it: what was read, each doubt beside its line, and what an import would change. The plan office only. */
export async function previewImport(ctx: Ctx, id: string): Promise<Preview> {
  const { plan, lines, fileName, state, revision } = await findDraft(ctx, id);
  const warnings = plan.warnings.map((warning) => ({
    line: warning.line,
    says: sayWarning(ctx.locale, warning),
    check: wantsCheck(warning),
    source: lines[warning.line - 1] ?? "",
    place: placeOfWarning(plan, warning),
  }));
  const changes = state === "open" ? await comparePlan(ctx.db.read, plan) : null;
  return {
    id,
    fileName,
    state,
    revision,
    edition: plan.edition,
    areas: plan.areas,
    totals: totalsOf(plan),
    warnings,
    changes,
  };
}
