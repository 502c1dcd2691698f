// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EnrolmentChip } from "~/registry";
import { Button, Chip, ErrorSummary, Field, type FormState, RadioGroup, Section, TextArea } from "~/ui";
import type { SeatReply } from "../replies.server";

/** Answers the convocation for one's seat; and, apart, says what one needs. */
export function ReplyForms({ own, needs, state }: { own: SeatReply | undefined; needs: string; state: FormState }) {
  const { t } = useTranslation();
  const replying = state?.values.intent === "needs" ? null : state;
  return (
    <div className="no-print">
      <Section title={t("meetings.reply.title")} id="risposta">
        <Form method="post" className="concerto-form" noValidate>
          <ErrorSummary state={replying ?? null} labels={{ answer: t("meetings.reply.title") }} />
          <input type="hidden" name="intent" value="reply" />
          <RadioGroup
            name="answer"
            legend={t("meetings.reply.legend", { body: own?.body ?? "" })}
            options={["coming", "deputy", "absent"].map((value) => ({ value, label: t(`meetings.reply.${value}`) }))}
            initial={own?.answer ?? ""}
            state={replying ?? null}
          />
          <Field name="note" label={t("meetings.reply.note")} hint={t("meetings.reply.noteHint")} initial={own?.note ?? null} maxLength={500} state={replying ?? null} />
          <Button>{t("meetings.reply.save")}</Button>
        </Form>
      </Section>
      <Section title={t("meetings.needs.title")} id="esigenze">
        <Form method="post" className="concerto-form" noValidate>
          <input type="hidden" name="intent" value="needs" />
          <TextArea name="needs" label={t("meetings.needs.label")} hint={t("meetings.needs.hint")} initial={needs} rows={3} maxLength={1000} state={state?.values.intent === "needs" ? state : null} />
          <Button look="outline-primary">{t("meetings.needs.save")}</Button>
        </Form>
      </Section>
    </div>
  );
}

type Props = { replies: SeatReply[]; needs: { id: string; person: string; needs: string }[]; convenor: boolean; asked: boolean };
const tones = { coming: "success", deputy: "success", absent: "warning" } as const;

/** Who is called and what was answered; to the convenor also what people need. */
export function Answers({ replies, needs, convenor, asked }: Props) {
  const { t } = useTranslation();
  const coming = replies.filter(({ answer }) => answer === "coming" || answer === "deputy").length;
  return (
    <>
      <Section title={t("meetings.called.title")}>
        {asked ? <p className="muted">{t("meetings.called.coming", { count: coming, of: replies.length })}</p> : null}
        <ul className="plain-list">
          {replies.map(({ seatId, body, role, answer, note, enrolled }) => (
            <li key={seatId}>
              {body} {role === "member" ? null : <span className="muted">({t(`tables.role.${role}`)})</span>} {asked && answer ? <Chip tone={tones[answer]}>{t(`meetings.reply.short.${answer}`)}</Chip> : null}
              {enrolled ? <EnrolmentChip body={enrolled} /> : null}
              {note ? <div className="muted">{note}</div> : null}
            </li>
          ))}
        </ul>
      </Section>
      {convenor && needs.length > 0 ? (
        <Section title={t("meetings.needs.asked")}>
          <p className="muted">{t("meetings.needs.kept")}</p>
          <ul className="plain-list">
            {needs.map((row) => (
              <li key={row.id}>
                {row.person}: <span className="typed-text">{row.needs}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
