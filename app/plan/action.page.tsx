// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonLink, Callout, Chip, Facts, PageHeader } from "~/ui";
import { EnrolmentChip } from "~/registry";
import { load } from "~/web/guard.server";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatDate } from "~/web/time";
import { findStrategy } from "./find-parts.server";
import { findAction } from "./list-actions.server";
import { PartnerNames, periodOf, placeOf } from "./parts/action-card";
import { changeAction } from "./policy";

export const loader = load(async (ctx, { params }) => {
  const action = await findAction(ctx, params.id ?? "");
  const { strategy, area } = await findStrategy(ctx, action.strategyId);
  const mayChange = changeAction(ctx.actor, {
    organisationId: action.organisation.id,
    withdrawn: action.withdrawnAt !== null,
  }).ok;
  return { action, strategy, area: { number: area.number, title: area.title }, mayChange };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.action.title ?? ""} · Concerto` }];

export default function ActionPage() {
  const { t, i18n } = useTranslation();
  const { action, strategy, area, mayChange } = useLoaderData<typeof loader>();
  const locale = i18n.language as Locale;
  const trail = [
    { to: paths.plan(), label: t("plan.title") },
    { to: paths.planArea(area.number), label: `${area.number} ${area.title}` },
    { to: paths.planStrategy(strategy.id), label: t("plan.strategy.short", { code: strategy.code }) },
  ];
  return (
    <>
      <PageHeader
        title={action.title}
        trail={trail}
        chips={
          <Chip tone={action.state === "ongoing" ? "primary" : "neutral"}>
            {t(`plan.action.state.${action.state}`)}
          </Chip>
        }
        actions={
          mayChange ? (
            <ButtonLink to={paths.editAction(action.id)} look="outline-primary" small>
              {t("plan.action.edit")}
            </ButtonLink>
          ) : undefined
        }
      />
      {action.withdrawnAt ? (
        <Callout tone="warning">
          <p>
            {t("plan.action.withdrawnOn", {
              date: formatDate(action.withdrawnAt, locale),
              reason: action.withdrawnReason ?? "",
            })}
          </p>
        </Callout>
      ) : null}
      <p className="multi-line reading-width">{action.description}</p>
      <Facts
        rows={[
          [
            t("plan.action.by"),
            <span key="by">
              <Link to={paths.organisation(action.organisation.slug)}>{action.organisation.name}</Link> <EnrolmentChip body={action.organisation.standing} />
            </span>,
          ],
          [t("plan.action.with"), action.partners.length > 0 ? <PartnerNames key="with" partners={action.partners} /> : null],
          [t("plan.action.where"), placeOf(action, t)],
          [t("plan.action.when"), periodOf(action, t, locale)],
          [
            t("plan.action.for"),
            <span key="for">
              <Link to={paths.planStrategy(strategy.id)}>{strategy.code}</Link> {strategy.text}
            </span>,
          ],
          [t("plan.action.lastChange"), formatDate(action.updatedAt, locale)],
        ]}
      />
    </>
  );
}
