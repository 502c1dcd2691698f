// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Card, CardGrid, Empty, PageHeader, Section, Select, Written } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { closedTables, listTables } from "./list-tables.server";
import { type TableLevel, tableLevels } from "./levels";
import { create } from "./policy";
import { TableChips } from "./table-header";

export const loader = load(async (ctx, { url }) => {
  const level = tableLevels.find((known) => known === url.searchParams.get("livello"));
  const area = /^\d{1,2}\.\d{1,2}$/.exec(url.searchParams.get("area") ?? "")?.[0];
  const all = await listTables(ctx);
  const areas = [...new Set(all.flatMap(({ planAreas }) => planAreas))].filter((known) => known !== "*");
  const shown = await listTables(ctx, { level, area });
  return {
    title: translate(ctx.locale, "tables.title"),
    tables: shown.map(({ id, slug, name, level: of, object, sensitive, statusSources, planAreas, members }) => ({ id, slug, name, level: of, object, sensitive, statusSources, planAreas, members })),
    areas: areas.sort((a, b) => a.localeCompare(b, "it", { numeric: true })),
    filters: { level: level ?? "", area: area ?? "" },
    closed: (await closedTables(ctx)).map(({ slug, name, closedAt }) => ({ slug, name, on: formatShortDate(closedAt, ctx.locale) })),
    mayCreate: create(ctx.actor).ok,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function TablesPage() {
  const { t } = useTranslation();
  const { tables, areas, filters, closed, mayCreate } = useLoaderData<typeof loader>();
  const filtered = filters.level !== "" || filters.area !== "";
  const levels: TableLevel[] = ["objective", "policy", "municipal"];
  return (
    <>
      <PageHeader title={t("tables.title")} lead={t("tables.lead")} actions={<Doors mayCreate={mayCreate} />} />
      <Form method="get" className="filters" key={`${filters.level} ${filters.area}`}>
        <Select name="livello" label={t("tables.filter.level")} empty={t("tables.filter.any")} initial={filters.level} options={tableLevels.map((value) => ({ value, label: t(`tables.level.${value}`) }))} />
        <Select name="area" label={t("tables.filter.area")} empty={t("tables.filter.any")} initial={filters.area} options={areas.map((value) => ({ value, label: t("tables.area", { number: value }) }))} />
        <Button look="outline-primary">{t("web.form.filter")}</Button>
        {filtered ? <Link to={paths.tables()}>{t("web.form.clear")}</Link> : null}
      </Form>
      {tables.length === 0 ? <Empty action={filtered ? <Link to={paths.tables()}>{t("tables.list.all")}</Link> : null}>{t(filtered ? "tables.list.noneMatches" : "tables.list.none")}</Empty> : null}
      {levels.map((level) => (
        <TablesOfLevel key={level} level={level} />
      ))}
      {closed.length > 0 ? (
        <Section title={t("tables.list.closed")}>
          <p>{t("tables.list.closedLead")}</p>
          <ul>
            {closed.map(({ slug, name, on }) => (
              <li key={slug}>
                <Link to={paths.tableHistory(slug)}>{name}</Link> <span className="muted">{t("tables.list.closedOn", { date: on })}</span>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}

/** What one may do with the system of tables: everybody may look at it as a network. */
function Doors({ mayCreate }: { mayCreate: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <ButtonLink look="outline-primary" to={paths.tableNetwork()}>{t("tables.network.title")}</ButtonLink>
      <ButtonLink look="outline-primary" to={paths.reorganisations()}>{t("tables.reorganisation.title")}</ButtonLink>
      {mayCreate ? <ButtonLink look="outline-primary" to={paths.items()}>{t("tables.items.title")}</ButtonLink> : null}
      {mayCreate ? <ButtonLink to={paths.newTable()}>{t("tables.new.action")}</ButtonLink> : null}
    </>
  );
}

function TablesOfLevel({ level }: { level: TableLevel }) {
  const { t } = useTranslation();
  const { tables } = useLoaderData<typeof loader>();
  const own = tables.filter((table) => table.level === level);
  if (own.length === 0) return null;
  return (
    <Section title={t(`tables.list.level.${level}`)}>
      <CardGrid>
        {own.map((table) => (
          <Card
            key={table.id}
            title={table.name}
            to={paths.table(table.slug)}
            kicker={table.planAreas.includes("*") ? t("tables.wholePlan") : t("tables.areas", { count: table.planAreas.length, numbers: table.planAreas.join(", ") })}
            footer={t("tables.membersCount", { count: table.members })}
          >
            <p><Written>{table.object}</Written></p>
            <div className="page-chips">
              <TableChips header={table} hideLevel />
            </div>
          </Card>
        ))}
      </CardGrid>
    </Section>
  );
}
