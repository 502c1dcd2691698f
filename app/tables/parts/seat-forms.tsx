// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ActField } from "~/registry";
import { Button, ButtonLink, Callout, ErrorSummary, Field, type FormState, type Option, Section, Select, TextArea } from "~/ui";

/** Says who speaks from a seat. */
export function MandateForm({ people, state, count }: { people: Option[]; state: FormState; count: number }) {
  const { t } = useTranslation();
  const labels = { affiliationId: t("tables.mandate.person"), capacity: t("tables.mandate.capacity"), validTo: t("tables.mandate.validTo"), evidence: t("tables.mandate.evidence"), file: t("tables.mandate.file") };
  return (
    <Form method="post" encType="multipart/form-data" className="concerto-form" noValidate key={count}>
      <ErrorSummary state={state} labels={labels} />
      <input type="hidden" name="intent" value="give" />
      <Select name="affiliationId" label={labels.affiliationId} options={people} empty={t("web.form.chooseOne")} state={state} required />
      <Select name="capacity" label={labels.capacity} options={["titular", "deputy"].map((value) => ({ value, label: t(`tables.capacity.${value}`) }))} state={state} required />
      <Field name="validTo" type="date" label={labels.validTo} hint={t("tables.mandate.validToHint")} state={state} />
      <Field name="evidence" label={labels.evidence} hint={t("tables.mandate.evidenceHint")} state={state} maxLength={500} />
      <ActField label={labels.file} hint={t("registry.delegation.optionalHint")} state={state} />
      <div className="form-actions">
        <Button>{t("tables.mandate.give")}</Button>
      </div>
    </Form>
  );
}

type EndProps = { intent: string; mandateId?: string; title: string; means: string; action: string; back: string; state: FormState; withReason?: boolean };

/** Asks once more before ending a seat or a mandate, and says what it means. */
export function EndForm({ intent, mandateId, title, means, action, back, state, withReason }: EndProps) {
  const { t } = useTranslation();
  return (
    <Section title={title}>
      <Callout tone="warning">
        <p>{means}</p>
      </Callout>
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={{ reason: t("tables.reason") }} />
        <input type="hidden" name="intent" value={intent} />
        {mandateId ? <input type="hidden" name="mandateId" value={mandateId} /> : null}
        {withReason ? <TextArea name="reason" label={t("tables.reason")} hint={t("tables.reasonHint")} state={state} required maxLength={1000} /> : null}
        <div className="form-actions">
          <Button look="danger">{action}</Button>
          <ButtonLink look="outline-primary" to={back}>
            {t("web.form.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </Section>
  );
}
