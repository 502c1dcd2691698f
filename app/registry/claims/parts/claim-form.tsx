// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, Field, type FormState, RadioGroup, Select, TextArea } from "~/ui";
import { ActField } from "../../delegations/parts/act-field";
import { claimCapacities } from "../claim";

const kinds = ["ets", "other_nonprofit", "company", "religious_body", "trade_union", "professional_order"] as const;

/** Who asks to speak for a body, in what quality, on what grounds; for a body not yet in the registry, also what it is. */
export function ClaimForm({ state, code, isNew }: { state: FormState; code: string; isNew: boolean }) {
  const { t } = useTranslation();
  const labels = {
    name: t("registry.field.name"),
    kind: t("registry.field.kind"),
    capacity: t("registry.people.capacity"),
    roleLabel: t("registry.claims.roleLabel"),
    evidence: t("registry.claims.evidence"),
    file: t("registry.delegation.optional"),
  };
  return (
    <Form method="post" encType="multipart/form-data" className="concerto-form" noValidate>
      <ErrorSummary state={state} labels={labels} />
      <input type="hidden" name="fiscalCode" value={code} />
      {isNew ? (
        <>
          <Field name="name" label={labels.name} maxLength={200} state={state} required />
          <Select name="kind" label={labels.kind} options={kinds.map((value) => ({ value, label: t(`registry.kind.${value}`) }))} empty={t("web.form.chooseOne")} state={state} required />
        </>
      ) : null}
      <RadioGroup name="capacity" legend={labels.capacity} options={claimCapacities.map((value) => ({ value, label: t(`registry.claims.capacity.${value}`) }))} state={state} />
      <Field name="roleLabel" label={labels.roleLabel} hint={t("registry.claims.roleHint")} maxLength={120} state={state} required />
      <TextArea name="evidence" label={labels.evidence} hint={t("registry.claims.evidenceHint")} maxLength={1000} state={state} required />
      <ActField label={labels.file} hint={t("registry.delegation.optionalHint")} state={state} />
      <div className="form-actions">
        <Button>{t("registry.claims.send")}</Button>
      </div>
    </Form>
  );
}
