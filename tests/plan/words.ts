// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ParsedPlan } from "~/plan/import/parsed";

const wordsIn = (text: string) => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** Every word between the heading row of a table and the end of its area: the table and the list after it. */
export function wordsOfTables(text: string): string[] {
  const words: string[] = [];
  let inside = false;
  for (const line of text.split("\n")) {
    const header = /obiettivi.*strategie.*capisaldi/i.test(line);
    if (/^\d+\.\d+\.? \p{L}/u.test(line) || /^(?:APPENDICE|CAPITOLO)/.test(line)) inside = false;
    if (inside && !header && !/^Obiettivi di (?:consolidamento|potenziamento)/.test(line)) {
      words.push(...wordsIn(line.replace(/<\/?(?:p|ol|i)\b[^>]*>/g, " ")));
    }
    if (header) inside = true;
  }
  return words;
}

/** The words that are neither in the plan read nor quoted in its warnings, counted as often as they occur. */
export function wordsMissing(expected: string[], plan: ParsedPlan): string[] {
  const landed = plan.areas.flatMap((area) => [
    ...area.objectives.flatMap((one) => [
      one.title,
      ...one.strategies.map((strategy) => strategy.text),
      ...one.pillars.map((link) => link.label),
    ]),
    ...area.consolidation.map((item) => item.text),
  ]);
  const setAside = plan.warnings.filter((warning) =>
    ["textSetAside", "rowOrphan", "introSetAside", "footnote", "rowStray"].includes(warning.kind),
  );
  const repeated = plan.warnings
    .filter((warning) => warning.kind === "pillarRepeated")
    .map((warning) => String(warning.values.label));
  const counts = new Map<string, number>();
  const texts = [...landed, ...setAside.map((warning) => String(warning.values.text)), ...repeated];
  for (const word of texts.flatMap(wordsIn)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return expected.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}
