// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, type FormState, type Option, RadioGroup, Section, Select, TextArea } from "~/ui";
import { type ItemStep, outcomes } from "../item";

type Props = { may: readonly ItemStep[]; tables: Option[]; state: FormState };

/** What the table that has an item can do with it, one short form for each step. */
export function ItemSteps({ may, tables, state }: Props) {
  const { t } = useTranslation();
  const tried = state?.values.step;
  const own = (step: ItemStep) => (tried === step ? state : undefined);
  const labels = { reason: t("tables.items.field.reason"), outcome: t("tables.items.field.outcome"), tableId: t("tables.items.field.table") };
  return (
    <Section title={t("tables.items.next")}>
      {may.map((step) => (
        <details key={step} open={step === "receive" || tried === step} className="step-form">
          <summary>{t(`tables.items.do.${step}`)}</summary>
          <Form method="post" className="concerto-form" noValidate>
            <ErrorSummary state={own(step)} labels={labels} />
            <input type="hidden" name="step" value={step} />
            {step === "forward" ? <Select id="forward-table" name="tableId" label={labels.tableId} options={tables} empty={t("web.form.chooseOne")} state={own(step)} required /> : null}
            {step === "decide" ? <RadioGroup name="outcome" legend={labels.outcome} options={outcomes.map((value) => ({ value, label: t(`tables.items.outcome.${value}`) }))} state={own(step)} /> : null}
            {step === "receive" ? null : <TextArea id={`${step}-reason`} name="reason" label={t(`tables.items.reasonOf.${step}`)} maxLength={2000} state={own(step)} required />}
            <div className="form-actions">
              <Button look={step === "decide" || step === "receive" ? "primary" : "outline-primary"}>{t(`tables.items.do.${step}`)}</Button>
            </div>
          </Form>
        </details>
      ))}
    </Section>
  );
}
