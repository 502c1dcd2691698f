// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * In which lists and quotes a file has the blocks of a text, against how it would have them if nobody had touched it: formats
 * do not keep every structure, and what they lose nobody has wished.
 */
import type { JSONContent } from "@tiptap/core";
import { type Pairs, pair } from "./pair";
import { printOf } from "./print";
import { isLeaf, leavesIn, type Tree, wordsOf } from "./tree";

type Sides = { blocks: JSONContent[]; pairs: Pairs; untouched: JSONContent[]; was: Tree; is: Tree };

export type Structure = {
  /** The block as a file has it that nobody touched; undefined where the format leaves it out. */
  untouched(id: string): JSONContent | undefined;
  /** Whether a block that is none of the text stands in an untouched file too. */
  isOfTheFormat(leaf: JSONContent): boolean;
  /** Whether whoever edited the file put the blocks in `node` into another structure. */
  changed(node: JSONContent): boolean;
  /** The largest blocks of the text in whose stead the nodes come, below `parent`; null where others have changed the structure too, or in tables. */
  insteadOf(nodes: JSONContent[], parent: string | null): string[] | null;
  /** Ids of blocks directly below `parent` from which the words of a node come. */
  sources(node: JSONContent, parent: string | null): string[];
};

export function structureOf({ blocks, pairs, untouched, was, is }: Sides): Structure {
  const around = containers(blocks);
  const without = containers(untouched);
  const pairsBefore = pair([...without.keys()], was);
  const leafOf = new Map([...pairsBefore].map(([leaf, id]) => [id, leaf]));
  const strange = new Set([...without.keys()].filter((leaf) => !pairsBefore.has(leaf)).map(printOf));
  const aroundBefore = (leaf: JSONContent) => without.get(leafOf.get(pairs.get(leaf) ?? "") as JSONContent);
  const known = (nodes: JSONContent[]) => nodes.flatMap(leavesIn).filter((leaf) => pairs.has(leaf));
  const still = sameContainers([...around].flatMap(([leaf, now]) => now.map((container, depth) => [container, aroundBefore(leaf)?.[depth]] as const)));

  const changed = (node: JSONContent) =>
    known([node]).some((leaf) => {
      const [now, before] = [around.get(leaf)!, aroundBefore(leaf)];
      return before !== undefined && (now.length !== before.length || now.some((container, depth) => still.get(container) !== before[depth]));
    });

  const below = (id: string, parent: string | null) => {
    const above = is.above(id);
    const end = parent === null ? above.length : above.indexOf(parent);
    return end < 0 ? above.filter((each) => each !== parent && !is.above(parent!).includes(each)) : above.slice(0, end);
  };

  function insteadOf(nodes: JSONContent[], parent: string | null): string[] | null {
    const ids = known(nodes).map((leaf) => pairs.get(leaf)!);
    const all = new Set(ids);
    const asBefore = (id: string) => is.node(id) !== undefined && was.above(id).join() === is.above(id).join();
    const inTable = (id: string) => below(id, parent).some((each) => /^table/.test(is.node(each)?.type ?? ""));
    if (ids.length === 0 || !ids.every(asBefore) || ids.some(inTable)) return null;
    const gone = (id: string) => is.leaves(id).every((leaf) => all.has(leaf) || wordsOf(is.node(leaf)!) === "");
    return [...new Set(ids.map((id) => below(id, parent).filter(gone).at(-1) ?? id))];
  }

  const sources = (node: JSONContent, parent: string | null) => known([node]).map((leaf) => pairs.get(leaf)!).map((id) => below(id, parent).at(-1) ?? id);

  return { untouched: (id) => leafOf.get(id), isOfTheFormat: (leaf) => strange.has(printOf(leaf)), changed, insteadOf, sources };
}

/** Which container of the file is which of the untouched one: the one that its first block was in. */
function sameContainers(beside: (readonly [JSONContent, JSONContent | undefined])[]): Map<JSONContent, JSONContent> {
  const same = new Map<JSONContent, JSONContent>();
  const taken = new Set<JSONContent>();
  for (const [now, before] of beside) {
    if (before === undefined || now.type !== before.type || same.has(now) || taken.has(before)) continue;
    same.set(now, before);
    taken.add(before);
  }
  return same;
}

/** The containers around each innermost block, from the outside. */
function containers(blocks: JSONContent[]): Map<JSONContent, JSONContent[]> {
  const found = new Map<JSONContent, JSONContent[]>();
  const look = (node: JSONContent, around: JSONContent[]) => {
    if (isLeaf(node)) found.set(node, around);
    else for (const child of node.content ?? []) look(child, [...around, node]);
  };
  for (const block of blocks) look(block, []);
  return found;
}
