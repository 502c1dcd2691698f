// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, Empty, PageHeader, Section } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { FollowingFacts } from "../parts/following-facts";
import { readFollowUp } from "./follow-up.server";
import { StateChip } from "./parts/guideline-list";

export const loader = load(async (ctx) => ({ title: translate(ctx.locale, "guidelines.followUp.title"), guidelines: await readFollowUp(ctx) }));

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function FollowUpPage() {
  const { t } = useTranslation();
  const { title, guidelines } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={title} lead={t("guidelines.followUp.lead")} trail={[{ to: paths.plan(), label: t("plan.title") }]} />
      {guidelines.length === 0 ? <Empty>{t("guidelines.followUp.none")}</Empty> : null}
      <div className="action-list">
        {guidelines.map(({ number, table, title: name, version, state, on, targets, facts, following }) => (
          <Card key={`${table.slug}-${number}`} level="h2" title={t("guidelines.numbered", { number, title: name })} to={paths.guideline(table.slug, number)} kicker={<>{t("guidelines.followUp.kicker", { table: table.name, version, date: on })} <StateChip state={state} /></>}>
            {targets.length > 0 ? (
              <p>
                {t("guidelines.plan.about")}: {targets.map(({ targetId, code, text, to }, i) => (
                  <span key={targetId}>{i > 0 ? ", " : ""}<Link to={to} title={text}>{code ?? text}</Link></span>
                ))}
              </p>
            ) : null}
            <FollowingFacts following={facts} says="guidelines.plan" />
            {following.length > 0 ? (
              <ul>
                {following.map((action) => (
                  <li key={action.id}>
                    <Link to={paths.action(action.id)}>{action.title}</Link>, {action.organisation.name}
                  </li>
                ))}
              </ul>
            ) : null}
          </Card>
        ))}
      </div>
      {guidelines.length > 0 ? (
        <Section title={t("plan.data.title")}>
          <ul className="inline-links no-print">
            {(["csv", "xlsx"] as const).map((format) => (
              <li key={format}>
                <a href={paths.guidelinesFile(format)} download>{t(`guidelines.followUp.${format}`)}</a>
              </li>
            ))}
          </ul>
          <p className="muted">{t("plan.data.note")}</p>
        </Section>
      ) : null}
    </>
  );
}
