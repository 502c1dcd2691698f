// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link, useFetcher } from "@remix-run/react";
import { type Editor, useEditorState } from "@tiptap/react";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Empty, TextArea } from "~/ui";
import { paths } from "~/web/paths";
import type { DocumentProvider } from "~realtime/index";
import { choiceOf } from "../comments/anchor";
import { MAX_COMMENT } from "../comments/comment";
import type { loader } from "../comments/comments.page";
import { rangeBetween, readNode } from "../comments/reading";
import { TalkForm, ThreadCard } from "../parts/thread-card";
import { placeOf, showComments } from "./comment-marks";
import { useChanged } from "./use-changed";

type Props = {
  editor: Editor;
  documentId: string;
  provider: DocumentProvider;
  /** The comment whose words were chosen in the text. */
  chosen: string | null;
};

/** The comments beside the text: what others say appears by itself; choosing words opens a new one. */
export function CommentsPanel({ editor, documentId, provider, chosen }: Props) {
  const { t } = useTranslation();
  const { data, load } = useFetcher<typeof loader>();
  const refresh = useCallback(() => load(paths.documentComments(documentId)), [load, documentId]);
  useEffect(refresh, [refresh]);
  useChanged(provider, "comments", refresh);
  const open = data?.open;
  useEffect(() => {
    if (open) showComments(editor.view, { threads: open.map(({ id, anchor }) => ({ id, anchor })) });
  }, [editor, open]);
  useEffect(() => {
    showComments(editor.view, { current: chosen });
    if (chosen) document.getElementById(`commento-${chosen}`)?.scrollIntoView({ block: "nearest" });
  }, [editor, chosen]);
  if (!data || !open) return null;
  const show = (threadId: string) => {
    const place = placeOf(editor.state, threadId);
    if (place) editor.chain().focus().setTextSelection(place).scrollIntoView().run();
  };
  return (
    <div className="talk-panel">
      {data.may.comment ? <NewComment editor={editor} documentId={documentId} onDone={refresh} /> : data.may.because ? <p className="muted">{t(data.may.because)}</p> : null}
      {open.length === 0 ? <Empty>{t("contributions.comment.noneYet")}</Empty> : null}
      {open.map((thread) => (
        <ThreadCard key={thread.id} thread={thread} documentId={documentId} onDone={refresh} onShow={() => show(thread.id)} current={thread.id === chosen} />
      ))}
      {data.closed.length > 0 ? (
        <details className="talk-more">
          <summary>{t("contributions.comment.closed", { count: data.closed.length })}</summary>
          {data.closed.map((thread) => (
            <ThreadCard key={thread.id} thread={thread} documentId={documentId} onDone={refresh} />
          ))}
        </details>
      ) : null}
      <p className="no-print">
        <Link to={paths.documentComments(documentId)}>{t("contributions.comment.all")}</Link>
      </p>
    </div>
  );
}

function NewComment({ editor, documentId, onDone }: { editor: Editor; documentId: string; onDone: () => void }) {
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
  const done = useCallback(() => {
    setKept(null);
    onDone();
  }, [onDone]);
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
