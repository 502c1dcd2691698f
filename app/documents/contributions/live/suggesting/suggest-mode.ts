// SPDX-License-Identifier: AGPL-3.0-or-later
import { Extension, type JSONContent } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from "@tiptap/pm/state";
import type { EditorView } from "@tiptap/pm/view";
import { Mapping, ReplaceStep } from "@tiptap/pm/transform";
import { newBlockId } from "../../../schema/block-id";
import { onlySuggests } from "../../../schema/suggested/compare";
import { type Author, isSuggestionMark } from "../../../schema/suggested/entry";
import { ownEntry } from "./own";
import { tracked } from "./track";

/** Set by y-tiptap on what arrives from the shared state, undo and redo included. */
const FROM_SHARED = "y-sync$";

export type SuggestOptions = {
  /** In whose name changes are proposed; null for who speaks for nobody. */
  author: Author | null;
  now: () => Date;
  /** Something was not done because it cannot be proposed. */
  onRefused: () => void;
};

declare module "@tiptap/core" {
  interface Storage {
    suggestMode: { on: boolean };
  }
}

/**
 * While on, every change made in this editor is proposed instead of done; what could not be expressed as a proposal is not
 * done at all, so that nothing ever leaves that the server would refuse. While off, what is typed into somebody's proposal
 * is ordinary text, not theirs. What arrives from others, and undoing, pass untouched.
 */
export const SuggestMode = Extension.create<SuggestOptions, { on: boolean }>({
  name: "suggestMode",
  addOptions: () => ({ author: null, now: () => new Date(), onRefused: () => {} }),
  addStorage: () => ({ on: false }),
  dispatchTransaction({ transaction, next }) {
    const { state } = this.editor;
    if (!transaction.docChanged || transaction.getMeta(FROM_SHARED)) return next(transaction);
    const { author, now, onRefused } = this.options;
    if (!this.storage.on || !author) return next(typedAsText(transaction));
    const proposal = attempt(transaction, state, author, now());
    if (proposal) next(proposal);
    else onRefused();
  },
  addProseMirrorPlugins() {
    const { options, storage } = this;
    return [
      new Plugin({
        key: new PluginKey("suggestMode"),
        props: {
          handleDOMEvents: {
            // letters that are composed appear in the page first: they must stand inside the mark from the start
            compositionstart: (view) => {
              if (storage.on && options.author) prepareComposition(view, options.author, options.now());
              return false;
            },
          },
        },
      }),
    ];
  },
});

/** Marks what the letters will replace, goes behind it, and puts the mark of the author's proposal at the caret. */
function prepareComposition(view: EditorView, author: Author, now: Date): void {
  if (!(view.state.selection instanceof TextSelection)) return;
  if (!view.state.selection.empty) view.dispatch(view.state.tr.deleteSelection());
  const { doc, schema, selection, storedMarks } = view.state;
  let $at = selection.$from;
  for (let next = $at.nodeAfter; next?.isText && ownEntry(next, author, "deletion"); next = $at.nodeAfter) $at = doc.resolve($at.pos + next.nodeSize);
  const beside = [$at.nodeBefore, $at.nodeAfter].flatMap((node) => (node ? (ownEntry(node, author) ?? []) : []))[0];
  const { id, at } = beside ?? { id: newBlockId(), at: now.toISOString() };
  const looks = (storedMarks ?? $at.marks()).filter(({ type }) => !isSuggestionMark(type.name));
  const tr = $at.pos === selection.from ? view.state.tr : view.state.tr.setSelection(TextSelection.create(doc, $at.pos));
  const own = schema.marks.insertion?.create({ id, at, ...author });
  if (own) view.dispatch(tr.setStoredMarks([...looks, own]));
}

/** The proposal, tried on the text as it stands; null when it would change more than proposals may. */
function attempt(transaction: Transaction, state: EditorState, author: Author, now: Date): Transaction | null {
  try {
    const proposal = tracked(transaction, state, author, now.toISOString());
    const { doc } = state.applyTransaction(proposal).state;
    const [before, after] = differing(state.doc, doc, author);
    return onlySuggests(before, after, author) ? proposal : null;
  } catch {
    // a step that does not fit the marked text: the same as one that cannot be proposed
    return null;
  }
}

/**
 * The blocks that differ, on either side as far as an accepted block of words: what is decided about others does not depend on
 * them, and words whose block goes have the same neighbours as in the whole text.
 */
function differing(before: Node, after: Node, author: Author): [JSONContent, JSONContent] {
  const shorter = Math.min(before.childCount, after.childCount);
  const fromEnd = (doc: Node, i: number) => doc.child(doc.childCount - 1 - i);
  const stands = (node: Node) => node.isTextblock && !ownEntry(node, author, "insertion");
  let start = 0;
  while (start < shorter && before.child(start) === after.child(start)) start++;
  let end = 0;
  while (end < shorter - start && fromEnd(before, end) === fromEnd(after, end)) end++;
  while (start > 0 && !stands(before.child(--start))) continue;
  while (end > 0 && !stands(fromEnd(before, --end))) continue;
  const part = (doc: Node): JSONContent => ({ type: "doc", content: doc.children.slice(start, doc.childCount - end).map((node) => node.toJSON()) });
  return [part(before), part(after)];
}

/** Letters typed inside a suggestion take its marks over: they are taken off, because they are the typist's own words. */
function typedAsText(transaction: Transaction): Transaction {
  if (transaction.getMeta("paste") || transaction.getMeta("uiEvent") === "drop") return transaction;
  const { maps } = transaction.mapping;
  transaction.steps.forEach((step, i) => {
    if (!(step instanceof ReplaceStep) || step.slice.size === 0) return;
    const later = new Mapping(maps.slice(i + 1));
    const [from, to] = [later.map(step.from, -1), later.map(step.from + step.slice.size, 1)];
    for (const name of ["insertion", "deletion", "modification"]) {
      const type = transaction.doc.type.schema.marks[name];
      if (type && transaction.doc.rangeHasMark(from, to, type)) transaction.removeMark(from, to, type);
    }
  });
  return transaction;
}
