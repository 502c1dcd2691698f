// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, Field, type FormState } from "~/ui";
import { DocumentLinks } from "../../parts/document-links";
import type { Suggestion } from "../agenda";

type Received = { id: string; title: string; text: string; minutes: number; body: string; documents: { id: string; title: string }[] };

/** What members asked to put on the agenda: each is taken, or declined with a reason. */
export function ProposalList({ proposals, state }: { proposals: Received[]; state: FormState }) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list">
      {proposals.map(({ id, title, text, minutes, body, documents }) => {
        const own = state?.values.proposalId === id ? state : null;
        return (
          <li key={id}>
            <strong>{title}</strong> <span className="muted">· {body} · {t("meetings.agenda.minutesShort", { count: minutes })}</span>
            <p className="typed-text mb-1">{text}</p>
            <DocumentLinks documents={documents} />
            <Form method="post" noValidate>
              <ErrorSummary state={own} labels={{ reason: t("meetings.propose.reason") }} />
              <input type="hidden" name="intent" value="answer" />
              <input type="hidden" name="proposalId" value={id} />
              <Field id={`reason-${id}`} name="reason" label={t("meetings.propose.reason")} hint={t("meetings.propose.reasonHint")} maxLength={1000} state={own} />
              <div className="row-actions">
                <Button small name="outcome" value="accepted">{t("meetings.propose.accept")}</Button>
                <Button small look="outline-primary" name="outcome" value="declined">{t("meetings.propose.decline")}</Button>
              </div>
            </Form>
          </li>
        );
      })}
    </ul>
  );
}

/** What would be worth a point, and why. */
export function SuggestionList({ suggestions }: { suggestions: Suggestion[] }) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list">
      {suggestions.map(({ kind, id, title, says, values, to }) => (
        <li key={`${kind} ${id}`}>
          <Link to={to}>{title}</Link>
          <div className="muted">{t(says, values ?? {})}</div>
          <Form method="post" className="row-actions">
            <input type="hidden" name="suggestion" value={`${kind} ${id}`} />
            <Button small look="outline-primary" name="intent" value="take">{t("meetings.suggest.take")}</Button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
