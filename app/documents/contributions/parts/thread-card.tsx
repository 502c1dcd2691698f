// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Button, Chip, type FormState, TextArea } from "~/ui";
import type { Locale } from "~/web/i18n";
import { formatShortDate, formatTime } from "~/web/time";
import { MAX_COMMENT } from "../comments/comment";
import type { CommentShown, ThreadShown } from "../comments/list-threads.server";
import { TalkForm } from "./panel-form";

type Props = {
  thread: ThreadShown;
  /** Given beside the text: the card acts without leaving the page. */
  documentId?: string;
  state?: FormState;
  /** Shows the words in the text. */
  onShow?: (() => void) | undefined;
  onDone?: (() => void) | undefined;
  current?: boolean;
};

/** One talk: the words it is about, who said what, and what one may do. */
export function ThreadCard({ thread, documentId, state, onShow, onDone, current = false }: Props) {
  const { t } = useTranslation();
  const when = useWhen();
  const { anchor, place, resolved, may } = thread;
  return (
    <article className="talk-card" id={`commento-${thread.id}`} data-thread={thread.id} aria-current={current || undefined}>
      {place ? null : (
        <p className="talk-lost">
          <Chip tone="warning">{t("contributions.comment.lost")}</Chip> <span className="muted">{t("contributions.comment.lostWhy")}</span>
        </p>
      )}
      <blockquote className="talk-quote">{anchor.quote}</blockquote>
      {onShow && place ? (
        <button type="button" className="link-button no-print" onClick={onShow}>
          {t("contributions.comment.goTo")}
        </button>
      ) : null}
      <ol className="talk-said">
        {thread.comments.map((comment) => (
          <Said key={comment.id} comment={comment} documentId={documentId} state={state} onDone={onDone} />
        ))}
      </ol>
      {resolved ? <p className="muted">{t("contributions.comment.resolvedBy", { ...resolved, when: when(resolved.at) })}</p> : null}
      {may.reply && !resolved ? <ReplyForm threadId={thread.id} documentId={documentId} state={state} onDone={onDone} /> : null}
      <div className="talk-acts no-print">
        {may.resolve && !resolved ? (
          <TalkForm documentId={documentId} onDone={onDone} fields={{ threadId: thread.id }}>
            <Button small look="outline-primary" name="what" value="resolve">{t("contributions.comment.resolve")}</Button>
          </TalkForm>
        ) : null}
        {may.reply && resolved ? (
          <TalkForm documentId={documentId} onDone={onDone} fields={{ threadId: thread.id }}>
            <Button small look="outline-primary" name="what" value="reopen">{t("contributions.comment.reopen")}</Button>
          </TalkForm>
        ) : null}
      </div>
    </article>
  );
}

type Beside = Pick<Props, "documentId" | "state" | "onDone">;

function ReplyForm({ threadId, documentId, state, onDone }: Beside & { threadId: string }) {
  const { t } = useTranslation();
  const mine = state?.values.what === "reply" && state.values.threadId === threadId ? state : null;
  return (
    <details className="talk-more no-print" open={mine ? true : undefined}>
      <summary>{t("contributions.comment.reply")}</summary>
      <TalkForm documentId={documentId} onDone={onDone} fields={{ threadId }}>
        <TextArea id={`risposta-${threadId}`} name="text" label={t("contributions.comment.replyText")} required rows={3} maxLength={MAX_COMMENT} state={mine} />
        <Button small name="what" value="reply">{t("contributions.comment.reply")}</Button>
      </TalkForm>
    </details>
  );
}

function Said({ comment, documentId, state, onDone }: Beside & { comment: CommentShown }) {
  const { t } = useTranslation();
  const when = useWhen();
  const { id, person, body, at, text, edits, may } = comment;
  const mine = state?.values.what === "edit" && state.values.commentId === id ? state : null;
  return (
    <li>
      <p className="talk-who">
        <strong>{person}</strong> · {body} <span className="muted">{when(at)}</span>
      </p>
      {text === null ? <p className="muted">{t("contributions.comment.withdrawn")}</p> : <p className="talk-text">{text}</p>}
      {edits.length > 0 ? (
        <details className="talk-more">
          <summary>{t("contributions.comment.edited")}</summary>
          <ul className="plain-list">
            {edits.map((edit) => (
              <li key={String(edit.until)} className="muted">
                {t("contributions.comment.editedWas", { when: when(edit.until), text: edit.text })}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {may.change ? (
        <details className="talk-more no-print" open={mine ? true : undefined}>
          <summary>{t("contributions.comment.edit")}</summary>
          <TalkForm documentId={documentId} onDone={onDone} fields={{ commentId: id }}>
            <TextArea id={`testo-${id}`} name="text" label={t("contributions.comment.text")} required rows={3} maxLength={MAX_COMMENT} initial={text} state={mine} />
            <Button small name="what" value="edit">{t("contributions.comment.save")}</Button>
          </TalkForm>
          <TalkForm documentId={documentId} onDone={onDone} fields={{ commentId: id }}>
            <Button small look="outline-danger" name="what" value="withdraw">{t("contributions.comment.withdraw")}</Button>
          </TalkForm>
        </details>
      ) : null}
    </li>
  );
}

/** Day and hour in the language of the page. */
export function useWhen(): (at: Date) => string {
  const { i18n } = useTranslation();
  const locale = i18n.language as Locale;
  return (at) => `${formatShortDate(at, locale)}, ${formatTime(at, locale)}`;
}
