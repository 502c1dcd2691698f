// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";

/** Nodes whose text stands on lines of its own. */
const LINES = new Set(["paragraph", "heading"]);

/** The words of a document, one line per paragraph, cells of a row separated by tabs, notes in square brackets where they stand. */
export function plainText(node: JSONContent): string {
  return lines(node).join("\n").trim();
}

function lines(node: JSONContent): string[] {
  if (node.type === "tableRow") {
    return [(node.content ?? []).map((cell) => lines(cell).join(" ").trim()).join("\t")];
  }
  if (node.type === "guidance") return [];
  if (node.type === "image") return [String(node.attrs?.alt ?? "")];
  if (node.type && LINES.has(node.type)) return [inline(node)];
  return (node.content ?? []).flatMap(lines);
}

function inline(node: JSONContent): string {
  if (node.type === "text") return node.text ?? "";
  if (node.type === "hardBreak") return "\n";
  if (node.type === "mention") return String(node.attrs?.label ?? "");
  const words = (node.content ?? []).map(inline).join("");
  return node.type === "footnote" ? ` [${words}]` : words;
}

/** Words as people count them; digits and apostrophes belong to a word. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0;
}
