// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EnrolmentChip, etsCategories, organisationKinds, registryPolicy, runtsSections } from "~/registry";
import { countByKind, findOrganisations, OrganisationFilters } from "~/registry/index.server";
import { Button, ButtonLink, DataTable, Empty, Field, FilterFold, PageHeader, Pagination, Select } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { bodiesAt, listTables } from "./list-tables.server";

// the list of bodies can be narrowed to a table: it is answered from here, where both are known
export const loader = load(async (ctx, { url }) => {
  const filters = OrganisationFilters.parse(Object.fromEntries(url.searchParams));
  const tables = await listTables(ctx);
  const table = tables.find(({ slug }) => slug === filters.tavolo);
  const { rows, total, page, pages } = await findOrganisations(ctx, filters, filters.tavolo ? await bodiesAt(ctx, table?.id ?? "") : undefined);
  return {
    title: translate(ctx.locale, "registry.title"),
    rows: rows.map(({ slug, name, kind, etsCategory, runtsSection, territory, enrolment, enrolmentFrom }) => ({ slug, name, kind, etsCategory, runtsSection, territory, enrolment, enrolmentFrom })),
    total,
    page,
    pages,
    filters,
    counts: await countByKind(ctx),
    tables: tables.map(({ slug, name }) => ({ slug, name })),
    mayRegister: registryPolicy.register(ctx.actor).ok,
    mayKeep: registryPolicy.keepRegistry(ctx.actor).ok,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function OrganisationsPage() {
  const { t } = useTranslation();
  const { rows, total, page, pages, filters, mayRegister, mayKeep } = useLoaderData<typeof loader>();
  const { pagina: _page, ...asked } = filters;
  const filtered = Object.values(asked).some((value) => value !== undefined && value !== "");
  const to = (n: number) => `${paths.organisations()}?${new URLSearchParams([...Object.entries(asked).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])), ["pagina", String(n)]])}`;
  const heads = ["name", "kind", "section", "place"].map((name) => t(`registry.list.${name}`));
  return (
    <>
      <PageHeader title={t("registry.title")} lead={t("registry.lead")} actions={<Doors mayRegister={mayRegister} mayKeep={mayKeep} />} />
      <Filters />
      <p role="status" className="list-count">
        {t("registry.list.count", { count: total })}
        {filtered ? (
          <>
            {" · "}
            <Link to={paths.organisations()}>{t("web.form.clear")}</Link>
          </>
        ) : null}
      </p>
      {rows.length === 0 ? (
        <Empty action={filtered ? <Link to={paths.organisations()}>{t("registry.list.all")}</Link> : null}>{t(filtered ? "registry.list.noneMatches" : "registry.list.none")}</Empty>
      ) : (
        <DataTable caption={t("registry.title")} head={heads}>
          {rows.map((body) => (
            <tr key={body.slug}>
              <th scope="row">
                <Link to={paths.organisation(body.slug)}>{body.name}</Link> <EnrolmentChip body={body} />
              </th>
              <td data-label={heads[1]}>{body.etsCategory ? t(`registry.category.${body.etsCategory}`) : t(`registry.kind.${body.kind}`)}</td>
              <td data-label={heads[2]}>{body.runtsSection ? t("registry.list.sectionLetter", { letter: body.runtsSection.toUpperCase() }) : "—"}</td>
              <td data-label={heads[3]}>{body.territory.districts.length > 0 ? t("registry.districts", { count: body.territory.districts.length, numbers: body.territory.districts.join(", ") }) : t(`registry.scale.${body.territory.scale}`)}</td>
            </tr>
          ))}
        </DataTable>
      )}
      <Pagination page={page} pages={pages} to={to} />
    </>
  );
}

/** What one may do with the registry: everybody may say that they represent a body. */
function Doors({ mayRegister, mayKeep }: { mayRegister: boolean; mayKeep: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {mayKeep ? (
        <>
          <ButtonLink look="outline-primary" to={paths.registryImports()}>{t("registry.import.title")}</ButtonLink>
          <ButtonLink look="outline-primary" to={paths.registryChecks()}>{t("registry.checks.title")}</ButtonLink>
          <ButtonLink look="outline-primary" to={paths.claims()}>{t("registry.claims.title")}</ButtonLink>
        </>
      ) : (
        <ButtonLink look="outline-primary" to={paths.representBody()}>{t("registry.claims.represent")}</ButtonLink>
      )}
      {mayRegister ? <ButtonLink to={paths.newOrganisation()}>{t("registry.new.action")}</ButtonLink> : null}
    </>
  );
}

function Filters() {
  const { t } = useTranslation();
  const { filters, counts, tables } = useLoaderData<typeof loader>();
  const any = t("registry.filter.any");
  const folded = [filters.tipo, filters.categoria, filters.sezione, filters.tavolo, filters.municipio, filters.scala].filter(Boolean).length;
  const kinds = organisationKinds.filter((kind) => counts[kind] || filters.tipo === kind);
  return (
    <Form method="get" className="filters" key={JSON.stringify(filters)} role="search">
      <Field name="testo" type="search" label={t("registry.filter.text")} initial={filters.testo} />
      <FilterFold active={folded}>
        <Select name="tipo" label={t("registry.filter.kind")} empty={any} initial={filters.tipo} options={kinds.map((value) => ({ value, label: `${t(`registry.kind.${value}`)} (${counts[value] ?? 0})` }))} />
        <Select name="categoria" label={t("registry.filter.category")} empty={any} initial={filters.categoria} options={etsCategories.map((value) => ({ value, label: t(`registry.category.${value}`) }))} />
        <Select name="sezione" label={t("registry.filter.section")} empty={any} initial={filters.sezione} options={runtsSections.map((value) => ({ value, label: t(`registry.section.${value}`) }))} />
        <Select name="tavolo" label={t("registry.filter.table")} empty={any} initial={filters.tavolo} options={tables.map(({ slug, name }) => ({ value: slug, label: name }))} />
        <Select name="municipio" label={t("registry.filter.district")} empty={any} initial={filters.municipio ? String(filters.municipio) : ""} options={[1, 2, 3, 4, 5, 6, 7, 8, 9].map((number) => ({ value: String(number), label: t("registry.district", { number }) }))} />
        <Select name="scala" label={t("registry.filter.scale")} empty={any} initial={filters.scala} options={["city", "district"].map((value) => ({ value, label: t(`registry.scale.${value}`) }))} />
      </FilterFold>
      <Button look="outline-primary">{t("web.form.filter")}</Button>
    </Form>
  );
}
