// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ParsedPlan, Warning, WarningKind } from "./parsed";

const toCheck = new Set<WarningKind>([
  "encoding",
  "editionMissing",
  "pillarsMissing",
  "pillarCount",
  "areaMissing",
  "areaRepeated",
  "areaHeadingLost",
  "headerMissing",
  "tableMissing",
  "rowShape",
  "rowMoved",
  "rowOrphan",
  "lineJoined",
  "strategiesMissing",
  "numbersLost",
  "numberingGap",
  "leadText",
  "objectiveWithoutPillars",
  "pillarUnknown",
  "hyphenKept",
  "consolidationMissing",
  "consolidationHeading",
  "statedCount",
  "paragraphItem",
  "itemsGrouped",
  "endsAbruptly",
]);

/** True when a person should decide; false when the reader only tells what it did. */
export function wantsCheck(warning: Pick<Warning, "kind">): boolean {
  return toCheck.has(warning.kind);
}

/** Where in the reading a warning points: an objective by its line or title, else the area around the line. Indexes from 0. */
export function placeOfWarning(
  plan: Pick<ParsedPlan, "areas">,
  warning: Warning,
): { area: number; objective: number | null } | null {
  const area = plan.areas.findLastIndex((one) => one.line <= warning.line);
  const objectives = plan.areas[area]?.objectives;
  if (!objectives) return null;
  const byTitle = objectives.findIndex((one) => one.title === warning.values.objective);
  const objective = byTitle >= 0 ? byTitle : objectives.findIndex((one) => one.line === warning.line);
  return { area, objective: objective >= 0 ? objective : null };
}
