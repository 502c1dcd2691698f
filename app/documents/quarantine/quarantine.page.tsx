// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { DataTable, Empty, PageHeader, Pagination, Tabs } from "~/ui";
import { load, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import { pageAsked } from "~/web/whole-number";
import { listQuarantine } from "./list-quarantine.server";
import { quarantineStates, reasonKey } from "./quarantine";

export const loader = load(async (ctx, { url }) => {
  signedIn(ctx);
  const state = quarantineStates.find((each) => each === url.searchParams.get("stato")) ?? "open";
  const page = pageAsked(url);
  const { rows, counts, pages } = await listQuarantine(ctx, { state, page });
  return {
    title: translate(ctx.locale, "documents.quarantine.title"),
    state,
    page,
    pages,
    counts,
    rows: rows.map(({ id, at, reason, title, documentId, person, body, size }) => ({ id, reason: reasonKey(reason), person, body, size, document: title ?? documentId, when: formatDateTime(at, ctx.locale) })),
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function QuarantinePage() {
  const { t } = useTranslation();
  const { title, state, page, pages, counts, rows } = useLoaderData<typeof loader>();
  const head = ["when", "who", "document", "reason", "size"].map((name) => t(`documents.quarantine.${name}`));
  return (
    <>
      <PageHeader title={title} lead={t("documents.quarantine.lead")} />
      <Tabs
        label={title}
        tabs={quarantineStates.map((each) => ({ to: paths.quarantine(each), label: `${t(`documents.quarantine.state.${each}`)} (${counts[each]})`, active: each === state }))}
      />
      {rows.length === 0 ? (
        <Empty>{t(`documents.quarantine.none.${state}`)}</Empty>
      ) : (
        <DataTable caption={t(`documents.quarantine.state.${state}`)} head={head}>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Link to={paths.quarantined(row.id)}>{row.when}</Link>
              </th>
              <td data-label={head[1]}>{t("documents.quarantine.forBody", { person: row.person ?? t("documents.quarantine.unknown"), body: row.body ?? t("documents.quarantine.noBody") })}</td>
              <td data-label={head[2]}>{row.document}</td>
              <td data-label={head[3]}>{t(`documents.quarantine.because.${row.reason}.short`)}</td>
              <td data-label={head[4]}>{t("documents.quarantine.bytes", { count: row.size })}</td>
            </tr>
          ))}
        </DataTable>
      )}
      <Pagination page={page} pages={pages} to={(n) => `${paths.quarantine(state)}&pagina=${n}`} />
    </>
  );
}
