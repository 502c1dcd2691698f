// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Editor } from "@tiptap/react";
import type { ReactNode } from "react";
import { Glyph } from "./glyph";

/** Small forms below the bar, and the dialog of the keys. */
export type Opens = "link" | "table" | "footnote" | "image" | "find" | "shortcuts";

/** One tool of the bar. `face` is what the button shows; without it a short word of the language is shown. */
export type Tool = {
  name: string;
  group: "style" | "marks" | "lists" | "insert" | "history" | "table" | "more";
  face?: ReactNode;
  shortcut?: string;
  run?: (editor: Editor) => void;
  /** Opens something instead of acting at once. */
  opens?: Opens;
  pressed?: (editor: Editor) => boolean;
  enabled?: (editor: Editor) => boolean;
};

const heading = (level: 2 | 3 | 4): Tool => ({
  name: `heading${level}`,
  group: "style",
  shortcut: `Ctrl+Alt+${level}`,
  run: (editor) => editor.chain().focus().setHeading({ level }).run(),
  pressed: (editor) => editor.isActive("heading", { level }),
});

export const textTools: Tool[] = [
  { name: "paragraph", group: "style", shortcut: "Ctrl+Alt+0", run: (editor) => editor.chain().focus().setParagraph().run(), pressed: (editor) => editor.isActive("paragraph") },
  heading(2),
  heading(3),
  heading(4),
  { name: "bold", group: "marks", shortcut: "Ctrl+B", face: <Glyph name="bold" />, run: (editor) => editor.chain().focus().toggleBold().run(), pressed: (editor) => editor.isActive("bold") },
  { name: "italic", group: "marks", shortcut: "Ctrl+I", face: <Glyph name="italic" />, run: (editor) => editor.chain().focus().toggleItalic().run(), pressed: (editor) => editor.isActive("italic") },
  { name: "underline", group: "marks", shortcut: "Ctrl+U", face: <Glyph name="underline" />, run: (editor) => editor.chain().focus().toggleUnderline().run(), pressed: (editor) => editor.isActive("underline") },
  { name: "strike", group: "marks", shortcut: "Ctrl+Shift+S", face: <Glyph name="strike" />, run: (editor) => editor.chain().focus().toggleStrike().run(), pressed: (editor) => editor.isActive("strike") },
  { name: "link", group: "marks", shortcut: "Ctrl+K", face: <Glyph name="link" />, opens: "link", pressed: (editor) => editor.isActive("link") },
  { name: "bulletList", group: "lists", shortcut: "Ctrl+Shift+8", face: <Glyph name="bullets" />, run: (editor) => editor.chain().focus().toggleBulletList().run(), pressed: (editor) => editor.isActive("bulletList") },
  { name: "orderedList", group: "lists", shortcut: "Ctrl+Shift+7", face: <Glyph name="numbers" />, run: (editor) => editor.chain().focus().toggleOrderedList().run(), pressed: (editor) => editor.isActive("orderedList") },
  { name: "taskList", group: "lists", shortcut: "Ctrl+Shift+9", face: <Glyph name="tasks" />, run: (editor) => editor.chain().focus().toggleTaskList().run(), pressed: (editor) => editor.isActive("taskList") },
  { name: "deeper", group: "lists", shortcut: "Tab", face: <Glyph name="deeper" />, run: (editor) => sink(editor), enabled: (editor) => editor.can().sinkListItem("listItem") || editor.can().sinkListItem("taskItem") },
  { name: "higher", group: "lists", shortcut: "Shift+Tab", face: <Glyph name="higher" />, run: (editor) => lift(editor), enabled: (editor) => editor.can().liftListItem("listItem") || editor.can().liftListItem("taskItem") },
  { name: "quote", group: "insert", shortcut: "Ctrl+Shift+B", face: <Glyph name="quote" />, run: (editor) => editor.chain().focus().toggleBlockquote().run(), pressed: (editor) => editor.isActive("blockquote") },
  { name: "table", group: "insert", face: <Glyph name="table" />, opens: "table", enabled: (editor) => !editor.isActive("table") },
  { name: "image", group: "insert", face: <Glyph name="image" />, opens: "image", pressed: (editor) => editor.isActive("image") },
  { name: "footnote", group: "insert", shortcut: "Ctrl+Alt+N", face: <Glyph name="footnote" />, opens: "footnote", pressed: (editor) => editor.isActive("footnote") },
  { name: "mention", group: "insert", shortcut: "@", face: "@", run: (editor) => beginMention(editor) },
  { name: "undo", group: "history", shortcut: "Ctrl+Z", face: <Glyph name="undo" />, run: (editor) => editor.chain().focus().undo().run(), enabled: (editor) => editor.can().undo() },
  { name: "redo", group: "history", shortcut: "Ctrl+Y", face: <Glyph name="redo" />, run: (editor) => editor.chain().focus().redo().run(), enabled: (editor) => editor.can().redo() },
  { name: "find", group: "more", shortcut: "Ctrl+F", face: <Glyph name="find" />, opens: "find" },
  { name: "shortcuts", group: "more", shortcut: "Ctrl+/", face: "?", opens: "shortcuts" },
];

/** Shown only while the caret is inside a table. */
export const tableTools: Tool[] = [
  { name: "addRow", group: "table", run: (editor) => editor.chain().focus().addRowAfter().run() },
  { name: "addColumn", group: "table", run: (editor) => editor.chain().focus().addColumnAfter().run() },
  { name: "deleteRow", group: "table", run: (editor) => editor.chain().focus().deleteRow().run() },
  { name: "deleteColumn", group: "table", run: (editor) => editor.chain().focus().deleteColumn().run() },
  { name: "headerRow", group: "table", run: (editor) => editor.chain().focus().toggleHeaderRow().run() },
  { name: "headerColumn", group: "table", run: (editor) => editor.chain().focus().toggleHeaderColumn().run() },
  { name: "mergeCells", group: "table", run: (editor) => editor.chain().focus().mergeCells().run(), enabled: (editor) => editor.can().mergeCells() },
  { name: "splitCell", group: "table", run: (editor) => editor.chain().focus().splitCell().run(), enabled: (editor) => editor.can().splitCell() },
  { name: "deleteTable", group: "table", run: (editor) => editor.chain().focus().deleteTable().run() },
];

const itemAt = (editor: Editor) => (editor.isActive("taskItem") ? "taskItem" : "listItem");
const sink = (editor: Editor) => editor.chain().focus().sinkListItem(itemAt(editor)).run();
const lift = (editor: Editor) => editor.chain().focus().liftListItem(itemAt(editor)).run();

/** The list opens after a blank only. */
function beginMention(editor: Editor): void {
  const before = editor.state.selection.$from.nodeBefore;
  const glued = before?.isText && !/\s$/.test(before.text ?? "");
  editor.chain().focus().insertContent(glued ? " @" : "@").run();
}
