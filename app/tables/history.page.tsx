// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Empty, Timeline } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { wholeNumber } from "~/web/whole-number";
import { actsOf } from "./acts.server";
import { findTable } from "./find-table.server";
import { TableHeader } from "./table-header";
import { tableHeaderData } from "./table-header.server";

const PAGE = 30;

export const loader = load(async (ctx, { params, url }) => {
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const before = wholeNumber(url.searchParams.get("prima")) ?? undefined;
  const { acts, older } = await actsOf(ctx, await findTable(ctx, header.id), { limit: PAGE, before });
  return { header, title: `${translate(ctx.locale, "tables.tabs.history")} · ${header.name}`, acts, older };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function HistoryPage() {
  const { t } = useTranslation();
  const { header, acts, older } = useLoaderData<typeof loader>();
  return (
    <>
      <TableHeader header={header} active="history" />
      <p>
        {t("tables.history.lead")} <Link to={paths.journal()}>{t("tables.history.register")}</Link>
      </p>
      {acts.length === 0 ? <Empty>{t("tables.history.none")}</Empty> : null}
      <Timeline entries={acts.map(({ seq, when, what }) => ({ key: String(seq), when, title: what, detail: t("tables.history.act", { seq }) }))} />
      {older ? <Link to={`${paths.tableHistory(header.slug)}?prima=${older}`}>{t("tables.history.older")}</Link> : null}
    </>
  );
}
