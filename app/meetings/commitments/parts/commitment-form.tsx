// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, Field, type FormState, type Option, Select, TextArea } from "~/ui";

type Props = { bodies: Option[]; /** Points of the agenda, when it is recorded in a session. */ items?: Option[]; meetingId?: string; today: string; state: FormState };

/** Records who takes on what, by when. */
export function CommitmentForm({ bodies, items, meetingId, today, state }: Props) {
  const { t } = useTranslation();
  const labels = { what: t("meetings.commitments.field.what"), organisationId: t("meetings.commitments.field.body"), due: t("meetings.commitments.field.due") };
  return (
    <Form method="post" className="concerto-form" noValidate>
      <ErrorSummary state={state} labels={labels} />
      <input type="hidden" name="do" value="commit" />
      {meetingId ? <input type="hidden" name="meetingId" value={meetingId} /> : null}
      {items ? <Select id="commitment-item" name="agendaItemId" label={t("meetings.commitments.field.item")} options={items} empty={t("meetings.commitments.noItem")} state={state} /> : null}
      <TextArea name="what" label={labels.what} hint={t("meetings.commitments.whatHint")} rows={2} maxLength={1000} state={state} required />
      <Select name="organisationId" label={labels.organisationId} options={bodies} empty={t("web.form.chooseOne")} state={state} required />
      <Field name="due" type="date" min={today} label={labels.due} state={state} required />
      <div className="form-actions">
        <Button>{t("meetings.commitments.record")}</Button>
      </div>
    </Form>
  );
}
