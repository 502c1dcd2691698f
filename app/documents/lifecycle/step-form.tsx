// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, Field, type FormState, Section, TextArea } from "~/ui";
import { toRomeLocal } from "~/web/time";
import { MAX_REASON } from "./forms";

type Props = { step: "openConsultation" | "extendConsultation" | "closeConsultation" | "supersede"; endsAt: Date | null; state: FormState };

/** One step a person may take now: what it does, until when, and why. */
export function StepForm({ step, endsAt, state }: Props) {
  const { t } = useTranslation();
  const asksEnd = step === "openConsultation" || step === "extendConsultation";
  return (
    <Section title={t(`documents.lifecycle.do.${step}`)}>
      <p>{t(`documents.lifecycle.does.${step}`)}</p>
      <ErrorSummary state={state} labels={{ endsAt: t("documents.lifecycle.until"), reason: t("documents.reason.label") }} />
      <Form method="post" className="concerto-form" noValidate>
        {asksEnd ? (
          <Field
            id={`${step}-endsAt`} name="endsAt" type="datetime-local" label={t("documents.lifecycle.until")} hint={t("documents.lifecycle.endsAt.hint")}
            initial={endsAt ? toRomeLocal(endsAt).slice(0, 16) : ""} state={state} required
          />
        ) : null}
        <TextArea id={`${step}-reason`} name="reason" label={t("documents.reason.label")} hint={t("documents.reason.hint")} maxLength={MAX_REASON} rows={3} state={state} required />
        <Button name="step" value={step} look={step === "openConsultation" ? "primary" : "outline-primary"}>
          {t(`documents.lifecycle.do.${step}`)}
        </Button>
      </Form>
    </Section>
  );
}
