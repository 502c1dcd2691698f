// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, Field, type FormState, Section } from "~/ui";

type Props = { proposal: { state: string }; hasMoves: boolean; state: FormState };

/** What comes next for a proposal: open it to comments, approve it with an act, or withdraw it. */
export function ProposalSteps({ proposal, hasMoves, state }: Props) {
  const { t } = useTranslation();
  const labels = { commentsUntil: t("tables.reorganisation.field.commentsUntil"), act: t("tables.reorganisation.field.act") };
  const own = state && ["open", "approve"].includes(String(state.values.do)) ? state : undefined;
  if (proposal.state !== "draft" && proposal.state !== "open") return null;
  return (
    <Section title={t("tables.reorganisation.next")}>
      {proposal.state === "draft" ? (
        hasMoves ? (
          <Form method="post" className="concerto-form" noValidate>
            <ErrorSummary state={own} labels={labels} />
            <Field name="commentsUntil" type="date" label={labels.commentsUntil} hint={t("tables.reorganisation.hint.commentsUntil")} state={own} required />
            <Button name="do" value="open">
              {t("tables.reorganisation.openDo")}
            </Button>
          </Form>
        ) : (
          <p>{t("tables.reorganisation.noMovesYet")}</p>
        )
      ) : (
        <Form method="post" className="concerto-form" noValidate>
          <ErrorSummary state={own} labels={labels} />
          <p>{t("tables.reorganisation.approveMeans")}</p>
          <Field name="act" label={labels.act} hint={t("tables.reorganisation.hint.act")} maxLength={300} state={own} required />
          <Button name="do" value="approve">
            {t("tables.reorganisation.approveDo")}
          </Button>
        </Form>
      )}
      <Form method="post">
        <Button name="do" value="withdraw" look="outline-primary">
          {t("tables.reorganisation.withdraw")}
        </Button>
      </Form>
    </Section>
  );
}
