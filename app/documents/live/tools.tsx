// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Editor } from "@tiptap/react";
import type { ReactNode } from "react";
import { Glyph } from "./glyph";

/** One tool of the bar. `face` is what the button shows; without it a short word of the language is shown. */
export type Tool = {
  name: string;
  group: "style" | "marks" | "lists" | "insert" | "history" | "table";
  face?: ReactNode;
  shortcut?: string;
  run?: (editor: Editor) => void;
  /** Opens a small form below the bar instead of acting at once. */
  opens?: "link" | "table";
  pressed?: (editor: Editor) => boolean;
  enabled?: (editor: Editor) => boolean;
};

const heading = (level: 2 | 3 | 4): Tool => ({
  name: `heading${level}`,
  group: "style",
  run: (editor) => editor.chain().focus().setHeading({ level }).run(),
  pressed: (editor) => editor.isActive("heading", { level }),
});

export const textTools: Tool[] = [
  { name: "paragraph", group: "style", run: (editor) => editor.chain().focus().setParagraph().run(), pressed: (editor) => editor.isActive("paragraph") },
  heading(2),
  heading(3),
  heading(4),
  { name: "bold", group: "marks", shortcut: "Ctrl+B", face: <Glyph name="bold" />, run: (editor) => editor.chain().focus().toggleBold().run(), pressed: (editor) => editor.isActive("bold") },
  { name: "italic", group: "marks", shortcut: "Ctrl+I", face: <Glyph name="italic" />, run: (editor) => editor.chain().focus().toggleItalic().run(), pressed: (editor) => editor.isActive("italic") },
  { name: "link", group: "marks", face: <Glyph name="link" />, opens: "link", pressed: (editor) => editor.isActive("link") },
  { name: "bulletList", group: "lists", face: <Glyph name="bullets" />, run: (editor) => editor.chain().focus().toggleBulletList().run(), pressed: (editor) => editor.isActive("bulletList") },
  { name: "orderedList", group: "lists", face: <Glyph name="numbers" />, run: (editor) => editor.chain().focus().toggleOrderedList().run(), pressed: (editor) => editor.isActive("orderedList") },
  { name: "taskList", group: "lists", face: <Glyph name="tasks" />, run: (editor) => editor.chain().focus().toggleTaskList().run(), pressed: (editor) => editor.isActive("taskList") },
  { name: "quote", group: "insert", face: <Glyph name="quote" />, run: (editor) => editor.chain().focus().toggleBlockquote().run(), pressed: (editor) => editor.isActive("blockquote") },
  { name: "table", group: "insert", face: <Glyph name="table" />, opens: "table", enabled: (editor) => !editor.isActive("table") },
  { name: "undo", group: "history", shortcut: "Ctrl+Z", face: <Glyph name="undo" />, run: (editor) => editor.chain().focus().undo().run(), enabled: (editor) => editor.can().undo() },
  { name: "redo", group: "history", shortcut: "Ctrl+Y", face: <Glyph name="redo" />, run: (editor) => editor.chain().focus().redo().run(), enabled: (editor) => editor.can().redo() },
];

/** Shown only while the caret is inside a table. */
export const tableTools: Tool[] = [
  { name: "addRow", group: "table", run: (editor) => editor.chain().focus().addRowAfter().run() },
  { name: "addColumn", group: "table", run: (editor) => editor.chain().focus().addColumnAfter().run() },
  { name: "deleteRow", group: "table", run: (editor) => editor.chain().focus().deleteRow().run() },
  { name: "deleteColumn", group: "table", run: (editor) => editor.chain().focus().deleteColumn().run() },
  { name: "deleteTable", group: "table", run: (editor) => editor.chain().focus().deleteTable().run() },
];
