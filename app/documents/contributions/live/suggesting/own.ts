// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Mark, Node } from "@tiptap/pm/model";
import type { Transform } from "@tiptap/pm/transform";
import { type Author, type Entry, isBy, isSuggestionMark, type Kind, readEntries, type Signature, writeEntries } from "../../../schema/suggested/entry";

/** All that is proposed about a node of an editor. */
export function entriesOfNode(node: Node): Entry[] {
  const marks = node.marks.flatMap(({ type, attrs }) => (isSuggestionMark(type.name) ? [{ ...(attrs as Signature & { was?: string }), kind: type.name as Kind }] : []));
  return node.isText ? marks : readEntries(node.attrs.suggested);
}

/** What the author proposes about it, of one kind or of any. */
export const ownEntry = (node: Node, author: Author, kind?: Kind): Entry | undefined =>
  entriesOfNode(node).find((entry) => isBy(entry, author) && (kind === undefined || entry.kind === kind));

export function markOf(node: Node, { kind, ...attrs }: Entry): Mark {
  const type = node.type.schema.marks[kind];
  if (!type) throw new RangeError(`No mark ${kind}`);
  return type.create(attrs);
}

/** Marks of suggestions left out. */
export const looksOf = (node: Node): Mark[] => node.marks.filter(({ type }) => !isSuggestionMark(type.name));

/** Writes an entry onto the block or sign at a place, in the stead of the author's of the same kind. */
export function putEntry(tr: Transform, pos: number, entry: Entry): void {
  const node = tr.doc.nodeAt(pos);
  if (!node || !("suggested" in node.attrs)) throw new RangeError("Nothing can be proposed about this");
  const others = readEntries(node.attrs.suggested).filter((each) => !(isBy(each, entry) && each.kind === entry.kind));
  tr.setNodeAttribute(pos, "suggested", writeEntries([...others, entry]));
}
