// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Checkbox, ErrorSummary, Field, type FormState, type Option, Select, TextArea } from "~/ui";
import { formalStatuses, type StatusSource, tableLevels } from "../levels";

export type KnownTable = {
  name: string;
  level: string;
  object: string;
  participants: string | null;
  criteria: string | null;
  periodicity: string | null;
  method: string | null;
  statusSources: StatusSource[];
  planAreas: string[];
  pillars: string[];
  sensitive: boolean;
  ownerOrganisationId: string | null;
};

type Props = { state: FormState; known?: KnownTable; owners: Option[]; back: string; sourceRows: number };

/** The data of a table: what it is, the five mapping fields, what each source says of its formal status, where it stands in the plan. */
export function TableForm({ state, known, owners, back, sourceRows }: Props) {
  const { t } = useTranslation();
  const mapping = ["object", "participants", "criteria", "periodicity", "method"] as const;
  const labels: Record<string, string> = {
    name: t("tables.form.name"),
    level: t("tables.form.level"),
    planAreas: t("tables.form.planAreas"),
    pillars: t("tables.form.pillars"),
    ownerOrganisationId: t("tables.form.owner"),
    statusSources: t("tables.status.title"),
    ...Object.fromEntries(mapping.map((name) => [name, t(`tables.mapping.${name}`)])),
  };
  const rows = Array.from({ length: sourceRows }, (_, i) => ({ n: i + 1, known: known?.statusSources[i] }));
  return (
    <Form method="post" className="concerto-form" noValidate>
      <ErrorSummary state={state} labels={labels} />
      <Field name="name" label={labels.name ?? ""} state={state} initial={known?.name} required maxLength={160} />
      <Select name="level" label={labels.level ?? ""} options={tableLevels.map((value) => ({ value, label: t(`tables.level.${value}`) }))} empty={t("web.form.chooseOne")} state={state} initial={known?.level} required />
      <fieldset className="field-group">
        <legend>{t("tables.mapping.title")}</legend>
        {mapping.map((name) => (
          <TextArea key={name} name={name} label={labels[name] ?? ""} state={state} initial={known?.[name]} required={name === "object"} rows={name === "periodicity" ? 2 : 3} maxLength={1000} />
        ))}
      </fieldset>
      <fieldset className="field-group" id="statusSources">
        <legend>{labels.statusSources}</legend>
        <p className="field-hint">{t("tables.form.sourcesHint")}</p>
        {rows.map((row) => (
          <fieldset key={row.n} className="field-group">
            <legend>{t("tables.form.sourceNumber", { n: row.n })}</legend>
            <Select name={`status-${row.n}`} label={t("tables.form.status")} options={formalStatuses.map((value) => ({ value, label: t(`tables.status.${value}`) }))} empty={t("tables.form.noSource")} state={state} initial={row.known?.status} />
            <Field name={`source-${row.n}`} label={t("tables.form.source")} state={state} initial={row.known?.source} maxLength={300} />
            <Field name={`act-${row.n}`} label={t("tables.form.act")} state={state} initial={row.known?.act} maxLength={200} />
            <Field name={`date-${row.n}`} label={t("tables.form.date")} type="date" state={state} initial={row.known?.date} />
          </fieldset>
        ))}
      </fieldset>
      <Field name="planAreas" label={labels.planAreas ?? ""} hint={t("tables.form.planAreasHint")} state={state} initial={known?.planAreas.join(", ")} />
      <Field name="pillars" label={labels.pillars ?? ""} hint={t("tables.form.pillarsHint")} state={state} initial={known?.pillars.join(", ")} />
      <Select name="ownerOrganisationId" label={labels.ownerOrganisationId ?? ""} options={owners} empty={t("tables.form.noOwner")} state={state} initial={known?.ownerOrganisationId} />
      <Checkbox name="sensitive" label={t("tables.form.sensitive")} checked={known?.sensitive ?? false} state={state} />
      <div className="form-actions">
        <Button>{t("web.form.save")}</Button>
        <ButtonLink look="outline-primary" to={back}>
          {t("web.form.cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}
