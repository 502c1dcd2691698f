// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";

/** Content in the simplest words, for templates and for other domains that begin a document with a structure. */
export type Block =
  | { type: "heading"; level: 2 | 3 | 4; text: string }
  | { type: "paragraph"; text: string }
  /** Advice to who writes, never shown to readers. */
  | { type: "guidance"; text: string }
  | { type: "bullets" | "numbers" | "tasks"; items: string[] }
  /** The first row is the heading. */
  | { type: "table"; rows: string[][] };

/** The document those blocks make. At least one paragraph, so that there is somewhere to write. */
export function documentOf(blocks: Block[]): JSONContent {
  const content = blocks.map(nodeOf);
  // a table or list at the end would leave no place to go on
  if (content.at(-1)?.type !== "paragraph") content.push(paragraph(""));
  return { type: "doc", content };
}

function nodeOf(block: Block): JSONContent {
  switch (block.type) {
    case "heading":
      return { type: "heading", attrs: { level: block.level }, content: textOf(block.text) };
    case "paragraph":
      return paragraph(block.text);
    case "guidance":
      return { type: "guidance", content: textOf(block.text) };
    case "bullets":
      return { type: "bulletList", content: block.items.map((text) => ({ type: "listItem", content: [paragraph(text)] })) };
    case "numbers":
      return { type: "orderedList", content: block.items.map((text) => ({ type: "listItem", content: [paragraph(text)] })) };
    case "tasks":
      return {
        type: "taskList",
        content: block.items.map((text) => ({ type: "taskItem", attrs: { checked: false }, content: [paragraph(text)] })),
      };
    case "table":
      return {
        type: "table",
        content: block.rows.map((row, i) => ({
          type: "tableRow",
          content: row.map((text) => ({ type: i === 0 ? "tableHeader" : "tableCell", content: [paragraph(text)] })),
        })),
      };
  }
}

const paragraph = (text: string): JSONContent => ({ type: "paragraph", content: textOf(text) });

const textOf = (text: string): JSONContent[] => (text === "" ? [] : [{ type: "text", text }]);
