// SPDX-License-Identifier: AGPL-3.0-or-later
import { Fragment, type Node, Slice } from "@tiptap/pm/model";
import { Mapping, type Transform } from "@tiptap/pm/transform";
import type { Signature } from "../../../schema/suggested/entry";
import { looksOf, markOf, putEntry } from "./own";

/** Proposes that something comes in at a place; answers where it ends, or null when there was nowhere to put it. */
export function proposePresence(tr: Transform, at: number, slice: Slice, signature: Signature): number | null {
  const entry = { ...signature, kind: "insertion" } as const;
  const start = tr.steps.length;
  tr.replace(at, at, new Slice(plain(slice.content), slice.openStart, slice.openEnd));
  const range = changed(tr, start);
  if (!range) return null;
  const { from, to } = range;
  const blocks: number[] = [];
  tr.doc.nodesBetween(from, to, (node, pos) => {
    if (node.isText) tr.addMark(Math.max(pos, from), Math.min(pos + node.nodeSize, to), markOf(node, entry));
    else if (pos >= from && pos < to) blocks.push(pos);
    return !node.isInline;
  });
  for (const pos of blocks) putEntry(tr, pos, entry);
  return to;
}

/**
 * A split before the first letter: the words stay the block they were, and an empty one comes before it. Null for anything
 * else.
 */
export function splitsBefore(doc: Node, from: number, to: number, slice: Slice): { at: number; slice: Slice } | null {
  const $from = doc.resolve(from);
  const { openStart, openEnd } = slice;
  const divides = from === to && openStart > 0 && openStart === openEnd && slice.size === 2 * openStart;
  if (!divides || $from.parentOffset > 0 || $from.parent.content.size === 0) return null;
  const top = $from.depth - openStart + 1;
  for (let depth = $from.depth; depth > top; depth--) if ($from.index(depth - 1) > 0) return null;
  let copy = Fragment.empty;
  for (let depth = $from.depth; depth >= top; depth--) copy = Fragment.from($from.node(depth).copy(copy));
  return { at: $from.before(top), slice: new Slice(copy, 0, 0) };
}

/** Without ids and suggestions made elsewhere: what comes in is somebody's own proposal. */
function plain(content: Fragment): Fragment {
  const nodes: Node[] = [];
  content.forEach((node) => {
    if (node.isText) return nodes.push(node.mark(looksOf(node)));
    const attrs = { ...node.attrs, ...("suggested" in node.attrs && { suggested: null }), ...("id" in node.attrs && { id: null }) };
    return nodes.push(node.type.create(attrs, plain(node.content), looksOf(node)));
  });
  return Fragment.fromArray(nodes);
}

function changed(tr: Transform, start: number): { from: number; to: number } | null {
  let [from, to] = [Number.POSITIVE_INFINITY, -1];
  const { maps } = tr.mapping;
  for (let i = start; i < maps.length; i++) {
    const later = new Mapping(maps.slice(i + 1));
    maps[i]?.forEach((_oldFrom, _oldTo, newFrom, newTo) => {
      from = Math.min(from, later.map(newFrom, -1));
      to = Math.max(to, later.map(newTo, 1));
    });
  }
  return to > from ? { from, to } : null;
}
