// SPDX-License-Identifier: AGPL-3.0-or-later
import Collaboration from "@tiptap/extension-collaboration";
import CollaborationCaret from "@tiptap/extension-collaboration-caret";
import { Placeholder } from "@tiptap/extensions";
import { EditorContent, useEditor } from "@tiptap/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { CommentMarks } from "../contributions/live/comment-marks";
import { ModeSwitch } from "../contributions/live/suggesting/mode-switch";
import { WhoProposes } from "../contributions/live/suggesting/who-proposes";
import type { Proposer } from "../contributions/suggestions/proposer";
import { useSuggestMode } from "../contributions/live/suggesting/use-suggest-mode";
import { TEXT } from "../schema/extensions";
import { cleanPaste } from "../writing/clean-paste";
import { LiveOutline, MissingParts, useAboutText } from "./about-text";
import { type Face, renderCaret, renderSelection } from "./caret";
import { useSetDesk } from "./desk";
import { Toolbar } from "./toolbar";
import type { LiveText } from "./use-live-text";
import { writingExtensions } from "./writing-extensions";

const EDITOR_ID = "testo-del-documento";
const HELP_ID = "come-si-scrive";

type Props = { live: LiveText; documentId: string; template: string; mayType: boolean; onlySuggests: boolean; proposers: Proposer[]; title: string; me: Omit<Face, "color">; onReady: () => void };

/** The editor over a text that has been synchronised; it never brings content of its own. */
export function TextEditor({ live, documentId, template, mayType, onlySuggests, proposers, title, me, onReady }: Props) {
  const { t } = useTranslation();
  const suggesting = useSuggestMode(me, onlySuggests);
  const { shared, provider } = live;
  const label = t("documents.editor.label", { title });
  const editor = useEditor(
    {
      immediatelyRender: false,
      shouldRerenderOnTransaction: false,
      // the page's style sheet has what the editor needs; an injected one would be blocked
      injectCSS: false,
      editable: mayType,
      extensions: [
        ...writingExtensions(documentId, t),
        suggesting.extension,
        Placeholder.configure({ placeholder: t("documents.editor.placeholder") }),
        Collaboration.configure({ document: shared, field: TEXT }),
        CommentMarks(shared.getXmlFragment(TEXT)),
        CollaborationCaret.configure({ provider, user: { ...me, color: "#000000" }, render: renderCaret, selectionRender: renderSelection }),
      ],
      editorProps: { attributes: { id: EDITOR_ID, class: "document-text", role: "textbox", "aria-multiline": "true", "aria-label": label, "aria-describedby": HELP_ID, lang: "it" }, transformPastedHTML: cleanPaste },
      onCreate: onReady,
    },
    [live],
  );
  useEffect(() => {
    editor?.setEditable(mayType, false);
    editor?.view.dom.setAttribute("aria-readonly", String(!mayType));
  }, [editor, mayType]);
  useEffect(() => {
    if (editor) editor.storage.suggestMode.on = suggesting.on;
  }, [editor, suggesting.on]);
  const setDesk = useSetDesk();
  useEffect(() => {
    setDesk(editor ? { editor, provider } : null);
    return () => setDesk(null);
  }, [editor, provider, setDesk]);
  const about = useAboutText(editor, template);
  if (!editor) return null;
  return (
    <>
      {mayType ? <ModeSwitch {...suggesting} forced={onlySuggests} /> : null}
      {mayType ? <Toolbar editor={editor} controls={EDITOR_ID} documentId={documentId} /> : null}
      <p id={HELP_ID} className="visually-hidden">
        {mayType ? t(suggesting.on ? "contributions.mode.help" : "documents.writing.help") : ""}
      </p>
      <LiveOutline editor={editor} entries={about.outline} />
      <EditorContent editor={editor} className="document-sheet" />
      <WhoProposes editor={editor} provider={provider} me={me} proposers={proposers} />
      <p className="document-foot">{t("documents.words", { count: about.words })}</p>
      {mayType && !onlySuggests ? <MissingParts missing={about.missing} /> : null}
    </>
  );
}
