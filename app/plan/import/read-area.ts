// SPDX-License-Identifier: AGPL-3.0-or-later
import { cellsOf } from "./cells";
import { textOf } from "./clean";
import { consolidationOf, isConsolidationHeading, isListItem } from "./consolidation";
import { flatRow } from "./flat-row";
import { type Lexicon, mendHyphens } from "./hyphens";
import type { ParsedArea, ParsedObjective, ParsedStrategy, Pillar, PillarLink, Warning } from "./parsed";
import { isAllPillars, segmentLabels } from "./pillars";
import { type Row, rowsOf } from "./rows";
import { type AreaSource, isTableHeader, type Line } from "./sections";
import { splitStrategies } from "./split-strategies";

export type Means = { pillars: Pillar[]; lexicon: Lexicon; warn: (warning: Warning) => void };

/** Reads one area: its table of priority objectives and its list of consolidation objectives. */
export function readArea(source: AreaSource, means: Means): ParsedArea {
  const { table, list } = zonesOf(source, means);
  const objectives = rowsOf(table, means.pillars, means.warn).map((row) => readRow(row, means));
  if (objectives.length === 0) means.warn({ line: source.line, kind: "tableMissing", values: { area: source.number } });
  const consolidation = consolidationOf(list, means.warn).map((item) => mend(item, means));
  if (consolidation.length === 0)
    means.warn({ line: source.line, kind: "consolidationMissing", values: { area: source.number } });
  warnOfRepetitions(objectives, consolidation, means);
  return {
    number: source.number,
    title: mendText(source.title, source.line, means),
    line: source.line,
    objectives,
    consolidation,
  };
}

/** The lines of the table (from its heading row, or its first row when that was lost) and those of the list after it. */
function zonesOf(source: AreaSource, { pillars, warn }: Means): { table: Line[]; list: Line[] } {
  const { lines } = source;
  const isRow = (line: Line) => (cellsOf(line.text)?.length ?? 0) >= 2;
  const isPlanRow = (line: Line) => {
    const cells = cellsOf(line.text);
    return cells
      ? cells.length >= 2 && isAllPillars(textOf(cells[cells.length - 1] ?? ""), pillars)
      : flatRow(line.text, pillars) !== null;
  };
  const header = lines.findIndex((line) => isTableHeader(line.text));
  const firstRow = lines.findIndex(isPlanRow);
  const opening = header >= 0 ? header : firstRow;
  const heading = lines.findIndex((line, i) => i > opening && isConsolidationHeading(line.text));
  const unheaded =
    heading < 0 && opening >= 0
      ? lines.findIndex((line, i) => i > opening && isListItem(line.text) && !isRow(line))
      : -1;
  if (header < 0 && firstRow >= 0)
    warn({ line: lines[firstRow]?.number ?? source.line, kind: "headerMissing", values: { area: source.number } });
  if (unheaded >= 0)
    warn({
      line: lines[unheaded]?.number ?? source.line,
      kind: "consolidationHeading",
      values: { area: source.number },
    });
  const end = heading >= 0 ? heading : unheaded >= 0 ? unheaded : lines.length;
  const after = lines.slice(heading >= 0 ? heading + 1 : end);
  const astray = [...lines.slice(0, Math.max(opening, 0)).filter(isPlanRow), ...after.filter(isRow)];
  for (const line of astray) warn({ line: line.number, kind: "rowMoved", values: { text: textOf(line.text) } });
  const table =
    opening >= 0
      ? [...lines.slice(0, opening).filter(isPlanRow), ...lines.slice(opening, end), ...after.filter(isRow)]
      : after.filter(isRow);
  return { table, list: after.filter((line) => !isRow(line)) };
}

function readRow(row: Row, means: Means): ParsedObjective {
  const title = mendText(textOf(row.title), row.line, means);
  const cell = mendText(textOf(listMarks(row.strategies)), row.line, means);
  const { parts, doubts } = splitStrategies(cell);
  for (const doubt of doubts)
    means.warn({ line: row.line, kind: doubt.kind, values: { objective: title, detail: doubt.detail } });
  if (parts.length === 0) means.warn({ line: row.line, kind: "strategiesMissing", values: { objective: title } });
  return {
    title,
    line: row.line,
    strategies: parts.map((part) => ({ ...part, text: part.text.replace(/\s+[-–—]+$/, ""), line: row.line })),
    pillars: readPillars(row, title, means),
  };
}

/** Real list items carry no number in the text: gives them the one they would be printed with. */
function listMarks(cell: string): string {
  let count = 0;
  return cell.replace(/<li\b[^>]*>\s*(?!\s*\d{1,2}[.)]\s)/gi, (tag) => `${tag} ${(count += 1)}. `);
}

function readPillars(row: Row, objective: string, means: Means): PillarLink[] {
  const { warn } = means;
  const links: PillarLink[] = [];
  for (const { alias, ...link } of segmentLabels(mendText(textOf(row.pillars), row.line, means), means.pillars)) {
    const values = { label: link.label, objective };
    if (link.code === null) warn({ line: row.line, kind: "pillarUnknown", values });
    if (alias && link.code) warn({ line: row.line, kind: "pillarAlias", values: { ...values, code: link.code } });
    if (link.code && links.some((other) => other.code === link.code))
      warn({ line: row.line, kind: "pillarRepeated", values: { ...values, code: link.code } });
    else links.push(link);
  }
  if (links.length === 0) warn({ line: row.line, kind: "objectiveWithoutPillars", values: { objective } });
  return links;
}

function mend(item: ParsedStrategy, means: Means): ParsedStrategy {
  return {
    ...item,
    text: item.text
      .split("\n")
      .map((part) => mendText(part, item.line, means))
      .join("\n"),
  };
}

function mendText(text: string, line: number, { lexicon, warn }: Means): string {
  const mended = mendHyphens(text, lexicon);
  for (const word of mended.joined) warn({ line, kind: "hyphenJoined", values: { word } });
  for (const word of mended.kept) warn({ line, kind: "hyphenKept", values: { word } });
  return mended.text;
}

/** The same directive printed both as a strategy and as a consolidation objective is shown, never merged. */
function warnOfRepetitions(objectives: ParsedObjective[], consolidation: ParsedStrategy[], { warn }: Means) {
  const strategies = objectives.flatMap((one) =>
    one.strategies.map((strategy) => ({ strategy, words: wordSet(strategy.text), objective: one.title })),
  );
  for (const item of consolidation) {
    const words = wordSet(item.text);
    const twin = strategies.find((one) => likeness(one.words, words) >= 0.8);
    if (twin)
      warn({
        line: item.line,
        kind: "textRepeated",
        values: { text: item.text, objective: twin.objective, otherLine: twin.strategy.line },
      });
  }
}

function wordSet(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/\p{L}{3,}/gu) ?? []);
}

function likeness(a: Set<string>, b: Set<string>): number {
  if (a.size < 5 || b.size < 5) return 0;
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared);
}
