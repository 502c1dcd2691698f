// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Editor } from "@tiptap/core";
import { TextSelection } from "@tiptap/pm/state";
import { entriesOfNode } from "./own";

/** Puts the caret at the first place of a suggestion and brings it into sight. */
export function showSuggestion(editor: Editor, mark: string): void {
  let found: number | null = null;
  editor.state.doc.descendants((node, pos) => {
    if (found === null && entriesOfNode(node).some(({ id }) => id === mark)) found = pos;
    return found === null;
  });
  if (found === null) return;
  editor.view.dispatch(editor.state.tr.setSelection(TextSelection.near(editor.state.doc.resolve(found))).scrollIntoView());
  editor.view.focus();
}
