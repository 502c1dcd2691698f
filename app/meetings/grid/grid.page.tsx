// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, DataTable, Empty, Field, PageHeader } from "~/ui";
import { load, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { gridOf, periodOf } from "./grid.server";
import { gridLines } from "./grid-rows";

export const loader = load(async (ctx, { url }) => {
  signedIn(ctx);
  const period = periodOf(url, ctx.now);
  const rows = await gridOf(ctx, period);
  const [head, ...lines] = gridLines(rows, (key) => translate(ctx.locale, key), ctx.locale);
  return { title: translate(ctx.locale, "meetings.grid.title"), days: period.days, head: head ?? [], lines: lines.map((cells, i) => ({ slug: rows[i]?.table.slug ?? "", cells })) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function GridPage() {
  const { t } = useTranslation();
  const { title, days, head, lines } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={title} lead={t("meetings.grid.lead")} trail={[{ to: paths.tables(), label: t("tables.title") }]} />
      <Form method="get" className="filters" key={`${days.from} ${days.to}`}>
        <Field name="dal" type="date" label={t("meetings.grid.from")} initial={days.from} required />
        <Field name="al" type="date" label={t("meetings.grid.to")} initial={days.to} required />
        <Button look="outline-primary">{t("meetings.grid.show")}</Button>
      </Form>
      {lines.length === 0 ? (
        <Empty>{t("meetings.grid.none")}</Empty>
      ) : (
        <DataTable caption={title} head={head}>
          {lines.map(({ slug, cells: [name, ...numbers] }) => (
            <tr key={slug}>
              <th scope="row">
                <Link to={paths.tableMeetings(slug)}>{name}</Link>
              </th>
              {numbers.map((number, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns do not move
                <td key={i} data-label={head[i + 1]}>
                  {number}
                </td>
              ))}
            </tr>
          ))}
        </DataTable>
      )}
      <p className="no-print">
        <a href={paths.gridFile("xlsx", days)}>{t("meetings.grid.xlsx")}</a> · <a href={paths.gridFile("docx", days)}>{t("meetings.grid.docx")}</a>
      </p>
    </>
  );
}
