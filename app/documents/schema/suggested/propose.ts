// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { newBlockId, withBlockIds } from "../block-id";
import { type Author, type Signature, writeEntries, readEntries } from "./entry";
import { suggestWhole, suggestWords } from "./suggest-words";

/** What somebody wants different, block by block. Blocks that are not named stay as they are. */
export type BlockChanges = {
  /** By the id of a block of the text: the block as it would be (ProseMirror JSON; its own id does not matter). */
  changed?: Record<string, JSONContent>;
  /** Ids of blocks that would go, with all they hold. */
  removed?: string[];
  /**
   * Blocks that would be new, after the block with that id in the same parent; null: at the beginning of the text, or of the block
   * with the id `inside`. With `instead`, ids of blocks that would go for them: both are one suggestion.
   */
  inserted?: { after: string | null; inside?: string; blocks: JSONContent[]; instead?: string[] }[];
};

export type Proposed = {
  content: JSONContent;
  /** How many suggestions were made: one for each block changed or removed, one for each place where blocks come in. */
  made: number;
  /** Ids named in the changes that the text does not have (any more). */
  unknown: string[];
};

type Insertion = NonNullable<BlockChanges["inserted"]>[number];

const TEXT_BLOCKS = new Set(["paragraph", "heading"]);

/** The text with the changes proposed in it, in the author's name. Pure but for the fresh ids. */
export function propose(content: JSONContent, changes: BlockChanges, author: Author, at: Date): Proposed {
  const sign = (): Signature => ({ id: newBlockId(), ...author, at: at.toISOString() });
  const { changed = {} } = changes;
  const removed = new Set(changes.removed);
  const there = idsIn(content);
  const named = (each: Insertion) => [each.after ?? each.inside ?? [], each.instead ?? []].flat();
  // never one half of an exchange without the other
  const inserted = (changes.inserted ?? []).filter((each) => !each.instead || named(each).every((id) => there.has(id)));
  const exchanges = new Map(inserted.filter(({ instead }) => instead).map((each) => [each, sign()]));
  const leaving = new Map([...exchanges].flatMap(([{ instead = [] }, signature]) => instead.map((id) => [id, signature] as const)));
  let made = 0;
  const coming = (after: string | null, inside?: string): JSONContent[] => {
    let together: Signature | null = null;
    return inserted.filter((each) => each.after === after && (after !== null || each.inside === inside) && each.blocks.length > 0).flatMap((each) => {
      const exchange = exchanges.get(each);
      if (exchange || !together) made++;
      const entry = { ...(exchange ?? (together ??= sign())), kind: "insertion" } as const;
      return each.blocks.map((block) => suggestWhole(withoutIds(block), entry));
    });
  };
  const walk = (node: JSONContent): JSONContent[] => {
    const id = typeof node.attrs?.id === "string" ? node.attrs.id : null;
    const following = id === null ? [] : coming(id);
    const wanted = id === null ? undefined : changed[id];
    const leaves = id === null ? undefined : leaving.get(id);
    if (leaves) return [suggestWhole(node, { ...leaves, kind: "deletion" }), ...following];
    if (id !== null && removed.has(id)) {
      made++;
      return [suggestWhole(node, { ...sign(), kind: "deletion" }), ...following];
    }
    if (wanted) {
      const blocks = changeBlock(node, wanted, sign());
      if (blocks.length > 1 || blocks[0] !== node) made++;
      return [...blocks, ...following];
    }
    if (!node.content || TEXT_BLOCKS.has(node.type ?? "")) return [node, ...following];
    return [{ ...node, content: [...(id === null ? [] : coming(null, id)), ...node.content.flatMap(walk)] }, ...following];
  };
  const first = coming(null);
  const body = (content.content ?? []).flatMap(walk);
  const all = [...Object.keys(changed), ...removed, ...(changes.inserted ?? []).flatMap(named)];
  return { content: withBlockIds({ ...content, content: [...first, ...body] }), made, unknown: [...new Set(all)].filter((id) => !there.has(id)) };
}

function idsIn({ attrs, content = [] }: JSONContent): Set<string> {
  return new Set([...(typeof attrs?.id === "string" ? [attrs.id] : []), ...content.flatMap((child) => [...idsIn(child)])]);
}

function changeBlock(node: JSONContent, wanted: JSONContent, signature: Signature): JSONContent[] {
  if (!TEXT_BLOCKS.has(node.type ?? "") || !TEXT_BLOCKS.has(wanted.type ?? "")) {
    return [suggestWhole(node, { ...signature, kind: "deletion" }), suggestWhole(withoutIds(wanted), { ...signature, kind: "insertion" })];
  }
  const content = suggestWords(node.content ?? [], wanted.content ?? [], signature);
  const sameShape = node.type === wanted.type && (node.type !== "heading" || Number(node.attrs?.level) === Number(wanted.attrs?.level));
  if (sameShape) return [JSON.stringify(content) === JSON.stringify(node.content ?? []) ? node : { ...node, content }];
  const { suggested, ...attrs } = node.attrs ?? {};
  const entry = { ...signature, kind: "modification", was: JSON.stringify({ type: node.type, attrs }) } as const;
  return [{ ...node, type: wanted.type, attrs: { id: attrs.id, ...(wanted.type === "heading" && { level: wanted.attrs?.level }), suggested: writeEntries([...readEntries(suggested), entry]) }, content }];
}

/** What comes in gets names of its own. */
function withoutIds(node: JSONContent): JSONContent {
  const { id: _id, suggested: _suggested, ...attrs } = node.attrs ?? {};
  return { ...node, ...(node.attrs && { attrs }), ...(node.content && { content: node.content.map(withoutIds) }) };
}
