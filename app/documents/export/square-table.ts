// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";

const MOST_COLUMNS = 64;

/**
 * A table in which every place is taken exactly once: spans that reach too far are cut, holes are filled, and what finds
 * no place follows the table. Its `attrs` say how many columns it has and how many rows at the top are headings.
 */
export function squareTable(table: JSONContent, contentOf: (cell: JSONContent) => JSONContent[]): JSONContent[] {
  const rows = (table.content ?? []).filter(({ type }) => type === "tableRow");
  const columns = Math.min(MOST_COLUMNS, Math.max(0, ...rows.map((row) => (row.content ?? []).reduce((sum, cell) => sum + span(cell.attrs?.colspan), 0))));
  if (columns === 0) return [];
  // how many further rows each column is taken from above
  const taken = new Array<number>(columns).fill(0);
  const homeless: JSONContent[] = [];
  const square = rows.map((row, r) => {
    const cells = [...(row.content ?? [])];
    const out: JSONContent[] = [];
    let column = 0;
    while (column < columns) {
      if (taken[column]! > 0) {
        taken[column]!--;
        column++;
        continue;
      }
      const cell = cells.shift();
      let width = 1;
      while (cell && width < span(cell.attrs?.colspan) && column + width < columns && taken[column + width] === 0) width++;
      const height = cell ? Math.min(span(cell.attrs?.rowspan), rows.length - r) : 1;
      out.push({ type: cell?.type === "tableHeader" ? "tableHeader" : "tableCell", attrs: { colspan: width, rowspan: height }, content: cell ? contentOf(cell) : [] });
      for (let i = 0; i < width; i++) taken[column + i] = height - 1;
      column += width;
    }
    homeless.push(...cells.flatMap(contentOf));
    return { type: "tableRow", content: out };
  });
  const first = square[0]?.content ?? [];
  const header = first.length > 0 && first.every(({ type, attrs }) => type === "tableHeader" && attrs?.rowspan === 1) && square.length > 1 ? 1 : 0;
  return [{ type: "table", attrs: { columns, header }, content: square }, ...homeless];
}

const span = (value: unknown): number => (Number.isInteger(value) && (value as number) > 0 ? Math.min(value as number, MOST_COLUMNS) : 1);
