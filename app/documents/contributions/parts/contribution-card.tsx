// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Chip, type FormState } from "~/ui";
import { paths } from "~/web/paths";
import type { SuggestionWords } from "~db/documents/contributions";
import type { Standing } from "../answers/outcomes";
import type { ContributionShown } from "../list-contributions.server";
import type { Contribution } from "../read-contributions.server";
import { AnswerForm } from "./answer-form";
import { PanelForm } from "./panel-form";
import { useWhen } from "./thread-card";

const TONES: Record<Standing, "warning" | "success" | "danger" | "neutral" | "primary"> = { open: "warning", accepted: "success", partly: "success", refused: "danger", postponed: "primary", withdrawn: "neutral" };

type Props = {
  contribution: ContributionShown;
  state?: FormState;
  /** Given beside the text: the card acts without leaving the page. */
  documentId?: string;
  onShow?: (() => void) | undefined;
  current?: boolean;
};

/** One suggestion or observation: what it says, who made it, what was answered, and what one may do. */
export function ContributionCard({ contribution, state, documentId, onShow, current = false }: Props) {
  const { t } = useTranslation();
  const when = useWhen();
  const { id, kind, person, body, at, may, inText } = contribution;
  return (
    <article className={`talk-card contribution contribution-${kind}`} id={`contributo-${id}`} data-contribution={id} aria-current={current || undefined}>
      <p className="contribution-head">
        <strong>{kind === "observation" ? t("contributions.observation.numbered", { number: contribution.number }) : t("contributions.suggestion.name")}</strong> <Chip tone={TONES[contribution.standing]}>{t(`contributions.standing.${contribution.standing}`)}</Chip>
      </p>
      <p className="talk-who">
        <strong>{body}</strong> · {person} <span className="muted">{when(at)}</span>
      </p>
      <Said contribution={contribution} />
      {onShow && inText ? (
        <button type="button" className="link-button no-print" onClick={onShow}>
          {t("contributions.comment.goTo")}
        </button>
      ) : null}
      {kind === "suggestion" && contribution.standing === "open" && !inText ? <p className="muted">{t("contributions.suggestion.gone")}</p> : null}
      <Answers contribution={contribution} />
      {may.answer ? <AnswerForm contribution={contribution} state={state} documentId={documentId} /> : null}
      {may.withdraw ? (
        <PanelForm documentId={documentId} fields={{ kind, id }}>
          <Button small look="outline-secondary" name="what" value="withdraw">{t("contributions.ledger.withdraw")}</Button>
        </PanelForm>
      ) : null}
    </article>
  );
}

/** What was answered, the last answer last; without forms, for any list. `unread`: ids of answers that are news to the reader. */
export function Answers({ contribution, unread = [] }: { contribution: Pick<Contribution, "answers">; unread?: string[] }) {
  const { t } = useTranslation();
  const when = useWhen();
  return contribution.answers.map(({ id, outcome, reason, person, body, at }) => (
    <div key={id} className="contribution-answer">
      <p className="talk-who">
        <strong>{t(`contributions.standing.${outcome}`)}</strong> · {body} · {person} <span className="muted">{when(at)}</span> {unread.includes(id) ? <Chip tone="primary">{t("contributions.ledger.new")}</Chip> : null}
      </p>
      <p className="talk-text">{reason}</p>
    </div>
  ));
}

export function Said({ contribution: { text, words, section, documentId } }: { contribution: Pick<Contribution, "text" | "words" | "section" | "documentId"> }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="contribution-section muted">
        {t("contributions.ledger.section")}: {section ?? t("contributions.observation.whole")}
        {words?.blockId ? (
          <>
            {" · "}
            <Link to={`${paths.document(documentId)}#b-${words.blockId}`}>{t("contributions.ledger.inText")}</Link>
          </>
        ) : null}
      </p>
      {text === null ? null : <p className="talk-text">{text}</p>}
      {words ? <Words words={words} /> : null}
      {words?.shape ? <p>{t("contributions.shape", { was: t(`contributions.shapes.${words.shape.was}`), becomes: t(`contributions.shapes.${words.shape.becomes}`) })}</p> : null}
    </>
  );
}

/** The change in its place: what would go struck through, what would come underlined. */
function Words({ words: { before, deleted, inserted, formatted, after } }: { words: SuggestionWords }) {
  const { t } = useTranslation();
  return (
    <p className="contribution-words">
      {before ? <span className="muted">…{before}</span> : null}
      {deleted ? <del className="suggested suggested-deletion"><span className="visually-hidden">{t("contributions.suggestion.deletes")} </span>{deleted}</del> : null}
      {inserted ? <ins className="suggested suggested-insertion"><span className="visually-hidden">{t("contributions.suggestion.inserts")} </span>{inserted}</ins> : null}
      {formatted ? <span className="suggested suggested-modification"><span className="visually-hidden">{t("contributions.suggestion.formats")} </span>{formatted}</span> : null}
      {after ? <span className="muted">{after}…</span> : null}
    </p>
  );
}
