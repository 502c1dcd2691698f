// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ErrorSummary, type FormState, type Option, Section, Select } from "~/ui";
import { paths } from "~/web/paths";
import type { GuidelineLine } from "../guidelines/view-guideline.server";

type Props = { followed: (GuidelineLine & { id: string })[]; /** Indirizzi in force that the action could follow, for the body that declared it. */ choices: Option[]; mayChange: boolean; state: FormState };

/** The indirizzi that an action follows: its body says so, nobody else. */
export function ActionGuidelines({ followed, choices, mayChange, state }: Props) {
  const { t } = useTranslation();
  if (followed.length === 0 && !mayChange) return null;
  return (
    <Section title={t("guidelines.plan.followsTitle")} id="indirizzi">
      {followed.length === 0 ? <p className="muted">{t("guidelines.plan.followsNone")}</p> : null}
      <ul className="plain-list">
        {followed.map(({ id, number, table, title }) => (
          <li key={id}>
            <Link to={paths.guideline(table.slug, number)}>{t("guidelines.numbered", { number, title })}</Link> <span className="muted">{table.name}</span>
            {mayChange ? (
              <Form method="post" className="no-print">
                <input type="hidden" name="do" value="unfollow" />
                <input type="hidden" name="guidelineId" value={id} />
                <Button look="link" small>{t("guidelines.plan.unfollow")}</Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange && choices.length > 0 ? (
        <Form method="post" className="filters no-print mt-3">
          <ErrorSummary state={state} labels={{ guidelineId: t("guidelines.plan.guideline") }} />
          <input type="hidden" name="do" value="follow" />
          <Select name="guidelineId" label={t("guidelines.plan.follow")} options={choices} empty={t("web.form.chooseOne")} state={state} required />
          <Button look="outline-primary">{t("guidelines.plan.followDo")}</Button>
        </Form>
      ) : null}
    </Section>
  );
}
