// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Node } from "@tiptap/pm/model";
import { canJoin, type Transform } from "@tiptap/pm/transform";
import type { Author, Signature } from "../../../schema/suggested/entry";
import { markOf, ownEntry, putEntry } from "./own";

type Place = { node: Node; pos: number; from: number; to: number };

/** Proposes that what stands between two places goes. What the author had only proposed goes at once. */
export function proposeAbsence(tr: Transform, from: number, to: number, signature: Signature, author: Author): void {
  const entry = { ...signature, kind: "deletion" } as const;
  const places: Place[] = [];
  tr.doc.nodesBetween(from, to, (node, pos) => {
    const place = { node, pos, from: Math.max(pos, from), to: Math.min(pos + node.nodeSize, to) };
    if (node.isText || pos >= from) places.push(place);
    // the words of a note go with it
    return !node.isInline;
  });
  const own: Place[] = [];
  for (const place of places) {
    if (ownEntry(place.node, author, "insertion")) own.push(place);
    else if (ownEntry(place.node, author, "deletion")) continue;
    else if (place.node.isText) tr.addMark(place.from, place.to, markOf(place.node, entry));
    else putEntry(tr, place.pos, entry);
  }
  for (const place of own.reverse()) {
    if (place.node.isInline) tr.delete(place.from, place.to);
    else dissolve(tr, place.pos, author);
  }
}

/** Takes away a block of the author's own making; words of others in it join those before. */
function dissolve(tr: Transform, pos: number, author: Author): void {
  const node = tr.doc.nodeAt(pos);
  if (!node) return;
  const $pos = tr.doc.resolve(pos);
  // what its parent cannot be without would be filled in again, as accepted text: it stays, as proposed as it was
  if (isEmpty(node, author) && $pos.parent.canReplace($pos.index(), $pos.index() + 1)) {
    tr.delete(pos, pos + node.nodeSize);
    return;
  }
  // the first paragraph of an item goes with the item
  const { nodeBefore } = $pos;
  if (!nodeBefore || nodeBefore.isLeaf) return;
  const depth = node.firstChild && !node.isTextblock && node.firstChild.isTextblock && ownEntry(node.firstChild, author, "insertion") ? 2 : 1;
  if (node.isTextblock ? nodeBefore.isTextblock : nodeBefore.type === node.type && canJoin(tr.doc, pos)) tr.join(pos, depth);
}

function isEmpty(node: Node, author: Author): boolean {
  if (node.isLeaf) return true;
  let empty = true;
  node.descendants((inner) => {
    if (inner.isInline || (inner.isLeaf && !ownEntry(inner, author, "insertion"))) empty = false;
    return empty;
  });
  return empty;
}
