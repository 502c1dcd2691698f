// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TableHeader } from "~/tables";
import { tableHeaderData } from "~/tables/index.server";
import { Empty } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { publishedMinutes } from "./publish-minutes.server";

/** The minutes of a table that everybody may read. */
export const loader = load(async (ctx, { params }) => {
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const rows = await publishedMinutes(ctx, header.id);
  return { header, title: translate(ctx.locale, "meetings.minutes.publicList"), rows: rows.map(({ id, startsAt, publication }) => ({ id, publication, day: formatDate(startsAt, ctx.locale) })) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · ${data?.header.name ?? ""} · Concerto` }, ...(data?.header.sensitive ? [{ name: "robots", content: "noindex" }] : [])];

export default function PublishedListPage() {
  const { t } = useTranslation();
  const { header, title, rows } = useLoaderData<typeof loader>();
  return (
    <>
      <TableHeader header={header} active="meetings" page={title} />
      {rows.length === 0 ? <Empty>{t("meetings.minutes.nonePublished")}</Empty> : null}
      <ul className="plain-list">
        {rows.map(({ id, day, publication }) => (
          <li key={id}>
            <Link to={paths.published(id)}>{t("meetings.minutes.publicTitle", { day })}</Link>
            <div className="muted">{publication ? t(`meetings.minutes.publication.${publication}`) : null}</div>
          </li>
        ))}
      </ul>
    </>
  );
}
