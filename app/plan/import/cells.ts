// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * The cells of a table line, separated by tabs or by Markdown pipes; null for ordinary text. Outer pipes do not make cells, unless the row would be left
 * with fewer than the three that a plan table has: then the line was written without them and its first or last cell is empty.
 */
export function cellsOf(line: string): string[] | null {
  if (line.includes("\t")) return line.split("\t").map((cell) => cell.trim());
  const cut = line.split(/(?<!\\)\|/).map((cell) => cell.replaceAll("\\|", "|").trim());
  if (cut.length < 3) return null;
  if (cut.length > 3 && cut[0] === "") cut.shift();
  if (cut.length > 3 && cut[cut.length - 1] === "") cut.pop();
  return cut;
}

/** A ruler line ("---|---", "--\t---\t---") or a row with nothing in it. */
export function isRuler(cells: string[]): boolean {
  return cells.every((cell) => /^[\s:\-–—_=]*$/.test(cell));
}

export type Columns = { objective: number; strategies: number; pillars: number };

/** Which column holds what, read from the heading row of a plan table; null when the line is no such heading. */
export function columnsOf(cells: string[]): Columns | null {
  const at = (pattern: RegExp) => cells.findIndex((cell) => pattern.test(cell.trim()));
  const objective = at(/^[*#\s<p>]*obiettiv/i);
  const strategies = at(/^[*\s<p>]*strategi/i);
  const pillars = at(/^[*\s<p>]*(?:connession|capisald)/i);
  return objective >= 0 && strategies >= 0 && pillars >= 0 ? { objective, strategies, pillars } : null;
}

/** The heading row of a table whose separators were lost: the three column names follow one another on one line. */
export function isFlatHeader(line: string): boolean {
  return line.length < 160 && /^[*\s]*obiettiv.*strategi.*(?:connession|capisald)/i.test(line);
}
