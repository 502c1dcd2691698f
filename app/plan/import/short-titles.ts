// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ParsedPlan } from "./parsed";
import { knownPillars, matchPillar } from "./pillars";

/** For each pillar the label that the tables use most and that shortens its heading (aliases left out); failing that the usual short name, or the heading. */
export function shortTitles(plan: ParsedPlan): Map<string, string> {
  const titles = new Map<string, string>();
  for (const pillar of plan.pillars) {
    const uses = new Map<string, number>();
    for (const link of plan.areas.flatMap((area) => area.objectives.flatMap((one) => one.pillars))) {
      const match = link.code === pillar.code ? matchPillar(link.label, [pillar]) : null;
      if (match && !match.alias) uses.set(link.label, (uses.get(link.label) ?? 0) + 1);
    }
    const [most] = [...uses].sort((a, b) => b[1] - a[1] || a[0].length - b[0].length);
    const usual = knownPillars.find((one) => one.code === pillar.code && matchPillar(one.title, [pillar]));
    titles.set(pillar.code, most?.[0] ?? usual?.title ?? pillar.title);
  }
  return titles;
}
