// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Chip, Empty, ErrorSummary, type FormState, RadioGroup, Section, TextArea } from "~/ui";
import { paths } from "~/web/paths";
import { type GuidelineAnswer, guidelineAnswers } from "../guideline";
import type { AddresseeView } from "../view-guideline.server";

const tones: Record<GuidelineAnswer, "neutral" | "success" | "primary" | "warning"> = { noted: "neutral", taken_on: "success", partly: "primary", cannot: "warning" };

type Props = { addressees: AddresseeView[]; /** Ids of those for which the viewer may answer. */ mayAnswer: string[]; state: FormState };

/** To whom it is addressed and what each does with it: by name, never by how they answered. */
export function Addressees({ addressees, mayAnswer, state }: Props) {
  const { t } = useTranslation();
  return (
    <Section title={t("guidelines.to")} id="destinatari">
      {addressees.length === 0 ? <Empty>{t("guidelines.toNobody")}</Empty> : null}
      <ul className="plain-list guideline-addressees">
        {addressees.map((addressee) => (
          <li key={addressee.id}>
            <One addressee={addressee} />
            {mayAnswer.includes(addressee.id) ? <AnswerForm addressee={addressee} state={state?.values.addresseeId === addressee.id ? state : undefined} /> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function One({ addressee: { label, family, to, isTable, answers, others, waits, late } }: { addressee: AddresseeView }) {
  const { t } = useTranslation();
  const name = label ?? t(`registry.group.${family}`);
  return (
    <>
      <strong>{to ? <Link to={to}>{name}</Link> : name}</strong>{" "}
      {late ? <Chip tone="danger">{t("guidelines.late")}</Chip> : waits ? <span className="muted">{t("guidelines.noAnswerYet")}</span> : null}
      {answers.map(({ body, answer, text, on }) => (
        <div key={`${body?.slug ?? name}`} className="guideline-answer">
          {body && (!label || isTable) ? <Link to={paths.organisation(body.slug)}>{body.name}</Link> : null} <Chip tone={tones[answer]}>{t(`guidelines.answer.${answer}`)}</Chip> <span className="muted">{on}</span>
          {text ? <div className="pre-line">{text}</div> : null}
        </div>
      ))}
      {others > 0 ? <div className="muted">{t("guidelines.otherAnswers", { count: others })}</div> : null}
    </>
  );
}

function AnswerForm({ addressee, state }: { addressee: AddresseeView; state: FormState }) {
  const { t } = useTranslation();
  const name = addressee.label ?? t(`registry.group.${addressee.family}`);
  const labels = { answer: t("guidelines.answer.legend"), text: t("guidelines.answer.text") };
  return (
    <details className="no-print" open={state !== undefined || addressee.waits}>
      <summary>{t(addressee.isTable ? "guidelines.answer.forTable" : "guidelines.answer.forBody", { name })}</summary>
      <Form method="post" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={labels} />
        <input type="hidden" name="addresseeId" value={addressee.id} />
        <RadioGroup id={`answer-${addressee.id}`} name="answer" legend={labels.answer} options={guidelineAnswers.map((value) => ({ value, label: t(`guidelines.answer.${value}`) }))} state={state} />
        <TextArea id={`text-${addressee.id}`} name="text" label={labels.text} hint={t("guidelines.answer.textHint")} rows={3} maxLength={2000} state={state} />
        <Button look="outline-primary">{t("guidelines.answer.send")}</Button>
      </Form>
    </details>
  );
}
