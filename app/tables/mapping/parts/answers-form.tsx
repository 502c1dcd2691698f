// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Checkbox, ErrorSummary, Field, type FormState, Select, TextArea } from "~/ui";
import { formalStatuses } from "../../levels";
import { type MappingAnswers, mappingFields } from "../mapping";

type Props = { state: FormState; answers: MappingAnswers | null; tableName: string; known: boolean };

/** What an office says of a table it runs. It can be saved half done, and sent with gaps. */
export function AnswersForm({ state, answers, tableName, known }: Props) {
  const { t } = useTranslation();
  const labels: Record<string, string> = {
    tableName: t("tables.mappingForm.field.tableName"),
    lastSession: t("tables.mappingForm.field.lastSession"),
    status: t("tables.form.status"),
    act: t("tables.form.act"),
    note: t("tables.mappingForm.field.note"),
    ...Object.fromEntries(mappingFields.map((field) => [field, t(`tables.mapping.${field}`)])),
  };
  return (
    <Form method="post" className="concerto-form" noValidate>
      <ErrorSummary state={state} labels={labels} />
      {known ? null : <Field name="tableName" label={labels.tableName ?? ""} initial={tableName} maxLength={160} state={state} />}
      {mappingFields.map((field) => (
        <TextArea key={field} name={field} label={labels[field] ?? ""} hint={t(`tables.mappingForm.hint.${field}`)} initial={answers?.[field]} rows={3} maxLength={1000} state={state} />
      ))}
      <fieldset className="field-group">
        <legend>{t("tables.mappingForm.activityTitle")}</legend>
        <Checkbox name="active" label={t("tables.mappingForm.field.active")} checked={answers?.active ?? true} state={state} />
        <Checkbox name="working" label={t("tables.mappingForm.field.working")} checked={answers?.working ?? true} state={state} />
        <Field name="lastSession" type="date" label={labels.lastSession ?? ""} initial={answers?.lastSession} state={state} />
      </fieldset>
      <fieldset className="field-group">
        <legend>{t("tables.status.title")}</legend>
        <Select name="status" label={labels.status ?? ""} options={formalStatuses.map((value) => ({ value, label: t(`tables.status.${value}`) }))} empty={t("tables.mappingForm.notSaid")} initial={answers?.status} state={state} />
        <Field name="act" label={labels.act ?? ""} initial={answers?.act} maxLength={200} state={state} />
      </fieldset>
      <TextArea name="note" label={labels.note ?? ""} initial={answers?.note} maxLength={1000} state={state} />
      <div className="form-actions">
        <Button name="do" value="send">
          {t("tables.mappingForm.send")}
        </Button>
        <Button name="do" value="save" look="outline-primary">
          {t("tables.mappingForm.save")}
        </Button>
      </div>
    </Form>
  );
}
