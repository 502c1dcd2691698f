// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, ErrorSummary, Field, type FormState, type Option, Select, TextArea } from "~/ui";
import { paths } from "~/web/paths";
import { agendaKinds } from "../agenda";
import type { AgendaPoint } from "../read-agenda.server";
import { DocumentFields } from "./document-fields";

const USUAL_MINUTES = "15";

/** Writes a new point, or rewrites one. */
export function PointForm({ state, documents, editing, meetingId }: { state: FormState; documents: Option[]; editing: AgendaPoint | null; meetingId: string }) {
  const { t } = useTranslation();
  const labels = { title: t("meetings.agenda.field.title"), text: t("meetings.agenda.field.text"), minutes: t("meetings.agenda.field.minutes"), kind: t("meetings.agenda.field.kind"), documentId: t("meetings.agenda.field.document") };
  return (
    <Form method="post" className="concerto-form" noValidate>
      <ErrorSummary state={state} labels={labels} />
      <input type="hidden" name="intent" value={editing ? "edit" : "add"} />
      {editing ? <input type="hidden" name="pointId" value={editing.id} /> : null}
      <Field name="title" label={labels.title} initial={editing?.title ?? null} maxLength={200} state={state} required />
      <Field name="minutes" type="number" min={1} max={300} label={labels.minutes} initial={editing ? String(editing.minutes) : USUAL_MINUTES} state={state} required />
      <Select name="kind" label={labels.kind} options={agendaKinds.map((value) => ({ value, label: t(`meetings.agenda.kind.${value}`) }))} initial={editing?.kind ?? "discussion"} state={state} required />
      <TextArea name="text" label={labels.text} initial={editing?.text ?? null} rows={3} maxLength={2000} state={state} />
      <DocumentFields state={state} documents={documents} chosen={editing?.documents.map(({ id }) => id) ?? []} />
      <div className="form-actions">
        <Button>{t(editing ? "meetings.agenda.saveEdit" : "meetings.agenda.saveNew")}</Button>
        {editing ? <ButtonLink look="outline-primary" to={paths.meetingAgenda(meetingId)}>{t("web.form.cancel")}</ButtonLink> : null}
      </div>
    </Form>
  );
}

/** Up, down, change, off the agenda; each says of which point to who hears it alone. */
export function PointActions({ meetingId, pointId, title, first, last }: { meetingId: string; pointId: string; title: string; first: boolean; last: boolean }) {
  const { t } = useTranslation();
  const of = (name: string) => `${t(`meetings.agenda.${name}`)}: ${title}`;
  const button = (intent: string) => (
    <Form method="post">
      <input type="hidden" name="pointId" value={pointId} />
      <Button look="link" small name="intent" value={intent} aria-label={of(intent)}>{t(`meetings.agenda.${intent}`)}</Button>
    </Form>
  );
  return (
    <div className="row-actions">
      {first ? null : button("up")}
      {last ? null : button("down")}
      <Link to={`${paths.meetingAgenda(meetingId)}?punto=${pointId}#punto`} aria-label={of("change")}>{t("meetings.agenda.change")}</Link>
      {button("off")}
    </div>
  );
}
