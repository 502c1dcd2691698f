// SPDX-License-Identifier: AGPL-3.0-or-later
import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Field, Select } from "~/ui";
import { paths } from "~/web/paths";
import { actionStates, districts } from "../action";
import type { PlanTree } from "../plan-tree";
import { anyFilter, type PlanFilters } from "../search-plan";

/** The search inside the plan; what is asked stands in the address of the page. */
export function PlanSearch({
  tree,
  tables,
  filters,
}: {
  tree: PlanTree;
  tables: { slug: string; name: string }[];
  filters: PlanFilters;
}) {
  const { t } = useTranslation();
  const key = JSON.stringify(filters);
  return (
    <Form method="get" action={`${paths.plan()}#obiettivi`} className="filters" role="search" key={key}>
      <Field name="q" label={t("plan.search.words")} initial={filters.words} type="search" required />
      <Select
        name="area"
        label={t("plan.search.area")}
        initial={filters.area}
        empty={t("plan.search.anyArea")}
        options={tree.areas.map((area) => ({ value: area.number, label: `${area.number} ${area.title}` }))}
      />
      <Select
        name="caposaldo"
        label={t("plan.search.pillar")}
        initial={filters.pillar}
        empty={t("plan.search.any")}
        options={tree.pillars.map((pillar) => ({ value: pillar.code, label: `${pillar.code} ${pillar.shortTitle}` }))}
      />
      <Select
        name="tavolo"
        label={t("plan.search.table")}
        initial={filters.table}
        empty={t("plan.search.any")}
        options={tables.map((table) => ({ value: table.slug, label: table.name }))}
      />
      <Select
        name="municipio"
        label={t("plan.search.district")}
        initial={filters.district === null ? "" : String(filters.district)}
        empty={t("plan.search.any")}
        options={districts.map((number) => ({ value: String(number), label: String(number) }))}
      />
      <Select
        name="stato"
        label={t("plan.search.state")}
        initial={filters.state ?? ""}
        empty={t("plan.search.any")}
        options={actionStates.map((state) => ({ value: state, label: t(`plan.action.state.${state}`) }))}
      />
      <Button>{t("web.form.search")}</Button>
      {anyFilter(filters) ? <Link to={paths.plan()}>{t("web.form.clear")}</Link> : null}
    </Form>
  );
}
