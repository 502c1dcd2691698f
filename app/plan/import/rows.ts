// SPDX-License-Identifier: AGPL-3.0-or-later
import { cellsOf, type Columns, columnsOf, isFlatHeader, isRuler } from "./cells";
import { textOf } from "./clean";
import type { Pillar, Warning } from "./parsed";
import { isAllPillars } from "./pillars";
import { cutPillars, flatRow } from "./flat-row";
import type { Line } from "./sections";

/** One objective's row with the pieces that page breaks had scattered put back together, still with its marks. */
export type Row = { line: number; title: string; strategies: string; pillars: string };

const usual: Columns = { objective: 0, strategies: 1, pillars: 2 };

/**
 * Reads the lines of an area's table into whole rows. A row whose first cell is empty, or that carries on a title or a numbering, belongs to the row before. Whatever cannot be
 * placed is quoted in a warning.
 */
export function rowsOf(lines: Line[], pillars: Pillar[], warn: (warning: Warning) => void): Row[] {
  const rows: Row[] = [];
  let columns = usual;
  lines.forEach((line, i) => {
    if (line.text.trim() === "") return;
    const cells = cellsOf(line.text);
    if (!cells) return readLoose(line, rows, pillars, warn);
    const header = columnsOf(cells);
    if (header) {
      columns = header;
    } else if (isRuler(cells)) {
      const underHeader = i > 0 && columnsOf(cellsOf(lines[i - 1]?.text ?? "") ?? []) !== null;
      if (!underHeader) warn({ line: line.number, kind: "rowStray", values: { text: cells.join(" ") } });
    } else {
      place(shape(line, cells, columns, pillars, warn), rows, warn);
    }
  });
  return rows;
}

function readLoose(line: Line, rows: Row[], pillars: Pillar[], warn: (warning: Warning) => void) {
  if (isFlatHeader(line.text)) return;
  const flat = flatRow(line.text, pillars);
  if (flat) {
    warn({ line: line.number, kind: "rowShape", values: { text: textOf(line.text), cells: 1 } });
    return place({ line: line.number, ...flat }, rows, warn);
  }
  const text = textOf(line.text);
  const current = rows[rows.length - 1];
  if (text === "") {
    warn({ line: line.number, kind: "rowStray", values: { text: line.text.trim() } });
  } else if (!current || !/\p{L}/u.test(text)) {
    warn({ line: line.number, kind: "textSetAside", values: { text } });
  } else {
    const cut = cutPillars(text, pillars);
    current.strategies = join(current.strategies, cut.text);
    current.pillars = join(current.pillars, cut.pillars);
    warn({ line: line.number, kind: "lineJoined", values: { text, objective: textOf(current.title) } });
  }
}

/** Brings a row of any number of cells to the three that a plan table has. */
function shape(
  line: Line,
  cells: string[],
  columns: Columns,
  pillars: Pillar[],
  warn: (warning: Warning) => void,
): Row {
  const row = { line: line.number, title: "", strategies: "", pillars: "" };
  if (cells.length === 3) {
    return {
      ...row,
      title: cells[columns.objective] ?? "",
      strategies: cells[columns.strategies] ?? "",
      pillars: cells[columns.pillars] ?? "",
    };
  }
  warn({ line: line.number, kind: "rowShape", values: { text: textOf(cells.join(" ")), cells: cells.length } });
  const flat = cells.length === 2 ? flatRow(cells.join(" "), pillars) : null;
  if (flat) return { ...row, ...flat };
  const [title = "", ...rest] = cells;
  const tail = rest[rest.length - 1] ?? "";
  const labelled = isAllPillars(textOf(tail), pillars);
  return { ...row, title, strategies: (labelled ? rest.slice(0, -1) : rest).join(" "), pillars: labelled ? tail : "" };
}

function place(row: Row, rows: Row[], warn: (warning: Warning) => void) {
  const previous = rows[rows.length - 1];
  if (!continues(row, previous)) {
    rows.push(row);
    return;
  }
  const text = [row.title, row.strategies, row.pillars].map(textOf).filter(Boolean).join(" ");
  if (!previous) {
    warn({ line: row.line, kind: "rowOrphan", values: { text } });
    return;
  }
  previous.title = join(previous.title, row.title);
  previous.strategies = join(previous.strategies, row.strategies);
  previous.pillars = join(previous.pillars, row.pillars);
  warn({ line: row.line, kind: "rowJoined", values: { text, objective: textOf(previous.title) } });
}

/** No title of its own, or the second half of one: it starts small and either nothing follows or the numbering goes on. */
function continues(row: Row, previous: Row | undefined): boolean {
  const title = textOf(row.title);
  if (title === "") return true;
  if (!previous || !/^\p{Ll}/u.test(title)) return false;
  const first = /^(\d{1,2})[.)]/.exec(textOf(row.strategies))?.[1];
  return textOf(row.strategies) === "" || (first !== undefined && Number(first) > 1);
}

function join(head: string, tail: string): string {
  return [head, tail].filter((part) => part !== "").join(" ");
}
