// SPDX-License-Identifier: AGPL-3.0-or-later
/** Which block of a file is which block of the text: by bookmark, by same words, by place and likeness. */
import type { JSONContent } from "@tiptap/core";
import { lettersOf, printOf } from "./print";
import type { Tree } from "./tree";

/** Below this share of common words two blocks are strangers. */
const ALIKE = 0.4;

export type Pairs = Map<JSONContent, string>;

/** Pairs the innermost blocks of a file with ids of the text it was made from. */
export function pair(leaves: JSONContent[], base: Tree): Pairs {
  const pairs: Pairs = new Map();
  const taken = new Set<string>();
  const join = (leaf: JSONContent, id: string) => {
    pairs.set(leaf, id);
    taken.add(id);
  };
  for (const leaf of leaves) {
    const id = leaf.attrs?.id;
    if (typeof id === "string" && !taken.has(id) && base.node(id)) join(leaf, id);
  }
  followWords(leaves, base, pairs, taken);
  samePrint(leaves, base, pairs, join);
  between(leaves, base, pairs, taken, join);
  return pairs;
}

/** Enter at the very beginning of a paragraph leaves the bookmark with the new one: the id goes with the words. */
function followWords(leaves: JSONContent[], base: Tree, pairs: Pairs, taken: Set<string>): void {
  const free = grouped(leaves.filter((leaf) => !pairs.has(leaf) && lettersOf(leaf) !== ""), lettersOf);
  for (const [leaf, id] of [...pairs]) {
    const was = lettersOf(base.node(id)!);
    if (was === "" || lettersOf(leaf) === was) continue;
    const heir = free.get(was)?.find((one) => !pairs.has(one));
    if (!heir) continue;
    pairs.delete(leaf);
    pairs.set(heir, id);
    taken.add(id);
  }
}

/** What has no bookmark but says the same, in the same order. */
function samePrint(leaves: JSONContent[], base: Tree, pairs: Pairs, join: (leaf: JSONContent, id: string) => void): void {
  const paired = new Set(pairs.values());
  const order = base.leaves();
  const places = new Map(order.map((id, place) => [id, place]));
  const same = grouped(order, (id) => printOf(base.node(id)!));
  let from = 0;
  for (const leaf of leaves) {
    const own = pairs.get(leaf);
    if (own) {
      from = Math.max(from, places.get(own)! + 1);
      continue;
    }
    if (lettersOf(leaf) === "") continue;
    const found = same.get(printOf(leaf))?.find((id) => places.get(id)! >= from && !paired.has(id));
    if (!found) continue;
    join(leaf, found);
    paired.add(found);
    from = places.get(found)! + 1;
  }
}

/** Between two that are paired, as many strangers on either side and alike enough: the same blocks, rewritten. */
function between(leaves: JSONContent[], base: Tree, pairs: Pairs, taken: Set<string>, join: (leaf: JSONContent, id: string) => void): void {
  const order = base.leaves();
  const places = new Map(order.map((id, place) => [id, place]));
  const paired = new Set(pairs.values());
  let i = 0;
  while (i < leaves.length) {
    const gap: JSONContent[] = [];
    const before = i === 0 ? -1 : (places.get(pairs.get(leaves[i - 1]!) ?? "") ?? -1);
    while (i < leaves.length && !pairs.has(leaves[i]!)) gap.push(leaves[i++]!);
    const after = i < leaves.length ? places.get(pairs.get(leaves[i]!)!)! : order.length;
    const missing = order.slice(before + 1, Math.max(before + 1, after)).filter((id) => !paired.has(id) && !taken.has(id));
    if (gap.length > 0 && gap.length === missing.length) gap.forEach((leaf, n) => likeness(leaf, base.node(missing[n]!)!) >= ALIKE && join(leaf, missing[n]!));
    i++;
  }
}

function likeness(one: JSONContent, other: JSONContent): number {
  if (one.type !== other.type && (one.type === "image" || other.type === "image")) return 0;
  const [a, b] = [words(one), words(other)];
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, a.size, b.size);
}

const words = (block: JSONContent) => new Set(lettersOf(block).toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);

function grouped<T>(things: T[], key: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(key(thing));
    if (group) group.push(thing);
    else groups.set(key(thing), [thing]);
  }
  return groups;
}
