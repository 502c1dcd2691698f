// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Editor } from "@tiptap/react";
import { useEffect, useRef } from "react";
import type { Opens } from "./tools";

type Show = (what: Opens, file?: File | null) => void;

/** What opens with Ctrl (or ⌘) and a key. */
const OPENS: Record<string, Opens> = { k: "link", f: "find", "/": "shortcuts" };

/** Keys that lead from the text to the tools, and pictures that are dropped or pasted: they are asked for their description first. */
export function useEditorKeys(editor: Editor, show: Show, toTools: () => void): void {
  const toTheTools = useRef(toTools);
  toTheTools.current = toTools;
  useEffect(() => {
    const { dom } = editor.view;
    const take = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    const onKey = (event: KeyboardEvent) => {
      const ctrl = event.ctrlKey || event.metaKey;
      if (event.altKey && event.key === "F10") {
        take(event);
        toTheTools.current();
      } else if (ctrl && event.altKey && event.code === "KeyN") {
        take(event);
        show("footnote");
      } else if (ctrl && !event.altKey && !event.shiftKey && OPENS[event.key.toLowerCase()]) {
        take(event);
        show(OPENS[event.key.toLowerCase()] as Opens);
      } else if (ctrl && !event.altKey && event.key === "/") {
        // where the slash needs the shift key
        take(event);
        show("shortcuts");
      } else if (event.key === "Enter" && (editor.isActive("footnote") || editor.isActive("image")) && isWholeNode(editor)) {
        take(event);
        show(editor.isActive("footnote") ? "footnote" : "image");
      }
    };
    const onFiles = (data: DataTransfer | null, event: Event) => {
      const file = [...(data?.files ?? [])].find(({ type }) => type.startsWith("image/"));
      // what is copied from Word brings a picture of itself along
      if (!file || data?.types.includes("text/html")) return;
      take(event);
      show("image", file);
    };
    const onPaste = (event: ClipboardEvent) => onFiles(event.clipboardData, event);
    const onDrop = (event: DragEvent) => onFiles(event.dataTransfer, event);
    dom.addEventListener("keydown", onKey, true);
    dom.addEventListener("paste", onPaste, true);
    dom.addEventListener("drop", onDrop, true);
    return () => {
      dom.removeEventListener("keydown", onKey, true);
      dom.removeEventListener("paste", onPaste, true);
      dom.removeEventListener("drop", onDrop, true);
    };
  }, [editor, show]);
}

const isWholeNode = (editor: Editor) => "node" in editor.state.selection;
