// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Empty, ErrorSummary, type FormState, type Option, Section, Select, TextArea } from "~/ui";
import { ActionCard } from "../../parts/action-card";
import { FollowingFacts } from "../../parts/following-facts";
import type { TraceView } from "../view-trace.server";

type Props = { trace: TraceView; /** Parts of the plan, for who may say what the indirizzo is about. */ parts: Option[]; issued: boolean; state: FormState };

/** What an indirizzo is about in the plan, and what followed: if, how far, with which actions; never who did more. */
export function InPlan({ trace: { targets, following, facts, after, changes }, parts, issued, state }: Props) {
  const { t } = useTranslation();
  const own = (step: string) => (state?.values.do === step ? state : undefined);
  return (
    <>
      <Section title={t("guidelines.plan.about")} id="piano">
        {targets.length === 0 ? <Empty>{t("guidelines.plan.noTargets")}</Empty> : null}
        <ul className="coded-list">
          {targets.map(({ targetId, code, text, to, gone }) => (
            <li key={targetId}>
              <Link to={to}>{code ?? "—"}</Link>
              <span>
                {text} {gone ? <span className="muted">({t("guidelines.plan.ended")})</span> : null}
                {parts.length > 0 ? (
                  <Form method="post" className="no-print">
                    <input type="hidden" name="do" value="untarget" />
                    <input type="hidden" name="targetId" value={targetId} />
                    <Button look="link" small aria-label={t("guidelines.plan.removeNamed", { code: code ?? text })}>
                      {t("guidelines.plan.remove")}
                    </Button>
                  </Form>
                ) : null}
              </span>
            </li>
          ))}
        </ul>
        {parts.length > 0 ? (
          <Form method="post" className="filters no-print mt-3">
            <ErrorSummary state={own("target")} labels={{ part: t("guidelines.plan.part") }} />
            <input type="hidden" name="do" value="target" />
            <Select name="part" label={t("guidelines.plan.addTarget")} options={parts} empty={t("web.form.chooseOne")} state={own("target")} required />
            <Button look="outline-primary">{t("guidelines.plan.add")}</Button>
          </Form>
        ) : null}
      </Section>
      {issued ? (
        <Section title={t("guidelines.plan.followed")} id="seguito">
          <FollowingFacts following={facts} says="guidelines.plan" />
          <h3>{t("guidelines.plan.following")}</h3>
          {following.length === 0 ? <p className="muted">{t("guidelines.plan.none")}</p> : <Cards actions={following} />}
          {after.length > 0 ? (
            <>
              <h3 className="mt-4">{t("guidelines.plan.after")}</h3>
              <Cards actions={after} />
            </>
          ) : null}
          <h3 className="mt-4">{t("guidelines.plan.changes")}</h3>
          {changes.length === 0 ? <p className="muted">{t("guidelines.plan.noChanges")}</p> : null}
          <ul className="coded-list">
            {changes.map(({ key, code, to, text, note, on, gone }) => (
              <li key={key}>
                <Link to={to}>{code ?? "—"}</Link>
                <span>
                  {note ?? t("guidelines.plan.ended")} <span className="muted">{on}</span>
                  <span className="muted d-block">
                    {text} {gone ? `(${t("guidelines.plan.ended")})` : ""}
                  </span>
                </span>
              </li>
            ))}
          </ul>
          {parts.length > 0 ? (
            <details className="no-print" open={own("change") !== undefined}>
              <summary>{t("guidelines.plan.change")}</summary>
              <Form method="post" className="concerto-form" noValidate>
                <ErrorSummary state={own("change")} labels={{ part: t("guidelines.plan.part"), note: t("guidelines.plan.note") }} />
                <input type="hidden" name="do" value="change" />
                <Select id="change-part" name="part" label={t("guidelines.plan.part")} options={parts} empty={t("web.form.chooseOne")} state={own("change")} required />
                <TextArea name="note" label={t("guidelines.plan.note")} rows={2} maxLength={1000} state={own("change")} required />
                <Button look="outline-primary">{t("guidelines.plan.changeDo")}</Button>
              </Form>
            </details>
          ) : null}
        </Section>
      ) : null}
    </>
  );
}

function Cards({ actions }: { actions: TraceView["following"] }) {
  const { t } = useTranslation();
  return (
    <>
      <p className="muted">{t("guidelines.plan.order")}</p>
      <div className="action-list">
        {actions.map((action) => (
          <ActionCard key={action.id} action={action} />
        ))}
      </div>
    </>
  );
}
