// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, CheckboxGroup, ErrorSummary, Field, type FormState, type Option, Select, TextArea } from "~/ui";

/** The form with which a Municipio writes down something that it gathered. */
export function ElementForm({ themes, workshops, neighbourhoods, state }: { themes: Option[]; workshops: Option[]; neighbourhoods: Option[]; state: FormState }) {
  const { t } = useTranslation();
  const labels = { title: t("liaison.element.field.title"), text: t("liaison.element.field.text"), themeId: t("workshops.theme"), neighbourhoodId: t("workshops.form.neighbourhood"), workshops: t("liaison.element.field.workshops"), voices: t("liaison.element.field.voices") };
  return (
    <Form method="post" className="concerto-form" noValidate>
      <ErrorSummary state={state} labels={labels} />
      <Field name="title" label={labels.title} maxLength={160} state={state} required />
      <TextArea name="text" label={labels.text} hint={t("liaison.element.textHint")} rows={5} maxLength={4000} state={state} required />
      <Select name="themeId" label={labels.themeId} empty={t("liaison.element.noTheme")} options={themes} state={state} />
      {neighbourhoods.length > 0 ? <Select name="neighbourhoodId" label={labels.neighbourhoodId} empty={t("workshops.form.wholeDistrict")} options={neighbourhoods} state={state} /> : null}
      {workshops.length > 0 ? <CheckboxGroup name="workshops" legend={labels.workshops} options={workshops} state={state} /> : null}
      <Field name="voices" type="number" min={1} max={1000} label={labels.voices} hint={t("liaison.element.voicesHint")} state={state} />
      <Button name="do" value="add">{t("liaison.element.add")}</Button>
    </Form>
  );
}
