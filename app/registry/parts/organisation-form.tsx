// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Callout, CheckboxGroup, ErrorSummary, Field, type FormState, Select, TextArea } from "~/ui";
import { paths } from "~/web/paths";
import { art5Letters } from "../art5";
import { organisationKinds } from "../categories";
import { districtNumbers, sizes, voicesRepresented } from "../organisation";
import { etsCategories, runtsSections } from "../runts";

/** What the form shows of a body that exists already. */
export type KnownOrganisation = {
  name: string;
  kind: string;
  etsCategory: string | null;
  runtsSection: string | null;
  runtsNumber: string | null;
  fiscalCode: string | null;
  vatNumber: string | null;
  ipaCode: string | null;
  pec: string | null;
  legalRepresentative: string | null;
  purpose: string | null;
  source: string;
  art5Letters: string[];
  represents: string[];
  size: string | null;
  territory: { scale: string; districts: number[] };
};

type Props = { state: FormState; known?: KnownOrganisation; back: string; mayReclassify: boolean };

/** The data of a body, to enter or to change. Works without JavaScript: all fields are there, the rules say which are due. */
export function OrganisationForm({ state, known, back, mayReclassify }: Props) {
  const { t } = useTranslation();
  const fields = ["name", "kind", "etsCategory", "runtsSection", "runtsNumber", "fiscalCode", "vatNumber", "ipaCode", "pec", "legalRepresentative", "art5Letters", "scale", "districts", "purpose", "represents", "size", "source"];
  const labels = Object.fromEntries(fields.map((name) => [name, t(`registry.field.${name}`)]));
  const text = (name: string) => ({ name, label: labels[name] ?? name, state, initial: known?.[name as "name"] ?? null });
  const options = (values: readonly string[], prefix: string) => values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
  const twin = state?.problem.because === "registry.fiscalCode.taken" ? state.problem.values : undefined;
  return (
    <Form method="post" className="concerto-form" noValidate>
      <ErrorSummary state={state} labels={labels} />
      {twin ? (
        <p>
          <Link to={paths.organisation(String(twin.slug))}>{t("registry.fiscalCode.goToTwin", twin)}</Link>
        </p>
      ) : null}
      {mayReclassify ? null : <Callout>{t("registry.form.ownData")}</Callout>}
      <Field {...text("name")} required maxLength={200} />
      <Select {...text("kind")} options={options(organisationKinds, "registry.kind")} empty={t("web.form.chooseOne")} required />
      <fieldset className="field-group">
        <legend>{t("registry.form.thirdSector")}</legend>
        <p className="field-hint">{t("registry.form.thirdSectorHint")}</p>
        <Select {...text("etsCategory")} options={options(etsCategories, "registry.category")} empty={t("registry.form.notEts")} />
        <Select {...text("runtsSection")} options={options(runtsSections, "registry.section")} empty={t("registry.form.notEnrolled")} />
        <Field {...text("runtsNumber")} inputMode="numeric" />
        <CheckboxGroup name="art5Letters" legend={labels.art5Letters ?? ""} hint={t("registry.form.art5Hint")} options={art5Letters.map((value) => ({ value, label: `${value}) ${t(`registry.art5.${value}`)}` }))} checked={known?.art5Letters ?? []} state={state} />
      </fieldset>
      <Field {...text("fiscalCode")} hint={t("registry.form.fiscalCodeHint")} inputMode="numeric" />
      <Field {...text("vatNumber")} inputMode="numeric" />
      <Field {...text("ipaCode")} hint={t("registry.form.ipaHint")} />
      <Field {...text("pec")} type="email" />
      <Field {...text("legalRepresentative")} hint={t("registry.form.representativeHint")} />
      <Select name="scale" label={labels.scale ?? ""} options={options(["city", "district"], "registry.scale")} state={state} initial={known?.territory.scale ?? "city"} required />
      <CheckboxGroup name="districts" legend={labels.districts ?? ""} hint={t("registry.form.districtsHint")} options={districtNumbers.map((number) => ({ value: String(number), label: t("registry.district", { number }) }))} checked={known?.territory.districts.map(String) ?? []} state={state} />
      <CheckboxGroup name="represents" legend={labels.represents ?? ""} hint={t("registry.form.representsHint")} options={options(voicesRepresented, "registry.represents")} checked={known?.represents ?? []} state={state} />
      <Select {...text("size")} options={options(sizes, "registry.size")} empty={t("registry.form.sizeUnknown")} />
      <TextArea {...text("purpose")} maxLength={2000} />
      {mayReclassify ? (
        <Select name="source" label={labels.source ?? ""} options={options(["manual_check", "self_declared", "import"], "registry.source")} state={state} initial={known && known.source !== "demo" ? known.source : "manual_check"} required />
      ) : (
        <input type="hidden" name="source" value="self_declared" />
      )}
      <div className="form-actions">
        <Button>{t("web.form.save")}</Button>
        <ButtonLink look="outline-primary" to={back}>
          {t("web.form.cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}
