// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Button, type FormState, TextArea } from "~/ui";
import { MAX_TEXT, outcomes } from "../answers/outcomes";
import type { ContributionShown } from "../list-contributions.server";
import { PanelForm } from "./panel-form";

type Props = { contribution: ContributionShown; state?: FormState; documentId?: string | undefined };

/** How one answers: the outcome, the reason, and for a part the words that are accepted. */
export function AnswerForm({ contribution: { id, kind, words, standing, inText }, state, documentId }: Props) {
  const { t } = useTranslation();
  const mine = state?.values.what === "answer" && state.values.id === id ? state : null;
  const chosen = mine?.values.outcome;
  const wrong = mine?.problem.fields?.outcome;
  // several places at once cannot be put in one field
  const mayReword = kind === "suggestion" && inText && words !== null && (words.inserted || words.deleted) && !/ … |¶/.test(`${words.inserted}${words.deleted}`);
  return (
    <details className="talk-more no-print" open={mine ? true : undefined}>
      <summary>{t(standing === "postponed" ? "contributions.answer.again" : "contributions.answer.do")}</summary>
      <PanelForm documentId={documentId} fields={{ kind, id }}>
        {kind === "suggestion" && !inText ? <p className="muted">{t("contributions.answer.byHand")}</p> : null}
        <fieldset className="field" aria-describedby={wrong ? `esito-${id}-error` : undefined}>
          <legend>{t("contributions.answer.outcome")}</legend>
          {outcomes.map((outcome) => (
            <div key={outcome} className="form-check">
              <input type="radio" id={`esito-${id}-${outcome}`} name="outcome" value={outcome} defaultChecked={chosen === outcome} />
              <label htmlFor={`esito-${id}-${outcome}`}>{t(`contributions.standing.${outcome}`)}</label>
            </div>
          ))}
          {wrong ? (
            <div id={`esito-${id}-error`} className="field-error">
              {t(wrong)}
            </div>
          ) : null}
        </fieldset>
        {mayReword ? <TextArea id={`parole-${id}`} name="wording" label={t("contributions.answer.wording")} hint={t("contributions.answer.wordingHint")} rows={2} maxLength={MAX_TEXT} initial={words.inserted} state={mine} /> : null}
        <TextArea id={`motivo-${id}`} name="reason" label={t("contributions.answer.reason")} required rows={3} maxLength={MAX_TEXT} state={mine} />
        <Button small name="what" value="answer">{t("contributions.answer.send")}</Button>
      </PanelForm>
    </details>
  );
}
