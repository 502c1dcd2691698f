// SPDX-License-Identifier: AGPL-3.0-or-later
/** Names of blocks: comments, suggestions, versions and the round trip through Word all point at a block by its id. */
import type { JSONContent } from "@tiptap/core";

/** Nodes that carry `attrs.id`: every block, and notes. */
export const NAMED = [
  "paragraph", "heading", "blockquote", "bulletList", "orderedList", "listItem", "taskList", "taskItem", "table", "tableRow",
  "tableHeader", "tableCell", "horizontalRule", "image", "footnote", "guidance",
];

const LETTERS = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 12;

const names = new Set(NAMED);

/** Whether nodes of this type carry `attrs.id`. */
export const isNamed = (type: string | undefined): boolean => type !== undefined && names.has(type);

/** A fresh id: 60 random bits in twelve small letters and figures. */
export function newBlockId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(LENGTH)), (byte) => LETTERS[byte % LETTERS.length]).join("");
}

/** Ids may come from pasted pages: anything else than a short plain word is no id. */
export function isBlockId(value: unknown): value is string {
  return typeof value === "string" && /^[a-z\d-]{10,40}$/i.test(value);
}

/**
 * The same text with an id on every block: those there stay, missing, malformed and repeated ones are made anew (the
 * first in the order of reading keeps it). For content that does not come from the editor: templates, imports, fixtures.
 */
export function withBlockIds(node: JSONContent, taken = new Set<string>()): JSONContent {
  const named = isNamed(node.type) ? { ...node, attrs: { ...node.attrs, id: free(node.attrs?.id, taken) } } : node;
  return node.content ? { ...named, content: node.content.map((child) => withBlockIds(child, taken)) } : named;
}

function free(wanted: unknown, taken: Set<string>): string {
  const id = isBlockId(wanted) && !taken.has(wanted) ? wanted : newBlockId();
  taken.add(id);
  return id;
}
