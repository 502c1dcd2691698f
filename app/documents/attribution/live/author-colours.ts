// SPDX-License-Identifier: AGPL-3.0-or-later
/** Colours the words in the editor by body, from the numbers that Yjs gave their letters. */
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import * as Y from "yjs";
import type { Tint } from "../colours";
import { Letters } from "../letters";
import { add, each, type Stretches } from "../stretches";

export type Known = {
  legend: Tint[];
  /** By Yjs client: clock, length and entry of the legend in turn. */
  letters: [client: number, triples: number[]][];
};

/** The entry of the legend for letters newer than what is known: of somebody who is here; -1 when one cannot tell. */
export type Present = (client: number) => number;

const key = new PluginKey<DecorationSet>("authorColours");

export const authorColours = () =>
  new Plugin<DecorationSet>({
    key,
    state: {
      init: () => DecorationSet.empty,
      apply: (tr, before) => (tr.getMeta(key) as DecorationSet | undefined) ?? (tr.docChanged ? before.map(tr.mapping, tr.doc) : before),
    },
    props: { decorations: (state) => key.getState(state) },
  });

export { key as authorColoursKey };

/** Paints the text as it stands. */
export function paint(view: EditorView, fragment: Y.XmlFragment, known: Known, present: Present): void {
  const tints: Stretches = [];
  readTints(fragment, new Letters(known.letters), present, tints);
  const marks = decorationsOf(view.state.doc, tints, known.legend);
  // the shared text and the editor's differ for a moment while a change passes from one to the other
  if (marks) view.dispatch(view.state.tr.setMeta(key, DecorationSet.create(view.state.doc, marks)).setMeta("addToHistory", false));
}

function readTints(node: Y.XmlFragment, letters: Letters, present: Present, tints: Stretches): void {
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlElement) readTints(child, letters, present, tints);
    if (!(child instanceof Y.XmlText)) continue;
    for (let item = (child as unknown as { _start: Y.Item | null })._start; item; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
      const { client, clock } = item.id;
      let told = 0;
      each(letters.of(client, clock, item.length), (length, entry) => {
        add(tints, length, entry);
        told += length;
      });
      // typed after the last answer of the server: at the end of what a client has written
      if (told < item.length) add(tints, item.length - told, present(client));
    }
  }
}

function decorationsOf(doc: Node, tints: Stretches, legend: Tint[]): Decoration[] | null {
  const texts: { pos: number; length: number }[] = [];
  doc.descendants((node, pos) => {
    if (node.isText) texts.push({ pos, length: node.text?.length ?? 0 });
  });
  const marks: Decoration[] = [];
  let [text, used] = [0, 0];
  let complete = true;
  each(tints, (length, entry) => {
    for (let left = length; left > 0; ) {
      const current = texts[text];
      if (!current) return (complete = false);
      const part = Math.min(left, current.length - used);
      const tint = legend[entry];
      if (tint && part > 0) marks.push(Decoration.inline(current.pos + used, current.pos + used + part, { class: tint.className, title: tint.name }));
      left -= part;
      used += part;
      if (used === current.length) [text, used] = [text + 1, 0];
    }
  });
  return complete && text === texts.length ? marks : null;
}
