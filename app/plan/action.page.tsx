// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EnrolmentChip } from "~/registry";
import { ButtonLink, Callout, Chip, Facts, type FormState, PageHeader } from "~/ui";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatDate } from "~/web/time";
import { findStrategy } from "./find-parts.server";
import { allGuidelines } from "./guidelines/find-guidelines.server";
import { guidelinesFollowedBy } from "./guidelines/traces.server";
import { followGuideline } from "./guidelines/trace-guideline.server";
import { viewLine } from "./guidelines/view-guideline.server";
import { findAction } from "./list-actions.server";
import { ActionGuidelines } from "./parts/action-guidelines";
import { PartnerNames, periodOf, placeOf } from "./parts/action-card";
import { changeAction } from "./policy";

export const loader = load(async (ctx, { params }) => {
  const action = await findAction(ctx, params.id ?? "");
  const { strategy, area } = await findStrategy(ctx, action.strategyId);
  const mayChange = changeAction(ctx.actor, {
    organisationId: action.organisation.id,
    withdrawn: action.withdrawnAt !== null,
  }).ok;
  const followed = await guidelinesFollowedBy(ctx, action.id);
  const inForce = mayChange ? (await allGuidelines(ctx)).filter(({ id, current, withdrawnAt }) => current && !withdrawnAt && !followed.some((one) => one.id === id)) : [];
  return {
    action, strategy, area: { number: area.number, title: area.title }, mayChange,
    followed: followed.map((each) => ({ id: each.id, ...viewLine(ctx, each) })),
    choices: inForce.map(({ id, number, current, table }) => ({ value: id, label: `${number}. ${current?.title} (${table.name})` })),
  };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const id = params.id ?? "";
  await followGuideline(ctx, id, { guidelineId: String(form.get("guidelineId") ?? ""), end: form.get("do") === "unfollow" });
  return redirectWith(`${paths.action(id)}#indirizzi`, "guidelines.plan.followDone");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.action.title ?? ""} · Concerto` }];

export default function ActionPage() {
  const { t, i18n } = useTranslation();
  const { action, strategy, area, mayChange, followed, choices } = useLoaderData<typeof loader>();
  const state = useActionData<FormState>();
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
      <ActionGuidelines followed={followed} choices={choices} mayChange={mayChange} state={state} />
    </>
  );
}
