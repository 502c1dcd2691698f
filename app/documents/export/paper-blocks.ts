// SPDX-License-Identifier: AGPL-3.0-or-later
/** Blocks of what is added to a paper, in the schema of its text. */
import type { JSONContent } from "@tiptap/core";

export const paragraphOf = (text: string, ...marks: ("bold" | "italic")[]): JSONContent => ({ type: "paragraph", content: text ? [{ type: "text", text, marks: marks.map((type) => ({ type })) }] : [] });

export const headingOf = (level: number, text: string): JSONContent => ({ type: "heading", attrs: { level }, content: [{ type: "text", text }] });

export const listOf = (items: string[]): JSONContent => ({ type: "bulletList", content: items.map((text) => ({ type: "listItem", content: [paragraphOf(text)] })) });

/** The first row is the heading. */
export const tableOf = (rows: string[][]): JSONContent => ({
  type: "table",
  content: rows.map((cells, i) => ({ type: "tableRow", content: cells.map((text) => ({ type: i === 0 ? "tableHeader" : "tableCell", content: [paragraphOf(text)] })) })),
});
