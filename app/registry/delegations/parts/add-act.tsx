// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout, ErrorSummary, Field, type FormState, Section } from "~/ui";
import { MAX_DESCRIPTION } from "../delegation";
import { ActField } from "./act-field";

/** Adds an act to those that are there already: `acts` is how many, so that the form is empty after each. `scans`: files are looked at for viruses. */
export function AddAct({ acts, scans, state }: { acts: number; scans: boolean; state: FormState }) {
  const { t } = useTranslation();
  const labels = { file: t("registry.delegation.file"), description: t("registry.delegation.description") };
  return (
    <Section title={t("registry.delegation.add")}>
      {scans ? null : <Callout tone="neutral">{t("registry.delegation.noScanner")}</Callout>}
      <Form method="post" encType="multipart/form-data" className="concerto-form" noValidate key={acts}>
        <ErrorSummary state={state} labels={labels} />
        <ActField label={labels.file} hint={t("registry.delegation.renewal")} state={state} required />
        <Field name="description" label={labels.description} hint={t("registry.delegation.descriptionHint")} maxLength={MAX_DESCRIPTION} state={state} required />
        <div className="form-actions">
          <Button>{t("registry.delegation.do")}</Button>
        </div>
      </Form>
    </Section>
  );
}
