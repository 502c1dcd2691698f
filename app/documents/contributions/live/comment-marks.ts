// SPDX-License-Identifier: AGPL-3.0-or-later
import { Extension } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { type EditorState, Plugin, PluginKey } from "@tiptap/pm/state";
import { Decoration, DecorationSet, type EditorView } from "@tiptap/pm/view";
import { ySyncPluginKey } from "@tiptap/y-tiptap";
import type * as Y from "yjs";
import type { Anchor } from "~db/documents/contributions";
import { locate, remembered } from "../comments/anchor";
import { readNode, readShared, stretches } from "../comments/reading";

export type MarkedThread = { id: string; anchor: Anchor };
type Shown = { threads: MarkedThread[]; current: string | null; marks: DecorationSet };
type Change = { threads?: MarkedThread[]; current?: string | null };

export const commentMarks = new PluginKey<Shown>("commentMarks");

/**
 * Underlines the words that comments are about. While one types here the marks move along; what arrives from others
 * replaces whole stretches of the editor's text, so then they are looked for again.
 */
export function CommentMarks(fragment: Y.XmlFragment) {
  return Extension.create({
    name: "commentMarks",
    addProseMirrorPlugins: () => [
      new Plugin<Shown>({
        key: commentMarks,
        state: {
          init: () => ({ threads: [], current: null, marks: DecorationSet.empty }),
          apply(tr, before, _old, state) {
            const change = tr.getMeta(commentMarks) as Change | undefined;
            const arrived = (tr.getMeta(ySyncPluginKey) as { isChangeOrigin?: boolean } | undefined)?.isChangeOrigin;
            const now = { ...before, ...change };
            if (change || (tr.docChanged && arrived)) return { ...now, marks: marksOf(state.doc, fragment, now) };
            return tr.docChanged ? { ...now, marks: before.marks.map(tr.mapping, tr.doc) } : before;
          },
        },
        props: {
          decorations: (state) => commentMarks.getState(state)?.marks,
          handleClick(view, _position, { target }) {
            const id = (target as HTMLElement).closest<HTMLElement>("[data-thread]")?.dataset.thread;
            if (id) showComments(view, { current: id });
            return false;
          },
        },
      }),
    ],
  });
}

function marksOf(doc: Node, fragment: Y.XmlFragment, { threads, current }: Pick<Shown, "threads" | "current">): DecorationSet {
  if (threads.length === 0) return DecorationSet.empty;
  const reading = readNode(doc);
  const shared = fragment.doc;
  const marks = threads.flatMap(({ id, anchor }) => {
    const range = locate(reading, anchor, () => (shared ? remembered(readShared(fragment), shared, anchor) : null));
    if (!range) return [];
    const name = id === current ? "talk-mark talk-mark-current" : "talk-mark";
    return stretches(reading, range.from, range.to).map(({ at, skip, length }) => Decoration.inline(at + skip, at + skip + length, { class: name, "data-thread": id }, { threadId: id }));
  });
  return DecorationSet.create(doc, marks);
}

/** Tells the editor which comments there are, or which one is looked at. */
export function showComments(view: EditorView, change: Change): void {
  view.dispatch(view.state.tr.setMeta(commentMarks, change).setMeta("addToHistory", false));
}

/** Where the words of a comment stand in the editor; null when they are not there. */
export function placeOf(state: EditorState, threadId: string): { from: number; to: number } | null {
  const mine = commentMarks.getState(state)?.marks.find(undefined, undefined, (spec) => spec.threadId === threadId) ?? [];
  const [first, last] = [mine[0], mine.at(-1)];
  return first && last ? { from: first.from, to: last.to } : null;
}
