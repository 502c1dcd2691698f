// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { kindGroups } from "~/registry";
import { Button, ButtonLink, CheckboxGroup, ErrorSummary, Field, type FormState, Select, TextArea } from "~/ui";
import type { FormChoices } from "../form-choices.server";

export type GuidelineInitial = { title: string; text: string; reason: string; decisionId: string | null; act: string | null; effectiveOn: string; answerBy: string | null; tables: string[]; bodies: string[]; actors: string[]; itemId: string | null; revision: number };
type Props = { initial: GuidelineInitial; choices: FormChoices; state: FormState; back: string };

/** Names of the fields, for the error summary. */
export function useGuidelineLabels(): Record<string, string> {
  const { t } = useTranslation();
  const names = ["title", "text", "reason", "decisionId", "act", "effectiveOn", "answerBy", "tables", "bodies", "actors"];
  return Object.fromEntries(names.map((name) => [name, t(`guidelines.field.${name}`)]));
}

/** What an indirizzo says, why, with which act, to whom and from when. */
export function GuidelineForm({ initial, choices, state, back }: Props) {
  const { t } = useTranslation();
  const labels = useGuidelineLabels();
  const shared = (name: keyof GuidelineInitial & string) => ({ name, label: labels[name] ?? name, state, initial: String(initial[name] ?? "") });
  return (
    <Form method="post" className="concerto-form" noValidate>
      <ErrorSummary state={state} labels={labels} />
      <input type="hidden" name="revision" value={initial.revision} />
      <input type="hidden" name="itemId" value={initial.itemId ?? ""} />
      <Field {...shared("title")} hint={t("guidelines.hint.title")} maxLength={160} required />
      <TextArea {...shared("text")} hint={t("guidelines.hint.text")} rows={8} maxLength={8000} required />
      <TextArea {...shared("reason")} hint={t("guidelines.hint.reason")} rows={4} maxLength={4000} required />
      {choices.decisions.length > 0 ? <Select {...shared("decisionId")} options={choices.decisions} empty={t("guidelines.noDecision")} /> : null}
      <Field {...shared("act")} hint={t("guidelines.hint.act")} maxLength={300} />
      <div className="choice-scroll">
        <CheckboxGroup name="tables" legend={labels.tables ?? ""} options={choices.tables} checked={initial.tables} state={state} />
      </div>
      <div className="choice-scroll mt-4">
        <CheckboxGroup name="bodies" legend={labels.bodies ?? ""} options={choices.bodies} checked={initial.bodies} state={state} />
      </div>
      <div className="mt-4">
        <CheckboxGroup name="actors" legend={labels.actors ?? ""} hint={t("guidelines.hint.actors")} options={kindGroups.map((value) => ({ value, label: t(`registry.group.${value}`) }))} checked={initial.actors} state={state} />
      </div>
      <div className="field-pair">
        <Field {...shared("effectiveOn")} type="date" required />
        <Field {...shared("answerBy")} type="date" hint={t("guidelines.hint.answerBy")} />
      </div>
      <div className="form-actions">
        <Button>{t("guidelines.saveDraft")}</Button>
        <ButtonLink look="outline-primary" to={back}>
          {t("web.form.cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}
