// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Checkbox, ErrorSummary, type FormState, type Option, RadioGroup, Select, TextArea } from "~/ui";
import { type Method, methods } from "../decision";

/** Puts a decision to the session. The way the rules of the table decide by is chosen already. */
export function DecisionForm({ items, usual, state }: { items: (Option & { document: boolean })[]; usual: Method; state: FormState }) {
  const { t } = useTranslation();
  const labels = { agendaItemId: t("meetings.decisions.field.item"), text: t("meetings.decisions.field.text"), method: t("meetings.decisions.field.method") };
  return (
    <Form method="post" className="concerto-form" noValidate>
      <ErrorSummary state={state} labels={labels} />
      <Select name="agendaItemId" label={labels.agendaItemId} options={items} empty={t("web.form.chooseOne")} state={state} required />
      <TextArea name="text" label={labels.text} hint={t("meetings.decisions.textHint")} rows={3} maxLength={2000} state={state} required />
      <RadioGroup name="method" legend={labels.method} initial={usual} options={methods.map((value) => ({ value, label: t(`meetings.decisions.method.${value}`) }))} state={state} />
      {items.some(({ document }) => document) ? <Checkbox name="lock" id="lock" label={t("meetings.decisions.lock")} checked state={state} /> : null}
      <div className="form-actions">
        <Button>{t("meetings.decisions.put")}</Button>
      </div>
    </Form>
  );
}
