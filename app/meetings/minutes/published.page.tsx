// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Facts, PageHeader } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { formatDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { ExtractView } from "./parts/extract-view";
import { readPublished } from "./publish-minutes.server";

/** Published minutes, for everybody. */
export const loader = load(async (ctx, { params }) => {
  const { minutes, meeting, table, seal, extract } = await readPublished(ctx, params.id ?? "");
  return {
    table: { slug: table.slug, name: table.name, sensitive: table.sensitive },
    title: translate(ctx.locale, "meetings.minutes.publicTitle", { day: formatDate(meeting.startsAt, ctx.locale) }),
    publication: minutes.publication,
    documentId: minutes.publication === "full" ? minutes.documentId : null,
    sha256: seal?.recordSha256 ?? null,
    published: minutes.publishedAt && formatDate(minutes.publishedAt, ctx.locale),
    extract,
  };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · ${data?.table.name ?? ""} · Concerto` }, ...(data?.table.sensitive ? [{ name: "robots", content: "noindex" }] : [])];

export default function PublishedPage() {
  const { t } = useTranslation();
  const { table, title, publication, documentId, sha256, published, extract } = useLoaderData<typeof loader>();
  const trail = [
    { to: paths.table(table.slug), label: table.name },
    { to: paths.publishedMinutes(table.slug), label: t("meetings.minutes.publicList") },
  ];
  return (
    <>
      <PageHeader title={title} trail={trail} lead={table.name} />
      <Facts
        rows={[
          [t("meetings.minutes.fact.publication"), publication ? t(`meetings.minutes.publication.${publication}`) : null],
          [t("meetings.minutes.fact.published"), published],
          [t("meetings.minutes.fact.fingerprint"), sha256 ? <Link key="seal" to={paths.verify(sha256)}>{sha256}</Link> : null],
        ]}
      />
      {documentId ? <p><Link to={paths.document(documentId)}>{t("meetings.minutes.wholeText")}</Link></p> : null}
      {extract ? <ExtractView extract={extract} level={2} /> : null}
    </>
  );
}
