// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonLink, Chip, Empty, PageHeader, Section } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { followingOf } from "./action";
import { findStrategy } from "./find-parts.server";
import { guidelinesAbout } from "./guidelines/traces.server";
import { viewLine } from "./guidelines/view-guideline.server";
import { listActions } from "./list-actions.server";
import { ActionCard } from "./parts/action-card";
import { EndedNote } from "./parts/ended-note";
import { FollowingFacts } from "./parts/following-facts";
import { GuidelinesHere } from "./parts/guidelines-here";
import { recordAction } from "./policy";

export const loader = load(async (ctx, { params }) => {
  const { tree, area, objective, strategy } = await findStrategy(ctx, params.id ?? "");
  const actions = await listActions(ctx, [strategy.id]);
  const decision = recordAction(ctx.actor, { ended: strategy.endedAt !== null });
  return {
    edition: tree.edition.label,
    area: { number: area.number, title: area.title },
    objective: { id: objective.id, code: objective.code, title: objective.title },
    strategy,
    actions,
    following: followingOf(actions),
    guidelines: (await guidelinesAbout(ctx, { objectiveId: objective.id, strategyIds: [strategy.id] })).map((each) => viewLine(ctx, each)),
    mayDeclare: decision.ok,
    because: decision.ok ? null : ctx.actor ? decision.because : "plan.strategy.signIn",
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.strategy.code ?? ""} · Concerto` }];

export default function StrategyPage() {
  const { t } = useTranslation();
  const { edition, area, objective, strategy, actions, following, guidelines, mayDeclare, because } =
    useLoaderData<typeof loader>();
  const trail = [
    { to: paths.plan(), label: t("plan.titleEdition", { edition }) },
    { to: paths.planArea(area.number), label: `${area.number} ${area.title}` },
    { to: paths.planObjective(objective.id), label: t("plan.objective.short", { code: objective.code }) },
  ];
  return (
    <>
      <PageHeader
        title={t("plan.strategy.short", { code: strategy.code })}
        lead={strategy.text}
        trail={trail}
        chips={strategy.review ? <Chip tone="warning">{t("plan.objective.review")}</Chip> : undefined}
        actions={
          mayDeclare ? (
            <ButtonLink to={paths.newAction(strategy.id)}>{t("plan.strategy.declare")}</ButtonLink>
          ) : undefined
        }
      />
      <EndedNote part={strategy} />
      {strategy.review ? <p className="muted">{t("plan.objective.reviewNote")}</p> : null}
      <p>
        {objective.code} <Link to={paths.planObjective(objective.id)}>{objective.title}</Link>
      </p>
      <Section title={t("plan.strategy.followed")}>
        <FollowingFacts following={following} />
      </Section>
      <GuidelinesHere guidelines={guidelines} title="guidelines.plan.here" />
      <Section title={t("plan.strategy.withWhich")}>
        {actions.length === 0 ? (
          <Empty>{t("plan.strategy.none")}</Empty>
        ) : (
          <>
            <p className="muted">{t("plan.strategy.order")}</p>
            <div className="action-list">
              {actions.map((action) => (
                <ActionCard key={action.id} action={action} />
              ))}
            </div>
          </>
        )}
        {because ? <p className="muted mt-3 no-print">{t(because)}</p> : null}
      </Section>
    </>
  );
}
