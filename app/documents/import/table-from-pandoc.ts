// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import type { Pandoc } from "../export/pandoc-text";
import { squareTable } from "../export/square-table";
import type { Lost } from "./losses";

type Cell = [unknown, unknown, number, number, Pandoc[]];
type Row = [unknown, Cell[]];
type Body = [unknown, number, Row[], Row[]];
type Table = [unknown, [unknown, Pandoc[]], unknown[], [unknown, Row[]], Body[], [unknown, Row[]]];

/** A table of Pandoc as one of ours: its caption goes in front, as a paragraph. */
export function tableFrom(c: unknown, inside: (blocks: unknown) => JSONContent[], lost: Lost): JSONContent[] {
  const [, [, caption], , [, head], bodies, [, foot]] = c as Table;
  const said = inside(caption);
  if (said.length > 0) lost.count("captions");
  const rowOf = ([, cells]: Row, headed: (column: number) => boolean): JSONContent => ({
    type: "tableRow",
    content: cells.map(([, , rowspan, colspan, blocks], column) => ({ type: headed(column) ? "tableHeader" : "tableCell", attrs: { rowspan, colspan }, content: inside(blocks) })),
  });
  const rows = [
    ...head.map((row) => rowOf(row, () => true)),
    ...bodies.flatMap(([, headColumns, heads, rest]) => [...heads.map((row) => rowOf(row, () => true)), ...rest.map((row) => rowOf(row, (column) => column < headColumns))]),
    ...foot.map((row) => rowOf(row, () => false)),
  ];
  const square = squareTable({ type: "table", content: rows }, (cell) => cell.content ?? []);
  return [...said, ...square.map((node) => (node.type === "table" ? { type: "table", content: node.content?.map(filled) } : node))];
}

/** A cell holds at least a paragraph. */
const filled = (row: JSONContent): JSONContent => ({ ...row, content: row.content?.map((cell) => (cell.content?.length ? cell : { ...cell, content: [{ type: "paragraph", content: [] }] })) });
