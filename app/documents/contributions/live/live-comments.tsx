// SPDX-License-Identifier: AGPL-3.0-or-later
import { type Editor, useEditorState } from "@tiptap/react";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, TextArea } from "~/ui";
import { choiceOf } from "../comments/anchor";
import { MAX_COMMENT } from "../comments/comment";
import type { ThreadShown } from "../comments/list-threads.server";
import { rangeBetween, readNode } from "../comments/reading";
import { TalkForm } from "../parts/panel-form";
import { commentMarks, placeOf, showComments } from "./comment-marks";

/** What the list of comments does with the text: which one was pressed there, and how to go to its words. */
export type InText = { chosen: string | null; show: (threadId: string) => void };
type Props = { editor: Editor; documentId: string; open: ThreadShown[]; mayComment: boolean; onText: (inText: InText | null) => void };

/** Marks the words of the open comments in the editor while the tab is open, and begins a new one on words chosen there. */
export default function LiveComments({ editor, documentId, open, mayComment, onText }: Props) {
  useEffect(() => {
    if (!editor.isDestroyed) showComments(editor.view, { threads: open.map(({ id, anchor }) => ({ id, anchor })) });
  }, [editor, open]);
  useEffect(
    () => () => {
      if (!editor.isDestroyed) showComments(editor.view, { threads: [], current: null });
    },
    [editor],
  );
  const chosen = useEditorState({ editor, selector: ({ editor: now }) => commentMarks.getState(now.state)?.current ?? null });
  useEffect(() => {
    const show = (threadId: string) => {
      const place = placeOf(editor.state, threadId);
      if (place) editor.chain().focus().setTextSelection(place).scrollIntoView().run();
    };
    onText({ chosen, show });
    return () => onText(null);
  }, [editor, chosen, onText]);
  return mayComment ? <AboutChosenWords editor={editor} documentId={documentId} /> : null;
}

function AboutChosenWords({ editor, documentId }: { editor: Editor; documentId: string }) {
  const { t } = useTranslation();
  const words = useEditorState({ editor, selector: ({ editor: now }) => ({ from: now.state.selection.from, to: now.state.selection.to }) });
  // the words stay chosen while one writes about them
  const [kept, setKept] = useState<ReturnType<typeof choiceOf> | null>(null);
  useEffect(() => {
    if (words.from === words.to) return;
    const reading = readNode(editor.state.doc);
    const range = rangeBetween(reading, words.from, words.to);
    setKept(range && choiceOf(reading, range));
  }, [editor, words]);
  const done = useCallback(() => setKept(null), []);
  if (!kept || kept.quote.trim() === "") return <p className="talk-hint">{t("contributions.comment.select")}</p>;
  return (
    <section className="talk-card talk-new" aria-label={t("contributions.comment.newHere")}>
      <p className="talk-who">{t("contributions.comment.quoted")}</p>
      <blockquote className="talk-quote">{kept.quote}</blockquote>
      <TalkForm documentId={documentId} onDone={done} fields={{ place: JSON.stringify(kept) }}>
        <TextArea id="nuovo-commento" name="text" label={t("contributions.comment.text")} required rows={3} maxLength={MAX_COMMENT} />
        <Button small name="what" value="open">{t("contributions.comment.send")}</Button>
      </TalkForm>
    </section>
  );
}
