// SPDX-License-Identifier: AGPL-3.0-or-later
import { type ParsedPlan, type Totals, totalsOf, type Warning, type WarningKind } from "./parsed";

/** The published shape of a plan as read from a file. Pillars are codes ("1.4"); the labels as printed stay beside them. */
export type PlanJson = {
  edition: string | null;
  areas: {
    number: string;
    title: string;
    objectives: { title: string; strategies: string[]; pillars: string[]; pillarLabels: string[] }[];
    consolidation: string[];
  }[];
  totals: Totals;
  warnings: { line: number; kind: WarningKind; message: string }[];
};

/** `say` turns a warning into a sentence for people. */
export function planJson(plan: ParsedPlan, say: (warning: Warning) => string): PlanJson {
  return {
    edition: plan.edition,
    areas: plan.areas.map((area) => ({
      number: area.number,
      title: area.title,
      objectives: area.objectives.map((one) => ({
        title: one.title,
        strategies: one.strategies.map((strategy) => strategy.text),
        pillars: one.pillars.flatMap((link) => link.code ?? []),
        pillarLabels: one.pillars.map((link) => link.label),
      })),
      consolidation: area.consolidation.map((item) => item.text),
    })),
    totals: totalsOf(plan),
    warnings: plan.warnings.map((warning) => ({ line: warning.line, kind: warning.kind, message: say(warning) })),
  };
}
