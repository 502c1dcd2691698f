// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { districtNumbers } from "~/registry";
import { Button, ButtonLink, CheckboxGroup, ErrorSummary, Field, type FormState, type Option, Select, TextArea } from "~/ui";

type Initial = { title: string; description: string; place: string; startsAt: string; minutes: string; capacity: string; district: string; neighbourhoodId: string; themes: string[] };
type Props = { state: FormState; initial?: Initial; themes: Option[]; neighbourhoods: Option[]; ownDistrict: number | null; back: string };

/** The form of a workshop. A Municipio does not choose where: its workshops are in that Municipio. */
export function WorkshopForm({ state, initial, themes, neighbourhoods, ownDistrict, back }: Props) {
  const { t } = useTranslation();
  const name = (field: string) => t(`workshops.form.${field}`);
  const labels = { title: name("title"), description: name("description"), place: name("place"), startsAt: name("startsAt"), minutes: name("minutes"), capacity: name("capacity"), district: t("registry.filter.district"), neighbourhoodId: name("neighbourhood"), themes: t("workshops.themes.short") };
  return (
    <Form method="post" className="concerto-form" noValidate>
      <ErrorSummary state={state} labels={labels} />
      <Field name="title" label={labels.title} maxLength={160} state={state} initial={initial?.title} required />
      <TextArea name="description" label={labels.description} hint={name("descriptionHint")} rows={5} maxLength={4000} state={state} initial={initial?.description} required />
      <CheckboxGroup name="themes" legend={labels.themes} options={themes} checked={initial?.themes} state={state} />
      <Field name="startsAt" type="datetime-local" label={labels.startsAt} state={state} initial={initial?.startsAt} required />
      <Field name="minutes" type="number" min={15} max={600} label={labels.minutes} state={state} initial={initial?.minutes ?? "120"} required />
      <Field name="place" label={labels.place} hint={name("placeHint")} maxLength={200} state={state} initial={initial?.place} required />
      {ownDistrict === null ? <Select name="district" label={labels.district} empty={t("workshops.wholeCity")} options={districtNumbers.map((number) => ({ value: String(number), label: t("registry.district", { number }) }))} state={state} initial={initial?.district} /> : null}
      {neighbourhoods.length > 0 ? <Select name="neighbourhoodId" label={labels.neighbourhoodId} empty={name("wholeDistrict")} options={neighbourhoods} state={state} initial={initial?.neighbourhoodId} /> : null}
      <Field name="capacity" type="number" min={1} max={2000} label={labels.capacity} hint={name("capacityHint")} state={state} initial={initial?.capacity ?? "40"} required />
      <div className="form-actions">
        <Button>{t("web.form.save")}</Button>
        <ButtonLink look="outline-primary" to={back}>{t("web.form.cancel")}</ButtonLink>
      </div>
    </Form>
  );
}
