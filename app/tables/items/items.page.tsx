// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { PageHeader, Tabs } from "~/ui";
import { load, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { type ItemFilter, listItems } from "./find-item.server";
import { ItemList } from "./parts/item-list";
import { viewItem } from "./view-item.server";

const filters = ["open", "overdue", "ended", "all"] as const;

export const loader = load(async (ctx, { url }) => {
  signedIn(ctx);
  const filter: ItemFilter = filters.find((known) => known === url.searchParams.get("stato")) ?? "open";
  return { title: translate(ctx.locale, "tables.items.title"), filter, items: (await listItems(ctx, filter)).map((item) => viewItem(ctx, item)) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function ItemsPage() {
  const { t } = useTranslation();
  const { title, filter, items } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={title} lead={t("tables.items.lead")} trail={[{ to: paths.tables(), label: t("tables.title") }]} />
      <Tabs label={title} tabs={filters.map((value) => ({ to: paths.items(value), label: t(`tables.items.filter.${value}`), active: value === filter }))} />
      <ItemList items={items} empty={t("tables.items.none")} />
    </>
  );
}
