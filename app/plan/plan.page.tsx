// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonLink, Empty, PageHeader, Section } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { AreaCards } from "./parts/area-cards";
import { DataLinks } from "./parts/data-links";
import { ObjectiveCard } from "./parts/objective-card";
import { PlanMatrix } from "./parts/plan-matrix";
import { PlanSearch } from "./parts/plan-search";
import { explorePlan } from "./explore-plan.server";
import { managePlan } from "./policy";
import { anyFilter, filtersFrom } from "./search-plan";

export const loader = load(async (ctx, { url }) => {
  const filters = filtersFrom(url.searchParams);
  const found = await explorePlan(ctx, filters);
  return { ...found, filters, mayManage: managePlan(ctx.actor).ok, pageTitle: translate(ctx.locale, "plan.title") };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.pageTitle ?? ""} · Concerto` }];

export default function PlanPage() {
  const { t } = useTranslation();
  const { tree, matrix, totals, tables, hits, filters, mayManage } = useLoaderData<typeof loader>();
  const importLink = mayManage ? (
    <ButtonLink to={paths.planImport()} look="outline-primary" small>
      {t("plan.importAction")}
    </ButtonLink>
  ) : undefined;
  if (!tree || !matrix || !totals) {
    return (
      <>
        <PageHeader title={t("plan.title")} lead={t("plan.lead")} />
        <Empty action={importLink}>{t("plan.empty")}</Empty>
      </>
    );
  }
  const sizes = (["areas", "objectives", "strategies", "consolidation"] as const).map((name) =>
    t(`plan.totals.${name}`, { count: totals[name] }),
  );
  const searching = anyFilter(filters);
  return (
    <>
      <PageHeader
        title={t("plan.titleEdition", { edition: tree.edition.label })}
        lead={t("plan.lead")}
        actions={importLink}
      />
      <p className="muted">{sizes.join(" · ")} · <Link to={paths.guidelinesFollowUp()}>{t("guidelines.followUp.link")}</Link></p>
      <Section title={t("plan.matrix.title")}>
        <PlanMatrix matrix={matrix} />
      </Section>
      <Section title={t("plan.search.title")} id="obiettivi">
        <PlanSearch tree={tree} tables={tables} filters={filters} />
        {searching ? <p role="status">{t("plan.search.found", { count: hits.length })}</p> : null}
        {searching && hits.length === 0 ? <Empty>{t("plan.search.nothing")}</Empty> : null}
        {searching ? (
          <div className="objective-grid">
            {hits.map(({ objective, strategies }) => (
              <ObjectiveCard
                key={objective.id}
                objective={objective}
                pillars={tree.pillars}
                found={filters.words ? strategies : []}
              />
            ))}
          </div>
        ) : null}
      </Section>
      {searching ? null : (
        <Section title={t("plan.area.list")}>
          <AreaCards tree={tree} />
        </Section>
      )}
      <DataLinks />
    </>
  );
}
