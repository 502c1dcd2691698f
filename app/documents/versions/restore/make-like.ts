// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Makes a shared text say what another says by changing only what differs, block by block. Blocks are known by their ids:
 * one that is in both stays the same piece of the shared state, so that comments, carets and attribution keep their place
 * in it; inside, only letters that differ are touched.
 */
import type { Node } from "@tiptap/pm/model";
import { updateYFragment } from "@tiptap/y-tiptap";
import * as Y from "yjs";

/** `target` is a whole document of the text's schema. One transaction; nothing happens where nothing differs. */
export function makeLike(shared: Y.Doc, fragment: Y.XmlFragment, target: Node): void {
  shared.transact(() => alignChildren(shared, fragment, target));
}

function alignChildren(shared: Y.Doc, parent: Y.XmlFragment, target: Node): void {
  const wanted = childrenOf(target);
  const present = parent.toArray();
  // letters, or blocks without names: the editor's own way finds the smallest change
  if (!present.every((child) => child instanceof Y.XmlElement && idOf(child) !== null) || !wanted.every((child) => idIn(child) !== null)) {
    updateYFragment(shared, parent, target, { mapping: new Map(), isOMark: new Map() });
    return;
  }
  if (parent instanceof Y.XmlElement) alignAttributes(parent, target);
  const stays = new Set(inOrder((present as Y.XmlElement[]).map((child) => `${child.nodeName} ${idOf(child)}`), wanted.map((child) => `${child.type.name} ${idIn(child)}`)));
  for (let i = present.length - 1; i >= 0; i--) {
    const child = present[i] as Y.XmlElement;
    if (!stays.has(`${child.nodeName} ${idOf(child)}`)) parent.delete(i, 1);
  }
  for (const [i, node] of wanted.entries()) {
    const child = parent.get(i) as Y.XmlElement | undefined;
    if (child && `${child.nodeName} ${idOf(child)}` === `${node.type.name} ${idIn(node)}`) alignChildren(shared, child, node);
    else {
      const fresh = new Y.XmlElement(node.type.name);
      parent.insert(i, [fresh]);
      updateYFragment(shared, fresh, node, { mapping: new Map(), isOMark: new Map() });
    }
  }
}

function alignAttributes(element: Y.XmlElement, { attrs }: Node): void {
  const present = element.getAttributes() as Record<string, unknown>;
  for (const [name, value] of Object.entries(attrs)) {
    if (value === null || value === undefined) {
      if (name in present) element.removeAttribute(name);
    } else if (JSON.stringify(present[name]) !== JSON.stringify(value)) element.setAttribute(name, value as string);
  }
}

/** The names that stand in both lists in the same order, as many as possible. */
function inOrder(present: string[], wanted: string[]): string[] {
  const place = new Map<string, number>();
  for (const [i, name] of wanted.entries()) if (!place.has(name)) place.set(name, i);
  const known = [...new Set(present)].filter((name) => place.has(name));
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [i, name] of known.entries()) {
    const at = place.get(name) as number;
    let [low, high] = [0, tails.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((place.get(known[tails[middle] as number] as string) as number) < at) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? tails[low - 1] : undefined;
    tails[low] = i;
  }
  const kept: string[] = [];
  for (let i = tails.at(-1); i !== undefined; i = previous[i]) kept.unshift(known[i] as string);
  return kept;
}

const childrenOf = (node: Node): Node[] => Array.from({ length: node.childCount }, (_, i) => node.child(i));

const idOf = (element: Y.XmlElement): string | null => named(element.getAttribute("id"));
const idIn = (node: Node): string | null => (node.isText ? null : named(node.attrs.id));
const named = (id: unknown): string | null => (typeof id === "string" && id !== "" ? id : null);
