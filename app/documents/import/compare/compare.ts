// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { cleanText } from "../../export/clean-text";
import type { BlockChanges } from "../../schema/suggested/propose";
import type { Difference, NotCarried } from "./difference";
import { inOrder } from "./order";
import { pair } from "./pair";
import { printOf } from "./print";
import { removals } from "./removals";
import { restored } from "./restore";
import { isLeaf, isTextBlock, leavesIn, type Tree, treeOf, wordsOf } from "./tree";

type Placed = Difference & { place: number };

export type Comparison = { changes: Required<BlockChanges>; differences: Difference[]; notCarried: Partial<Record<NotCarried, number>> };

/** `base`: the accepted text when the file was made; `current`: the accepted text now; `blocks`: what the file says. */
export type Sides = { base: JSONContent; current: JSONContent; blocks: JSONContent[] };

/**
 * What the file has differently from the text it was made from, as changes of the text as it stands now: whoever edited
 * the file wished those, and nothing of what others have written since. Pure.
 */
export function compareFile({ base, current, blocks }: Sides): Comparison {
  const was = treeOf(base);
  const is = treeOf(current);
  const leaves = leavesIn({ type: "doc", content: blocks });
  const pairs = pair(leaves, was);
  const levels = levelsOf(base);
  const differences: Placed[] = [];
  const order = new Map(is.leaves().map((id, place) => [id, place]));
  /** Where a block stands among the innermost ones; of a container, its first or its last. */
  const placeOf = (id: string, last = false) => order.get((last ? is.leaves(id).at(-1) : is.leaves(id)[0]) ?? "") ?? -1;
  const changes: Comparison["changes"] = { changed: {}, removed: [], inserted: [] };
  const lost: Comparison["notCarried"] = {};
  const count = (what: NotCarried) => (lost[what] = (lost[what] ?? 0) + 1);

  const placed = leaves.flatMap((leaf) => (is.node(pairs.get(leaf) ?? "") ? [pairs.get(leaf)!] : []));
  const inPlace = inOrder(placed, (id) => order.get(id) ?? -1);
  /** Blocks that stand elsewhere in the file, in another structure: they go where they were. */
  const gone = new Set<string>();
  const wentElsewhere = (node: JSONContent) => leavesIn(node).every((leaf) => wordsOf(leaf) === "" || (is.node(pairs.get(leaf) ?? "") !== undefined && !inPlace.has(pairs.get(leaf)!)));

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

  const compareLeaf = (leaf: JSONContent, id: string) => {
    const [old, standing] = [was.node(id)!, is.node(id)];
    const level = levels.get(id);
    const shape = !isTextBlock(old) || (leaf.type === old.type && (leaf.type !== "heading" || Number(leaf.attrs?.level) === level));
    if (printOf(leaf) === printOf(old) && shape) return;
    if (!standing) return void count("gone");
    if (!isTextBlock(standing) || !isTextBlock(leaf)) return;
    const asLeaf = leaf.type !== "heading" ? { type: leaf.type! } : { type: "heading", attrs: { level: shape ? standing.attrs?.level : Math.min(4, Number(leaf.attrs?.level) + 1) } };
    const wanted = { ...asLeaf, content: restored(leaf, standing) };
    if (printOf(wanted) === printOf(standing) && wanted.type === standing.type && shape) return;
    changes.changed[id] = wanted;
    const [before, after] = [wordsOf(standing), wordsOf(wanted)];
    differences.push({ place: placeOf(id), kind: before === after ? "looks" : "changed", before, after, section: is.section(id), meanwhile: printOf(standing) !== printOf(old) });
  };

  const insert = (node: JSONContent, after: string | null, inside: string | null) => {
    const words = leavesIn(node).map(wordsOf).join("\n");
    const last = changes.inserted.at(-1);
    if (last && last.after === after && (last.inside ?? null) === inside) last.blocks.push(node);
    else changes.inserted.push({ after, blocks: [node], ...(after === null && inside !== null ? { inside } : {}) });
    const place = after !== null ? placeOf(after, true) + 0.5 : inside !== null ? placeOf(inside) - 0.5 : -0.5;
    differences.push({ place, kind: "inserted", before: "", after: words, section: after === null ? null : is.section(after), meanwhile: false });
  };

  const walk = (nodes: JSONContent[], parent: string | null) => {
    const ids = nodes.map((node) => same(node));
    const first = new Map<string | null, number>();
    ids.forEach((id, i) => first.has(id) || first.set(id, i));
    const at = (id: string | null, i: number): id is string => id !== null && is.node(id) !== undefined && is.parent(id) === parent && first.get(id) === i;
    const stay = inOrder(ids.filter((id, i) => at(id, i)) as string[], (id) => is.place(id));
    let after: string | null = null;
    nodes.forEach((node, i) => {
      const id = ids[i]!;
      if (id !== null && stay.has(id) && at(id, i)) {
        if (isLeaf(node)) compareLeaf(node, id);
        else walk(node.content ?? [], id);
        after = id;
      } else if (id !== null && at(id, i)) {
        // moved among its brothers: it goes here and comes there
        changes.removed.push(id);
        differences.push({ place: placeOf(id), kind: "removed", before: wordsIn(is, id), after: "", section: is.section(id), meanwhile: false });
        insert(node, after, parent);
      } else if (leavesIn(node).some((leaf) => pairs.has(leaf)) && wentElsewhere(node)) {
        // moved into a list, or out of one: it goes there and comes here
        for (const leaf of leavesIn(node)) gone.add(pairs.get(leaf) ?? "");
        insert(node, after, parent);
      } else if (leavesIn(node).some((leaf) => pairs.has(leaf))) {
        // it stands in another place of the structure: its words count, its place does not
        for (const leaf of leavesIn(node)) if (pairs.has(leaf)) compareLeaf(leaf, pairs.get(leaf)!);
        if (leavesIn(node).some((leaf) => is.node(pairs.get(leaf) ?? ""))) count("structure");
      } else if (leavesIn(node).some((leaf) => wordsOf(leaf) !== "")) insert(node, after, parent);
    });
  };

  walk(blocks, null);
  const absent = removals(was, is, new Set([...pairs.values()].filter((id) => !gone.has(id))));
  for (const id of absent.removed) {
    changes.removed.push(id);
    const meanwhile = is.leaves(id).some((leaf) => !was.node(leaf) || printOf(was.node(leaf)!) !== printOf(is.node(leaf)!));
    differences.push({ place: placeOf(id), kind: "removed", before: wordsIn(is, id), after: "", section: is.section(id), meanwhile });
  }
  for (const id of absent.emptied) {
    changes.changed[id] = { type: "paragraph", content: [] };
    differences.push({ place: placeOf(id), kind: "removed", before: wordsIn(is, id), after: "", section: is.section(id), meanwhile: false });
  }
  return { changes, differences: inReadingOrder(differences), notCarried: lost };
}

const inReadingOrder = (placed: Placed[]): Difference[] => placed.sort((a, b) => a.place - b.place).map(({ place: _place, ...difference }) => difference);

const wordsIn = (tree: Tree, id: string): string => tree.leaves(id).map((leaf) => wordsOf(tree.node(leaf)!)).filter(Boolean).join("\n");

/** Levels of headings as the exported file has them. */
function levelsOf(base: JSONContent): Map<string, number> {
  const found = new Map<string, number>();
  const look = (node: JSONContent) => {
    if (node.type === "heading" && node.attrs?.id) found.set(node.attrs.id, node.attrs.level);
    node.content?.forEach(look);
  };
  for (const block of cleanText(base, { suggestions: "without" })) look(block);
  return found;
}
