// SPDX-License-Identifier: AGPL-3.0-or-later
/** Finding words in the text and putting others in their place. What is found is marked in the editor, never in the document. */
import { type Editor, Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { Plugin, PluginKey, TextSelection } from "@tiptap/pm/state";
import { Decoration, DecorationSet } from "@tiptap/pm/view";

export type Search = { words: string; matchCase: boolean };
export type Match = { from: number; to: number };

type State = { search: Search | null; matches: Match[]; marks: DecorationSet };

const key = new PluginKey<State>("findText");
const nothing: State = { search: null, matches: [], marks: DecorationSet.empty };

export const FindText = Extension.create({
  name: "findText",
  addProseMirrorPlugins: () => [
    new Plugin<State>({
      key,
      state: {
        init: () => nothing,
        apply(tr, before) {
          const asked = tr.getMeta(key) as Search | null | undefined;
          const search = asked === undefined ? before.search : asked;
          if (!search || search.words === "") return nothing;
          if (asked === undefined && !tr.docChanged) return before;
          const matches = findIn(tr.doc, search);
          return { search, matches, marks: DecorationSet.create(tr.doc, matches.map(({ from, to }) => Decoration.inline(from, to, { class: "found" }))) };
        },
      },
      props: { decorations: (state) => key.getState(state)?.marks },
    }),
  ],
});

/** Every place where the words stand, within one paragraph, in the order of reading. Anything but letters stands for itself. */
export function findIn(doc: Node, { words, matchCase }: Search): Match[] {
  const fold = (text: string) => (matchCase ? text : text.toLowerCase());
  const wanted = fold(words);
  const matches: Match[] = [];
  doc.descendants((node, pos) => {
    if (!node.isTextblock) return true;
    const text = fold(lettersOf(node));
    for (let at = text.indexOf(wanted); wanted && at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      matches.push({ from: pos + 1 + at, to: pos + 1 + at + words.length });
    }
    return false;
  });
  return matches;
}

/** One sign for each position inside the block, so that places in the words are places in the document. */
function lettersOf(block: Node): string {
  let text = "";
  block.forEach((child) => {
    text += child.isText ? child.text : "\u0000".repeat(child.nodeSize);
  });
  return text;
}

export const matchesOf = (editor: Editor): Match[] => key.getState(editor.state)?.matches ?? [];

/** Marks what is found; null ends the search. */
export function search(editor: Editor, wanted: Search | null): void {
  editor.view.dispatch(editor.state.tr.setMeta(key, wanted).setMeta("addToHistory", false));
}

/** Selects the match after (or before) the selection, around the end of the text; answers its number from 1, or 0. */
export function goToMatch(editor: Editor, step: 1 | -1): number {
  const matches = matchesOf(editor);
  if (matches.length === 0) return 0;
  const { from, to } = editor.state.selection;
  const ahead = matches.findIndex((match) => match.from >= to);
  const behind = matches.findLastIndex((match) => match.to <= from);
  const at = step > 0 ? (ahead < 0 ? 0 : ahead) : behind < 0 ? matches.length - 1 : behind;
  const { from: start, to: end } = matches[at] as Match;
  const { tr, doc } = editor.state;
  editor.view.dispatch(tr.setSelection(TextSelection.create(doc, start, end)).scrollIntoView());
  return at + 1;
}

/** Puts other words in the place of the selected match, or of all; answers how many. */
export function replaceMatches(editor: Editor, words: string, which: "this" | "all"): number {
  const { from, to } = editor.state.selection;
  const chosen = matchesOf(editor).filter((match) => which === "all" || (match.from === from && match.to === to));
  const { tr, schema, doc } = editor.state;
  // from the end, so that earlier places stay where they are
  for (const match of [...chosen].reverse()) {
    const marks = doc.resolve(match.from).marksAcross(doc.resolve(match.to)) ?? [];
    if (words) tr.replaceWith(match.from, match.to, schema.text(words, marks));
    else tr.delete(match.from, match.to);
  }
  if (chosen.length > 0) editor.view.dispatch(tr);
  return chosen.length;
}
