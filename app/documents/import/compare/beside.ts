// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { inOrder } from "./order";
import { pair } from "./pair";
import { printOf } from "./print";
import { inOurForm } from "./restore";
import { structureOf } from "./structure";
import { isLeaf, leavesIn, treeOf, wordsOf } from "./tree";

/**
 * `base`: the accepted text when the file was made; `current`: the accepted text now; `blocks`: what the file says;
 * `untouched`: what it would say if nobody had edited it; `topLevel`: the level that our highest headings have in it.
 */
export type Sides = { base: JSONContent; current: JSONContent; blocks: JSONContent[]; untouched: JSONContent[]; topLevel: number };

export type Beside = ReturnType<typeof putBeside>;

/** Puts the blocks of a file beside those of the text it was made from (`was`) and of the text as it stands (`is`). */
export function putBeside({ base, current, blocks, untouched, topLevel }: Sides) {
  const was = treeOf(base);
  const is = treeOf(current);
  const leaves = leavesIn({ type: "doc", content: blocks });
  const pairs = pair(leaves, was);
  const structure = structureOf({ blocks, pairs, untouched, was, is });
  const order = new Map(is.leaves().map((id, place) => [id, place]));

  /** Whether a block of the file is one that still stands in the text. */
  const stands = (leaf: JSONContent) => is.node(pairs.get(leaf) ?? "") !== undefined;
  const inPlace = inOrder(leaves.filter(stands).map((leaf) => pairs.get(leaf)!), (id) => order.get(id) ?? -1);

  /** Where a block stands among the innermost ones; of a container, its first or its last. */
  const placeOf = (id: string, last = false) => order.get((last ? is.leaves(id).at(-1) : is.leaves(id)[0]) ?? "") ?? -1;

  /** Whether all that a block of the file says stands elsewhere in the text. */
  const wentElsewhere = (node: JSONContent) => leavesIn(node).every((leaf) => wordsOf(leaf) === "" || (stands(leaf) && !inPlace.has(pairs.get(leaf)!)));

  /** Whether others have changed these blocks of the text since the file was made. */
  const meanwhile = (ids: string[]) => ids.flatMap((id) => is.leaves(id)).some((leaf) => !was.node(leaf) || printOf(was.node(leaf)!) !== printOf(is.node(leaf)!));

  /** A block of the file with what it cannot say, and without taking back what others wrote. */
  const ours = (node: JSONContent): JSONContent =>
    isLeaf(node) ? inOurForm(node, pairs.get(node) ?? "", was, is, { topLevel, untouched: structure.untouched }) : { ...node, content: (node.content ?? []).map(ours) };

  /** The block of the text that a block of the file is, if any. */
  const same = (node: JSONContent): string | null => {
    if (isLeaf(node)) return pairs.get(node) ?? null;
    for (const leaf of leavesIn(node)) {
      const id = pairs.get(leaf);
      const found = id && is.above(id).find((each) => is.node(each)?.type === node.type);
      if (found) return found;
    }
    return null;
  };

  return { was, is, pairs, structure, stands, placeOf, wentElsewhere, meanwhile, ours, same };
}
