// SPDX-License-Identifier: AGPL-3.0-or-later
import Collaboration from "@tiptap/extension-collaboration";
import CollaborationCaret from "@tiptap/extension-collaboration-caret";
import { Placeholder } from "@tiptap/extensions";
import { type Editor, EditorContent, useEditor } from "@tiptap/react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { CommentMarks } from "../contributions/live/comment-marks";
import { TEXT, textExtensions } from "../schema/extensions";
import { KeepBlockIds } from "../schema/keep-block-ids";
import { countWords } from "../schema/text";
import { type Face, renderCaret, renderSelection } from "./caret";
import { useSetDesk } from "./desk";
import { Toolbar } from "./toolbar";
import type { LiveText } from "./use-live-text";

/** Words are counted when the hands rest. */
const COUNT_AFTER_MS = 400;
const EDITOR_ID = "testo-del-documento";

type Props = { live: LiveText; mayWrite: boolean; title: string; me: Omit<Face, "color">; onReady: () => void };

/** The editor over a text that has been synchronised; it never brings content of its own. */
export function TextEditor({ live, mayWrite, title, me, onReady }: Props) {
  const { t } = useTranslation();
  const { shared, provider } = live;
  const label = t("documents.editor.label", { title });
  const editor = useEditor(
    {
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      // the page's style sheet has what the editor needs; an injected one would be blocked
      injectCSS: false,
      editable: mayWrite,
      extensions: [
        ...textExtensions({ taskLabel: (text, checked) => t(checked ? "documents.task.doneNamed" : "documents.task.openNamed", { text }) }),
        KeepBlockIds,
        Placeholder.configure({ placeholder: t("documents.editor.placeholder") }),
        Collaboration.configure({ document: shared, field: TEXT }),
        CommentMarks(shared.getXmlFragment(TEXT)),
        CollaborationCaret.configure({ provider, user: { ...me, color: "#000000" }, render: renderCaret, selectionRender: renderSelection }),
      ],
      editorProps: { attributes: { id: EDITOR_ID, class: "document-text", role: "textbox", "aria-multiline": "true", "aria-label": label, lang: "it" } },
      onCreate: onReady,
    },
    [live],
  );
  useEffect(() => {
    editor?.setEditable(mayWrite, false);
    editor?.view.dom.setAttribute("aria-readonly", String(!mayWrite));
  }, [editor, mayWrite]);
  const setDesk = useSetDesk();
  useEffect(() => {
    setDesk(editor ? { editor, provider } : null);
    return () => setDesk(null);
  }, [editor, provider, setDesk]);
  if (!editor) return null;
  return (
    <>
      {mayWrite ? <Toolbar editor={editor} controls={EDITOR_ID} /> : null}
      <EditorContent editor={editor} className="document-sheet" />
      <Words editor={editor} />
    </>
  );
}

function Words({ editor }: { editor: Editor }) {
  const { t } = useTranslation();
  const [words, setWords] = useState(() => countWords(editor.getText()));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setWords(countWords(editor.getText())), COUNT_AFTER_MS);
    };
    editor.on("update", later);
    return () => {
      clearTimeout(timer);
      editor.off("update", later);
    };
  }, [editor]);
  return <p className="document-foot">{t("documents.words", { count: words })}</p>;
}
