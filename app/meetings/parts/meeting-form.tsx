// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, ErrorSummary, Field, type FormState, Select, TextArea } from "~/ui";
import { LONGEST, meetingModes, SHORTEST } from "../meeting";

export type MeetingValues = { title: string; startsAt: string; minutes: number; mode: string; place: string | null; link: string | null; note: string | null };

type Props = { state: FormState; initial: MeetingValues; action: string; back: string; children?: ReactNode };

/** Title, time, way of taking part. `children` come before the buttons. */
export function MeetingForm({ state, initial, action, back, children }: Props) {
  const { t } = useTranslation();
  const labels = {
    title: t("meetings.title.label"),
    startsAt: t("meetings.when.label"),
    minutes: t("meetings.length.label"),
    mode: t("meetings.mode.label"),
    place: t("meetings.place.label"),
    link: t("meetings.link.label"),
    note: t("meetings.note.label"),
    reason: t("meetings.correct.reason"),
  };
  return (
    <Form method="post" className="concerto-form" noValidate>
      <ErrorSummary state={state} labels={labels} />
      <Field name="title" label={labels.title} initial={initial.title} maxLength={160} state={state} required />
      <Field name="startsAt" type="datetime-local" label={labels.startsAt} hint={t("meetings.when.hint")} initial={initial.startsAt} state={state} required />
      <Field name="minutes" type="number" min={SHORTEST} max={LONGEST} step={5} label={labels.minutes} initial={String(initial.minutes)} state={state} required />
      <Select name="mode" label={labels.mode} options={meetingModes.map((value) => ({ value, label: t(`meetings.mode.${value}`) }))} initial={initial.mode} state={state} required />
      <Field name="place" label={labels.place} hint={t("meetings.place.hint")} initial={initial.place} maxLength={300} state={state} />
      <Field name="link" type="url" label={labels.link} hint={t("meetings.link.hint")} initial={initial.link} maxLength={500} state={state} />
      <TextArea name="note" label={labels.note} initial={initial.note} rows={3} maxLength={2000} state={state} />
      {children}
      <div className="form-actions">
        <Button>{action}</Button>
        <ButtonLink look="outline-primary" to={back}>{t("web.form.cancel")}</ButtonLink>
      </div>
    </Form>
  );
}
