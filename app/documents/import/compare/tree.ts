// SPDX-License-Identifier: AGPL-3.0-or-later
/** A text as a tree one can ask: who is above whom, what are its innermost blocks, what do they say. */
import type { JSONContent } from "@tiptap/core";
import { plainText } from "../../schema/text";

const TEXT = new Set(["paragraph", "heading"]);
const LEAVES = new Set(["paragraph", "heading", "image", "horizontalRule"]);

export const isLeaf = (node: JSONContent): boolean => LEAVES.has(node.type ?? "");
export const isTextBlock = (node: JSONContent): boolean => TEXT.has(node.type ?? "");

/** What people see of a block: its words, or what it is. */
export const wordsOf = (node: JSONContent): string => (node.type === "image" ? String(node.attrs?.alt ?? "") : node.type === "horizontalRule" ? "―" : plainText(node));

export type Tree = {
  node(id: string): JSONContent | undefined;
  /** Id of the block above; null for the text itself. */
  parent(id: string): string | null;
  /** Ids from the innermost container to the outermost. */
  above(id: string): string[];
  /** Place among its brothers. */
  place(id: string): number;
  /** Ids of the innermost blocks, in the order of reading; with a container, those in it. */
  leaves(within?: string): string[];
  /** Words of the heading under which a block stands. */
  section(id: string): string | null;
};

const idOf = ({ attrs }: JSONContent): string | null => (typeof attrs?.id === "string" ? attrs.id : null);

/** Blocks without an id cannot be asked after; advice to writers is not text. */
export function treeOf(content: JSONContent): Tree {
  const known = new Map<string, { node: JSONContent; parent: string | null; place: number; section: string | null; from: number; to: number }>();
  const leaves: string[] = [];
  let section: string | null = null;
  const look = (nodes: JSONContent[], parent: string | null) => {
    nodes.forEach((node, place) => {
      const id = idOf(node);
      if (node.type === "guidance") return;
      const entry = { node, parent, place, section, from: leaves.length, to: leaves.length };
      if (id) known.set(id, entry);
      if (isLeaf(node)) {
        if (id) leaves.push(id);
        if (node.type === "heading") section = plainText(node) || section;
      } else look(node.content ?? [], id ?? parent);
      entry.to = leaves.length;
    });
  };
  look(content.content ?? [], null);
  const above = (id: string): string[] => {
    const parent = known.get(id)?.parent ?? null;
    return parent === null ? [] : [parent, ...above(parent)];
  };
  return {
    node: (id) => known.get(id)?.node,
    parent: (id) => known.get(id)?.parent ?? null,
    above,
    place: (id) => known.get(id)?.place ?? 0,
    leaves: (within) => (within === undefined ? leaves : leaves.slice(known.get(within)?.from ?? 0, known.get(within)?.to ?? 0)),
    section: (id) => known.get(id)?.section ?? null,
  };
}

/** The innermost blocks of content that came from a file. */
export const leavesIn = (node: JSONContent): JSONContent[] => (isLeaf(node) ? [node] : (node.content ?? []).flatMap(leavesIn));
