// SPDX-License-Identifier: AGPL-3.0-or-later

/** What the reader noticed; each kind has its sentence in the messages under `plan.warnings`. */
export const warningKinds = [
  "encoding",
  "editionMissing",
  "pillarsMissing",
  "pillarCount",
  "indexDiffers",
  "areaMissing",
  "areaRepeated",
  "areaHeadingLost",
  "headerMissing",
  "tableMissing",
  "rowJoined",
  "rowShape",
  "rowMoved",
  "rowOrphan",
  "rowStray",
  "lineJoined",
  "textSetAside",
  "strategiesMissing",
  "numbersLost",
  "numberingGap",
  "leadText",
  "objectiveWithoutPillars",
  "pillarAlias",
  "pillarUnknown",
  "pillarRepeated",
  "hyphenJoined",
  "hyphenKept",
  "consolidationMissing",
  "consolidationHeading",
  "introSetAside",
  "statedCount",
  "itemJoined",
  "itemsGrouped",
  "paragraphItem",
  "footnote",
  "textRepeated",
  "endsAbruptly",
] as const;

export type WarningKind = (typeof warningKinds)[number];

/** `line` counts from 1 in the file as received; `values` fill the sentence, texts quoted whole so that no word is lost. */
export type Warning = { line: number; kind: WarningKind; values: Record<string, string | number> };

export type Pillar = { code: string; title: string };

/** `code` is null when the label matches none of the pillars; `label` is always the source's own wording. */
export type PillarLink = { code: string | null; label: string };

/** `review` marks a text whose boundaries were reconstructed and want a human eye. */
export type ParsedStrategy = { text: string; line: number; review: boolean };

export type ParsedObjective = {
  title: string;
  line: number;
  strategies: ParsedStrategy[];
  pillars: PillarLink[];
};

export type ParsedArea = {
  /** As printed, "5.2". */
  number: string;
  title: string;
  line: number;
  objectives: ParsedObjective[];
  consolidation: ParsedStrategy[];
};

export type ParsedPlan = {
  /** "2021-2023"; null when the file does not say. */
  edition: string | null;
  pillars: Pillar[];
  areas: ParsedArea[];
  warnings: Warning[];
};

/** Why a file is not a plan; each has its sentence in the messages under `plan.refusals`. */
export type Refusal = "empty" | "tooLarge" | "pdf" | "archive" | "binary" | "noAreas" | "noTables" | "noObjectives";

export type Reading = { ok: true; plan: ParsedPlan } | { ok: false; because: Refusal };

export type Totals = {
  areas: number;
  objectives: number;
  strategies: number;
  pillarLinks: number;
  consolidation: number;
};

/** Counts of what was read; a pillar link counts only when its label was recognised. */
export function totalsOf(plan: Pick<ParsedPlan, "areas">): Totals {
  const objectives = plan.areas.flatMap((area) => area.objectives);
  return {
    areas: plan.areas.length,
    objectives: objectives.length,
    strategies: objectives.reduce((sum, one) => sum + one.strategies.length, 0),
    pillarLinks: objectives.reduce((sum, one) => sum + one.pillars.filter((link) => link.code).length, 0),
    consolidation: plan.areas.reduce((sum, area) => sum + area.consolidation.length, 0),
  };
}
