// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { isBlockId } from "./block-id";
import { plainText } from "./text";

/** The address of a block within its page. */
export const anchorOf = (id: unknown): string | undefined => (isBlockId(id) ? `b-${id}` : undefined);

export type Entry = { id: string | undefined; level: number; text: string };

/** The headings of a text in the order of reading, those without words left out. */
export function outlineOf(node: JSONContent): Entry[] {
  if (node.type === "heading") {
    const text = plainText(node);
    return text ? [{ id: anchorOf(node.attrs?.id), level: Number(node.attrs?.level) || 2, text }] : [];
  }
  return (node.content ?? []).flatMap(outlineOf);
}

/** The notes of a text in the order of reading: the first is number 1. */
export function footnotesOf(node: JSONContent): JSONContent[] {
  return node.type === "footnote" ? [node] : node.type === "guidance" ? [] : (node.content ?? []).flatMap(footnotesOf);
}

/** The text as readers and exports have it: without the advice to who writes. */
export function withoutGuidance(node: JSONContent): JSONContent {
  if (!node.content) return node;
  return { ...node, content: node.content.filter(({ type }) => type !== "guidance").map(withoutGuidance) };
}
