// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, type FormState, type Option, RadioGroup, Select, TextArea } from "~/ui";
import { choices, type Method } from "../decision";

type Body = Option & { voted: boolean; conflicted: boolean };
type Props = { method: Method; bodies: Body[]; ownId: string | null; state: FormState };

/** What a body says: its vote, a reserve or a dissent with the reason. Who keeps the record chooses for whom it writes. */
export function PositionForms({ method, bodies, ownId, state }: Props) {
  const { t } = useTranslation();
  const tried = state?.values.do;
  const own = (name: string) => (tried === name ? state : undefined);
  const toVote = bodies.filter(({ voted }) => !voted);
  return (
    <>
      {method === "vote" && toVote.length > 0 ? (
        <Form method="post" className="concerto-form" noValidate>
          <ErrorSummary state={own("vote")} labels={{ choice: t("meetings.decisions.field.choice") }} />
          <input type="hidden" name="do" value="vote" />
          <Whose id="vote-body" bodies={toVote} ownId={ownId} state={own("vote")} />
          <RadioGroup name="choice" legend={t("meetings.decisions.field.choice")} options={choices.map((value) => ({ value, label: t(`meetings.decisions.choose.${value}`) }))} state={own("vote")} />
          <Button>{t("meetings.decisions.vote")}</Button>
        </Form>
      ) : null}
      <details className="step-form mt-3" open={tried === "reserve"}>
        <summary>{t("meetings.decisions.reserve")}</summary>
        <Form method="post" className="concerto-form" noValidate>
          <ErrorSummary state={own("reserve")} labels={{ kind: t("meetings.decisions.field.kind"), reason: t("meetings.decisions.field.reason") }} />
          <input type="hidden" name="do" value="reserve" />
          <Whose id="reserve-body" bodies={bodies} ownId={ownId} state={own("reserve")} />
          <RadioGroup name="kind" legend={t("meetings.decisions.field.kind")} options={(["reserve", "dissent"] as const).map((value) => ({ value, label: t(`meetings.decisions.kind.${value}`) }))} state={own("reserve")} />
          <TextArea id="reserve-reason" name="reason" label={t("meetings.decisions.field.reason")} rows={3} maxLength={2000} state={own("reserve")} required />
          <Button look="outline-primary">{t("meetings.decisions.record")}</Button>
        </Form>
      </details>
    </>
  );
}

/** For which body: asked only of who may write for more than one. */
function Whose({ id, bodies, ownId, state }: { id: string; bodies: Body[]; ownId: string | null; state: FormState }) {
  const { t } = useTranslation();
  const [only] = bodies;
  if (bodies.length === 1 && only) {
    return (
      <>
        <input type="hidden" name="organisationId" value={only.value} />
        <p>{t(only.conflicted ? "meetings.decisions.forBodyConflict" : "meetings.decisions.forBody", { body: only.label })}</p>
      </>
    );
  }
  const options = bodies.map(({ value, label, conflicted }) => ({ value, label: conflicted ? t("meetings.decisions.withConflict", { body: label }) : label }));
  return <Select id={id} name="organisationId" label={t("meetings.decisions.field.body")} options={options} initial={ownId} state={state} required />;
}

/** Closing says what came of it; withdrawing takes the decision off, with the reason. */
export function CloseForms({ method, mayClose, state }: { method: Method; mayClose: boolean; state: FormState }) {
  const { t } = useTranslation();
  const tried = state?.values.do;
  return (
    <>
      {mayClose ? (
        <Form method="post" className="concerto-form" noValidate>
          <ErrorSummary state={tried === "close" ? state : undefined} labels={{}} />
          <p>{t(`meetings.decisions.closeHint.${method}`)}</p>
          <Button name="do" value="close">{t(`meetings.decisions.close.${method}`)}</Button>
        </Form>
      ) : null}
      <details className="step-form mt-3" open={tried === "withdraw"}>
        <summary>{t("meetings.decisions.withdraw")}</summary>
        <Form method="post" className="concerto-form" noValidate>
          <ErrorSummary state={tried === "withdraw" ? state : undefined} labels={{ reason: t("meetings.decisions.field.withdrawReason") }} />
          <TextArea id="withdraw-reason" name="reason" label={t("meetings.decisions.field.withdrawReason")} rows={2} maxLength={2000} state={tried === "withdraw" ? state : undefined} required />
          <Button look="outline-primary" name="do" value="withdraw">{t("meetings.decisions.withdraw")}</Button>
        </Form>
      </details>
    </>
  );
}
