// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, type FormState, Section, Select, TextArea } from "~/ui";
import type { MinutesView } from "../view-minutes.server";

/** The next steps of the minutes, for who keeps the record. */
export function MinutesSteps({ minutes, state }: { minutes: MinutesView; state: FormState }) {
  const { t } = useTranslation();
  const { may, sessions } = minutes;
  if (!may.circulate && !may.approve && !may.seal && !may.recall && !may.correct) return null;
  const own = (step: string) => (state?.values.do === step ? state : undefined);
  return (
    <div className="no-print">
      <Section title={t("meetings.minutes.next")}>
        {may.circulate ? <Step name="circulate" state={own("circulate")} /> : null}
        {may.approve ? (
          <Step name="approve" state={own("approve")}>
            <Select name="meetingId" label={t("meetings.minutes.approve.session")} options={sessions} {...(may.approveOutside ? { empty: t("meetings.minutes.approve.noSession") } : {})} state={own("approve")} />
          </Step>
        ) : null}
        {may.answer && minutes.open > 0 ? <p>{t("meetings.minutes.stillOpen", { count: minutes.open })}</p> : null}
        {may.seal ? <Step name="seal" state={own("seal")} /> : null}
        {may.recall ? <Step name="recall" asksReason folded state={own("recall")} /> : null}
        {may.correct ? <Step name="correct" asksReason folded state={own("correct")} /> : null}
      </Section>
    </div>
  );
}

function Step({ name, asksReason = false, folded = false, state, children }: { name: string; asksReason?: boolean; folded?: boolean; state: FormState; children?: ReactNode }) {
  const { t } = useTranslation();
  const reason = t("meetings.minutes.reason");
  const form = (
    <Form method="post" className="concerto-form" noValidate>
      <ErrorSummary state={state} labels={{ reason, meetingId: t("meetings.minutes.approve.session") }} />
      <p>{t(`meetings.minutes.hint.${name}`)}</p>
      {children}
      {asksReason ? <TextArea id={`${name}-reason`} name="reason" label={reason} rows={2} maxLength={3000} state={state} required /> : null}
      <Button look={folded ? "outline-primary" : "primary"} name="do" value={name}>{t(`meetings.minutes.do.${name}`)}</Button>
    </Form>
  );
  if (!folded) return form;
  return (
    <details className="step-form" open={state !== undefined && state !== null}>
      <summary>{t(`meetings.minutes.do.${name}`)}</summary>
      {form}
    </details>
  );
}
