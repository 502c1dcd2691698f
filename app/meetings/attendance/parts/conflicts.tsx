// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout, ErrorSummary, type FormState, type Option, Select, TextArea } from "~/ui";
import type { Conflict } from "../conflicts.server";

type Props = { agenda: { id: string; title: string }[]; conflicts: Conflict[]; /** What the own body has in the register of interests now. */ registered: string[]; mayDeclare: boolean; /** Bodies in the room for which who keeps the door may write down what they declare. */ bodies: Option[]; state: FormState; /** What was refused of the form that takes a record back. */ withdrawal: FormState; over: boolean };

/** Which bodies abstain on which point; and the form to declare an interest of one's own, or to write down that of a body in the room. */
export function ConflictList({ agenda, conflicts, registered, mayDeclare, bodies, state, withdrawal, over }: Props) {
  const { t } = useTranslation();
  const labels = { organisationId: t("meetings.conflict.body"), agendaItemId: t("meetings.conflict.item"), interest: t("meetings.conflict.interest") };
  return (
    <>
      {conflicts.length === 0 ? <p className="muted">{t("meetings.conflict.none")}</p> : null}
      {registered.length > 0 && mayDeclare ? (
        <Callout title={t("meetings.conflict.registered")}>
          <ul>
            {registered.map((what) => (
              <li key={what}>{what}</li>
            ))}
          </ul>
          <p>{t("meetings.conflict.registeredAsk")}</p>
        </Callout>
      ) : null}
      <ul className="plain-list">
        {conflicts.map(({ id, agendaItemId, body, own, recorded, interest }) => (
          <li key={id}>
            {t("meetings.conflict.abstains", { body, item: agenda.find((item) => item.id === agendaItemId)?.title ?? "" })}
            {interest ? <div className="muted">{interest}</div> : null}
            {own && mayDeclare ? (
              <Form method="post" className="row-actions no-print">
                <input type="hidden" name="declarationId" value={id} />
                <Button look="link" small name="intent" value="withdraw-conflict">{t("meetings.conflict.withdraw")}</Button>
              </Form>
            ) : null}
            {recorded && !over ? <TakeBack declarationId={id} state={withdrawal?.values.declarationId === id ? withdrawal : null} /> : null}
          </li>
        ))}
      </ul>
      {(mayDeclare || bodies.length > 0) && agenda.length > 0 ? (
        <details className="no-print" open={state !== null}>
          <summary>{t(bodies.length > 0 ? "meetings.conflict.record" : "meetings.conflict.declare")}</summary>
          <p className="muted">{t("meetings.conflict.means")}</p>
          <Form method="post" className="concerto-form" noValidate key={conflicts.length}>
            <ErrorSummary state={state} labels={labels} />
            <input type="hidden" name="intent" value="declare" />
            {bodies.length > 0 ? <Select name="organisationId" label={labels.organisationId} options={bodies} state={state} required {...(mayDeclare ? { empty: t("meetings.conflict.ownBody") } : {})} /> : null}
            <Select name="agendaItemId" label={labels.agendaItemId} options={agenda.map(({ id, title }) => ({ value: id, label: title }))} empty={t("web.form.chooseOne")} state={state} required />
            <TextArea name="interest" label={labels.interest} hint={t("meetings.conflict.interestHint")} rows={2} maxLength={1000} state={state} required />
            <Button look="outline-primary">{t("meetings.conflict.send")}</Button>
          </Form>
        </details>
      ) : null}
    </>
  );
}

/** Takes back what was written down by mistake for a body. */
function TakeBack({ declarationId, state }: { declarationId: string; state: FormState }) {
  const { t } = useTranslation();
  const label = t("meetings.conflict.withdrawReason");
  return (
    <details className="no-print" open={state !== null}>
      <summary>{t("meetings.conflict.withdrawRecord")}</summary>
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={{ reason: label }} />
        <input type="hidden" name="intent" value="withdraw-record" />
        <input type="hidden" name="declarationId" value={declarationId} />
        <TextArea id={`withdraw-${declarationId}`} name="reason" label={label} hint={t("meetings.conflict.withdrawReasonHint")} rows={2} maxLength={1000} state={state} required />
        <Button look="outline-primary" small>{t("meetings.conflict.withdrawRecordSend")}</Button>
      </Form>
    </details>
  );
}
