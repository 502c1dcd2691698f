// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import type { BlockChanges } from "../../schema/suggested/propose";
import type { Difference, NotCarried } from "./difference";
import { inOrder } from "./order";
import { pair } from "./pair";
import { printOf } from "./print";
import { removals } from "./removals";
import { type Levels, inOurForm } from "./restore";
import { shapeOf } from "../../schema/suggested/shape";
import { structureOf } from "./structure";
import { isLeaf, isTextBlock, leavesIn, type Tree, treeOf, wordsOf } from "./tree";

type Placed = Difference & { place: number };

export type Comparison = { changes: Required<BlockChanges>; differences: Difference[]; notCarried: Partial<Record<NotCarried, number>> };

/**
 * `base`: the accepted text when the file was made; `current`: the accepted text now; `blocks`: what the file says;
 * `untouched`: what it would say if nobody had edited it; `topLevel`: the level that our highest headings have in it.
 */
export type Sides = { base: JSONContent; current: JSONContent; blocks: JSONContent[]; untouched: JSONContent[]; topLevel: number };

/**
 * What the file has differently from the text it was made from, as changes of the text as it stands now: whoever edited
 * the file wished those, and nothing of what others have written since. Pure.
 */
export function compareFile({ base, current, blocks, untouched, topLevel }: Sides): Comparison {
  const was = treeOf(base);
  const is = treeOf(current);
  const leaves = leavesIn({ type: "doc", content: blocks });
  const pairs = pair(leaves, was);
  const structure = structureOf({ blocks, pairs, untouched, was, is });
  const levels: Levels = { topLevel, untouched: structure.untouched };
  const differences: Placed[] = [];
  const order = new Map(is.leaves().map((id, place) => [id, place]));
  /** Where a block stands among the innermost ones; of a container, its first or its last. */
  const placeOf = (id: string, last = false) => order.get((last ? is.leaves(id).at(-1) : is.leaves(id)[0]) ?? "") ?? -1;
  const changes: Comparison["changes"] = { changed: {}, removed: [], inserted: [] };
  const lost: Comparison["notCarried"] = {};
  const count = (what: NotCarried) => (lost[what] = (lost[what] ?? 0) + 1);

  const standing = (leaf: JSONContent) => is.node(pairs.get(leaf) ?? "");
  const placed = leaves.flatMap((leaf) => (standing(leaf) ? [pairs.get(leaf)!] : []));
  const inPlace = inOrder(placed, (id) => order.get(id) ?? -1);
  const wentElsewhere = (node: JSONContent) => leavesIn(node).every((leaf) => wordsOf(leaf) === "" || (standing(leaf) !== undefined && !inPlace.has(pairs.get(leaf)!)));
  const meanwhile = (ids: string[]) => ids.flatMap((id) => is.leaves(id)).some((leaf) => !was.node(leaf) || printOf(was.node(leaf)!) !== printOf(is.node(leaf)!));
  /** A block of the file with what it cannot say, and without taking back what others wrote. */
  const ours = (node: JSONContent): JSONContent => (isLeaf(node) ? inOurForm(node, pairs.get(node) ?? "", was, is, levels) : { ...node, content: (node.content ?? []).map(ours) });

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
    const [old, now, before] = [was.node(id)!, is.node(id), structure.untouched(id)];
    const sameShape = !isTextBlock(old) || (leaf.type === (before ?? old).type && (leaf.type !== "heading" || leaf.attrs?.level === before?.attrs?.level));
    if (printOf(leaf) === printOf(old) && sameShape) return;
    if (!now) return void count("gone");
    if (!isTextBlock(now) || !isTextBlock(leaf)) return;
    const wanted = ours(leaf);
    if (printOf(wanted) === printOf(now) && wanted.type === now.type && sameShape) return;
    changes.changed[id] = wanted;
    const [words, newWords] = [wordsOf(now), wordsOf(wanted)];
    const shape = sameShape ? undefined : { was: shapeOf(now), becomes: shapeOf(wanted) };
    differences.push({ place: placeOf(id), kind: words !== newWords ? "changed" : shape ? "structure" : "looks", before: words, after: newWords, section: is.section(id), meanwhile: printOf(now) !== printOf(old), ...(shape && { shape }) });
  };

  const insert = (nodes: JSONContent[], after: string | null, inside: string | null, instead: string[] = [], what: Pick<Difference, "kind" | "shape"> = { kind: "inserted" }) => {
    const wanted = nodes.map(ours);
    const last = changes.inserted.at(-1);
    const goesOn = last && last.after === after && (last.inside ?? null) === inside && !last.instead && instead.length === 0;
    if (goesOn) last.blocks.push(...wanted);
    else changes.inserted.push({ after, blocks: wanted, ...(after === null && inside !== null ? { inside } : {}), ...(instead.length > 0 && { instead }) });
    const place = after !== null ? placeOf(after, true) + 0.5 : inside !== null ? placeOf(inside) - 0.5 : -0.5;
    const before = instead.map((id) => wordsIn(is, id)).join("\n");
    differences.push({ place, ...what, before, after: wanted.flatMap(leavesIn).map(wordsOf).join("\n"), section: after === null ? null : is.section(after), meanwhile: instead.length > 0 && meanwhile(instead) });
  };

  const walk = (nodes: JSONContent[], parent: string | null) => {
    const ids = nodes.map((node) => same(node));
    const first = new Map<string | null, number>();
    ids.forEach((id, i) => first.has(id) || first.set(id, i));
    const at = (id: string | null, i: number): id is string => id !== null && is.node(id) !== undefined && is.parent(id) === parent && first.get(id) === i;
    const stay = inOrder(ids.filter((id, i) => at(id, i)) as string[], (id) => is.place(id));
    const restructured = (i: number) => !at(ids[i]!, i) && !wentElsewhere(nodes[i]!) && structure.changed(nodes[i]!);
    let after: string | null = null;
    for (let i = 0; i < nodes.length; i++) {
      const [node, id] = [nodes[i]!, ids[i]!];
      const known = leavesIn(node).filter((leaf) => pairs.has(leaf));
      if (id !== null && stay.has(id) && at(id, i)) {
        if (isLeaf(node)) compareLeaf(node, id);
        else walk(node.content ?? [], id);
        after = id;
      } else if (id !== null && at(id, i)) insert([node], after, parent, [id], { kind: "moved" });
      else if (known.length > 0 && wentElsewhere(node) && structure.insteadOf([node], parent)) insert([node], after, parent, structure.insteadOf([node], parent)!, { kind: "moved" });
      else if (restructured(i)) {
        // what comes from the same list belongs together
        let end = i + 1;
        const from = new Set(structure.sources(node, parent));
        while (end < nodes.length && restructured(end) && structure.sources(nodes[end]!, parent).some((source) => from.has(source))) structure.sources(nodes[end++]!, parent).forEach((source) => from.add(source));
        const group = nodes.slice(i, end);
        const instead = structure.insteadOf(group, parent);
        if (instead === null) group.forEach(asItStands);
        else {
          const beside = instead.filter((each) => is.parent(each) === parent && (after === null || is.place(each) > is.place(after))).at(-1);
          after = beside ?? after;
          insert(group, after, parent, instead, { kind: "structure", shape: { was: shapeOf(is.node([...from][0]!)!), becomes: shapeOf(ours(node)) } });
        }
        i = end - 1;
      } else if (known.length > 0 && wentElsewhere(node)) asItStands(node);
      else if (known.length > 0) for (const leaf of known) compareLeaf(leaf, pairs.get(leaf)!);
      else if (leavesIn(node).some((leaf) => wordsOf(leaf) !== "" && !structure.isOfTheFormat(leaf))) insert([node], after, parent);
    }
  };

  /** Its words count, its place in the structure does not. */
  const asItStands = (node: JSONContent) => {
    for (const leaf of leavesIn(node)) if (pairs.has(leaf)) compareLeaf(leaf, pairs.get(leaf)!);
    if (leavesIn(node).some(standing)) count("structure");
  };

  walk(blocks, null);
  const kept = was.leaves().filter((id) => structure.untouched(id) === undefined);
  const absent = removals(was, is, new Set([...pairs.values(), ...kept]));
  for (const id of absent.removed) {
    changes.removed.push(id);
    differences.push({ place: placeOf(id), kind: "removed", before: wordsIn(is, id), after: "", section: is.section(id), meanwhile: meanwhile([id]) });
  }
  for (const id of absent.emptied) {
    changes.changed[id] = { type: "paragraph", content: [] };
    differences.push({ place: placeOf(id), kind: "removed", before: wordsIn(is, id), after: "", section: is.section(id), meanwhile: false });
  }
  return { changes, differences: inReadingOrder(differences), notCarried: lost };
}

const inReadingOrder = (placed: Placed[]): Difference[] => placed.sort((a, b) => a.place - b.place).map(({ place: _place, ...difference }) => difference);

const wordsIn = (tree: Tree, id: string): string => tree.leaves(id).map((leaf) => wordsOf(tree.node(leaf)!)).filter(Boolean).join("\n");
