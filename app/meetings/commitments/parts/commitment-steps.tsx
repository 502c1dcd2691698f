// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, Field, type FormState, Section, TextArea } from "~/ui";
import type { CommitmentStep } from "../commitment";

/** What can be done with a commitment now, one short form for each step. */
export function CommitmentSteps({ may, today, state }: { may: readonly CommitmentStep[]; today: string; state: FormState }) {
  const { t } = useTranslation();
  const tried = state?.values.step;
  const own = (step: CommitmentStep) => (tried === step ? state : undefined);
  return (
    <Section title={t("meetings.commitments.next")}>
      {may.map((step, i) => (
        <details key={step} open={tried === step || (tried === undefined && i === 0)} className="step-form">
          <summary>{t(`meetings.commitments.do.${step}`)}</summary>
          <Form method="post" className="concerto-form" noValidate>
            <ErrorSummary state={own(step)} labels={{ note: t(`meetings.commitments.noteOf.${step}`), due: t("meetings.commitments.field.due") }} />
            <input type="hidden" name="step" value={step} />
            {step === "move" ? <Field id="move-due" name="due" type="date" min={today} label={t("meetings.commitments.field.due")} state={own(step)} required /> : null}
            <TextArea id={`${step}-note`} name="note" label={t(`meetings.commitments.noteOf.${step}`)} rows={3} maxLength={1000} state={own(step)} required />
            <div className="form-actions">
              <Button look={step === "done" ? "primary" : "outline-primary"}>{t(`meetings.commitments.do.${step}`)}</Button>
            </div>
          </Form>
        </details>
      ))}
    </Section>
  );
}
