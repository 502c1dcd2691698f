// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Power } from "~/identity";
import { Button, CheckboxGroup, ErrorSummary, Field, type FormState, Select } from "~/ui";
import { MAX_DESCRIPTION } from "../../delegations/delegation";
import { ActField } from "../../delegations/parts/act-field";
import { invitableCapacities, usualPowers } from "../invitation";

/** Whom to invite, in what capacity, and what they will be able to do. Only powers that the reader may give are shown. */
export function InviteForm({ state, offered }: { state: FormState; offered: Power[] }) {
  const { t } = useTranslation();
  const labels = {
    email: t("identity.field.email"),
    roleLabel: t("identity.field.roleLabel"),
    capacity: t("identity.field.capacity"),
    powers: t("identity.field.powers"),
    file: t("registry.delegation.optional"),
    description: t("registry.delegation.description"),
  };
  return (
    <Form method="post" encType="multipart/form-data" className="concerto-form" noValidate>
      <ErrorSummary state={state} labels={labels} />
      <Field name="email" label={labels.email} hint={t("identity.invite.emailHint")} type="email" autoComplete="off" state={state} required />
      <Field name="roleLabel" label={labels.roleLabel} hint={t("identity.invite.roleHint")} state={state} required />
      <Select
        name="capacity"
        label={labels.capacity}
        initial="delegate"
        options={invitableCapacities.map((capacity) => ({ value: capacity, label: t(`identity.capacity.${capacity}`) }))}
        state={state}
        required
      />
      <CheckboxGroup
        name="powers"
        legend={labels.powers}
        hint={t("identity.invite.powersHint")}
        options={offered.map((power) => ({ value: power, label: t(`identity.power.${power}`) }))}
        checked={[...usualPowers]}
        state={state}
      />
      <ActField label={labels.file} hint={t("registry.delegation.optionalHint")} state={state} />
      <Field name="description" label={labels.description} hint={t("registry.delegation.descriptionOptionalHint")} maxLength={MAX_DESCRIPTION} state={state} />
      <div className="form-actions">
        <Button>{t("identity.invite.do")}</Button>
      </div>
    </Form>
  );
}
