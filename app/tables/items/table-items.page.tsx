// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonLink, Tabs } from "~/ui";
import { load, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { findTable } from "../find-table.server";
import { raiseItem as mayRaise } from "../policy";
import { TableHeader } from "../table-header";
import { tableHeaderData } from "../table-header.server";
import { type ItemFilter, itemsOfTable } from "./find-item.server";
import { ItemList } from "./parts/item-list";
import { viewItem } from "./view-item.server";

const filters = ["open", "overdue", "ended", "all"] as const;

export const loader = load(async (ctx, { params, url }) => {
  signedIn(ctx);
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const table = await findTable(ctx, header.id);
  const filter: ItemFilter = filters.find((known) => known === url.searchParams.get("stato")) ?? "open";
  return {
    header,
    title: `${translate(ctx.locale, "tables.tabs.items")} · ${header.name}`,
    filter,
    items: (await itemsOfTable(ctx, table.id, filter)).map((item) => viewItem(ctx, item)),
    mayRaise: mayRaise(ctx.actor, table, header.standing).ok,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function TableItemsPage() {
  const { t } = useTranslation();
  const { header, filter, items, mayRaise: may } = useLoaderData<typeof loader>();
  return (
    <>
      <TableHeader header={header} active="items" actions={may ? <ButtonLink to={paths.raiseItem(header.slug)}>{t("tables.items.raise")}</ButtonLink> : null} />
      <p className="no-print"><Link to={paths.tableConflicts(header.slug)}>{t("tables.items.conflicts")}</Link></p>
      <Tabs label={t("tables.items.title")} tabs={filters.map((value) => ({ to: `${paths.tableItems(header.slug)}?stato=${value}`, label: t(`tables.items.filter.${value}`), active: value === filter }))} />
      <ItemList items={items} empty={t("tables.items.noneHere")} />
    </>
  );
}
