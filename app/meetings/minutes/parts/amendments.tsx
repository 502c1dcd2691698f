// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Card, Chip, Empty, ErrorSummary, type FormState, type Option, RadioGroup, Select, TextArea } from "~/ui";
import type { MinutesView } from "../view-minutes.server";

type Props = { minutes: MinutesView; items: Option[]; state: FormState };

/** What those who were there ask to put differently, with the answers; and the form to ask. */
export function Amendments({ minutes, items, state }: Props) {
  const { t } = useTranslation();
  const { amendments, may } = minutes;
  const asking = state?.values.do === "amend" ? state : undefined;
  return (
    <>
      {amendments.length === 0 ? <Empty>{t("meetings.minutes.noAmendments")}</Empty> : null}
      {amendments.map((one) => (
        <div key={one.id} className="mb-3">
          <Card title={t("meetings.minutes.amend.by", { body: one.body })} kicker={`${one.when} · ${one.item ? `${one.item.position}. ${one.item.title}` : t("meetings.minutes.amend.whole")}`} footer={<Chip tone={one.outcome === "accepted" ? "success" : one.outcome === "annexed" ? "warning" : "neutral"}>{t(`meetings.minutes.outcome.${one.outcome ?? "open"}`)}</Chip>}>
            <p className="pre-line">{one.text}</p>
            <p className="muted pre-line">{t("meetings.minutes.amend.why", { reason: one.reason })}</p>
            {one.answer ? <p className="pre-line">{t("meetings.minutes.answer.said", { answer: one.answer })}</p> : null}
            {one.mayWithdraw ? (
              <Form method="post">
                <input type="hidden" name="amendmentId" value={one.id} />
                <Button look="outline-primary" small name="do" value="withdraw">{t("meetings.minutes.amend.withdraw")}</Button>
              </Form>
            ) : null}
            {may.answer && one.outcome === null ? <AnswerForm id={one.id} body={one.body} state={state?.values.amendmentId === one.id ? state : undefined} /> : null}
          </Card>
        </div>
      ))}
      {may.amend ? (
        <details className="step-form mt-3" open={asking !== undefined}>
          <summary>{t("meetings.minutes.amend.ask")}</summary>
          <Form method="post" className="concerto-form" noValidate>
            <ErrorSummary state={asking} labels={{ text: t("meetings.minutes.amend.text"), reason: t("meetings.minutes.amend.reason") }} />
            <input type="hidden" name="do" value="amend" />
            <Select name="agendaItemId" label={t("meetings.minutes.amend.item")} options={items} empty={t("meetings.minutes.amend.whole")} state={asking} />
            <TextArea name="text" label={t("meetings.minutes.amend.text")} hint={t("meetings.minutes.amend.textHint")} rows={3} maxLength={3000} state={asking} required />
            <TextArea name="reason" label={t("meetings.minutes.amend.reason")} rows={2} maxLength={3000} state={asking} required />
            <Button>{t("meetings.minutes.amend.send")}</Button>
          </Form>
        </details>
      ) : may.notAmend ? (
        <p className="muted mt-3">{t(may.notAmend)}</p>
      ) : null}
    </>
  );
}

function AnswerForm({ id, body, state }: { id: string; body: string; state: FormState }) {
  const { t } = useTranslation();
  const label = t("meetings.minutes.answer.words");
  return (
    <details className="step-form" open={state !== undefined}>
      <summary>{t("meetings.minutes.answer.to", { body })}</summary>
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={{ answer: label, outcome: t("meetings.minutes.answer.outcome") }} />
        <input type="hidden" name="do" value="answer" />
        <input type="hidden" name="amendmentId" value={id} />
        <RadioGroup name="outcome" legend={t("meetings.minutes.answer.outcome")} options={(["accepted", "annexed"] as const).map((value) => ({ value, label: t(`meetings.minutes.answer.${value}`) }))} state={state} />
        <TextArea id={`answer-${id}`} name="answer" label={label} rows={2} maxLength={3000} state={state} />
        <Button look="outline-primary">{t("meetings.minutes.answer.send")}</Button>
      </Form>
    </details>
  );
}
