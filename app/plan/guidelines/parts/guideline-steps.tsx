// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, ErrorSummary, type FormState, Section, TextArea } from "~/ui";
import { paths } from "~/web/paths";
import type { GuidelineView } from "../read-guideline.server";

/** What the policy table can do with an indirizzo: write on, issue, throw the draft away, withdraw. */
export function GuidelineSteps({ view: { table, number, shown, draft, may }, state }: { view: GuidelineView; state: FormState }) {
  const { t } = useTranslation();
  const own = (step: string) => (state?.values.do === step ? state : undefined);
  if (!may.draft && !may.withdraw) return null;
  return (
    <div className="no-print">
      <Section title={t("guidelines.next")}>
        <div className="form-actions">
          {may.draft ? <ButtonLink look="outline-primary" to={paths.editGuideline(table.slug, number)}>{t(draft ? "guidelines.editDraftDo" : "guidelines.beginNext")}</ButtonLink> : null}
          {draft && shown.state !== "draft" ? <ButtonLink look="outline-primary" to={paths.guideline(table.slug, number, draft.version)}>{t("guidelines.readDraft", { version: draft.version })}</ButtonLink> : null}
        </div>
        {draft && shown.state === "draft" ? (
          <>
            {may.issue ? (
              <Form method="post" className="concerto-form mt-3">
                <ErrorSummary state={own("issue")} />
                <input type="hidden" name="do" value="issue" />
                <input type="hidden" name="revision" value={draft.revision} />
                <p>{t("guidelines.issueMeans")}</p>
                <Button>{t("guidelines.issueDo", { version: draft.version })}</Button>
              </Form>
            ) : null}
            <Form method="post" className="concerto-form mt-3">
              <ErrorSummary state={own("discard")} />
              <input type="hidden" name="do" value="discard" />
              <Button look="outline-danger" small>{t("guidelines.discard")}</Button>
            </Form>
          </>
        ) : null}
        {may.withdraw ? (
          <details className="mt-3" open={own("withdraw") !== undefined}>
            <summary>{t("guidelines.withdraw.do")}</summary>
            <Form method="post" className="concerto-form" noValidate>
              <ErrorSummary state={own("withdraw")} labels={{ reason: t("guidelines.withdraw.reason") }} />
              <input type="hidden" name="do" value="withdraw" />
              <TextArea id="withdraw-reason" name="reason" label={t("guidelines.withdraw.reason")} hint={t("guidelines.withdraw.hint")} rows={3} maxLength={2000} state={own("withdraw")} required />
              <Button look="outline-danger">{t("guidelines.withdraw.do")}</Button>
            </Form>
          </details>
        ) : null}
      </Section>
    </div>
  );
}
