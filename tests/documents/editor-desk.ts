// SPDX-License-Identifier: AGPL-3.0-or-later
/** Editors over shared texts, without a network: for tests that run where there is a DOM. */
import { Editor, type JSONContent } from "@tiptap/core";
import Collaboration from "@tiptap/extension-collaboration";
import { onTestFinished } from "vitest";
import * as Y from "yjs";
import { TEXT, textExtensions } from "~/documents/schema/extensions";
import { KeepBlockIds } from "~/documents/schema/keep-block-ids";
import { writeText } from "~/documents/schema/shared-text";
import { FindText } from "~/documents/writing/find-text";

/** A shared text as the server plants it. */
export function planted(content: JSONContent[]): Y.Doc {
  const shared = new Y.Doc();
  writeText(shared, { type: "doc", content });
  return shared;
}

/** Another browser's copy of a shared text. */
export function copyOf(shared: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(shared));
  return copy;
}

export function edit(shared: Y.Doc, { editable = true } = {}): Editor {
  const element = document.createElement("div");
  document.body.append(element);
  const editor = new Editor({ element, editable, injectCSS: false, extensions: [...textExtensions(), KeepBlockIds, FindText, Collaboration.configure({ document: shared, field: TEXT })] });
  onTestFinished(() => editor.destroy());
  return editor;
}

/** What one writes reaches the other at once, both ways. */
export function join(one: Y.Doc, other: Y.Doc): void {
  for (const [from, to] of [[one, other], [other, one]] as const) {
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from));
    from.on("update", (update: Uint8Array, origin: unknown) => origin !== "line" && Y.applyUpdate(to, update, "line"));
  }
}

export const paragraph = (text: string, id?: string): JSONContent => ({ type: "paragraph", ...(id && { attrs: { id } }), content: text ? [{ type: "text", text }] : [] });

export type NamedBlock = { id: string; type: string; words: string; pos: number };

/** Ids of all blocks in the order of reading; those of text blocks with their words. */
export function named(editor: Editor): NamedBlock[] {
  const found: NamedBlock[] = [];
  editor.state.doc.descendants((node, pos) => {
    if ("id" in node.attrs) found.push({ id: node.attrs.id, type: node.type.name, words: node.isTextblock ? node.textContent : "", pos });
  });
  return found;
}

/** The id of the text block with these words. */
export const idOf = (editor: Editor, words: string): string | undefined => named(editor).find((block) => block.words === words)?.id;

/** Puts the caret before the first letter of the words. */
export function caretBefore(editor: Editor, words: string): void {
  editor.state.doc.descendants((node, pos) => {
    const at = node.isText ? (node.text ?? "").indexOf(words) : -1;
    if (at >= 0) editor.commands.setTextSelection(pos + at);
  });
}
