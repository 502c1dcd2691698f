// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Callout, Empty, PageHeader, Section } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { ConsolidationList } from "./parts/consolidation-list";
import { EndedNote } from "./parts/ended-note";
import { ObjectiveCard } from "./parts/objective-card";
import { readArea } from "./read-area.server";

export const loader = load(async (ctx, { params }) => readArea(ctx, params.number ?? ""));

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.area.number ?? ""} ${data?.area.title ?? ""} · Concerto` },
];

export default function AreaPage() {
  const { t } = useTranslation();
  const { area, pillars, edition, actions, tables, previous, next } = useLoaderData<typeof loader>();
  const priority = area.objectives.filter((one) => one.kind === "priority");
  const consolidation = area.objectives.filter((one) => one.kind === "consolidation");
  return (
    <>
      <PageHeader
        title={t("plan.area.title", area)}
        trail={[{ to: paths.plan(), label: t("plan.titleEdition", { edition }) }]}
      />
      <EndedNote part={area} />
      <Callout title={t("plan.area.tables")} tone="neutral">
        {tables.length === 0 ? (
          <p>{t("plan.area.noTables")}</p>
        ) : (
          <ul className="inline-links">
            {tables.map((table) => (
              <li key={table.slug}>
                <Link to={paths.table(table.slug)}>{table.name}</Link>
              </li>
            ))}
          </ul>
        )}
      </Callout>
      <Section title={t("plan.area.priority")}>
        <div className="objective-grid">
          {priority.map((objective) => (
            <ObjectiveCard
              key={objective.id}
              objective={objective}
              pillars={pillars}
              actions={actions[objective.id] ?? 0}
            />
          ))}
        </div>
      </Section>
      <Section title={t("plan.area.consolidation")}>
        {consolidation.length === 0 ? (
          <Empty>{t("plan.area.noConsolidation")}</Empty>
        ) : (
          <ConsolidationList objectives={consolidation} />
        )}
      </Section>
      <nav className="area-neighbours no-print" aria-label={t("plan.area.others")}>
        {previous ? (
          <Link to={paths.planArea(previous)}>← {t("plan.area.previous", { number: previous })}</Link>
        ) : (
          <span />
        )}
        {next ? <Link to={paths.planArea(next)}>{t("plan.area.next", { number: next })} →</Link> : null}
      </nav>
    </>
  );
}
