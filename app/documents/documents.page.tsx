// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, Empty, Field, PageHeader, Select } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { pageAsked } from "~/web/whole-number";
import { UnsentHere } from "./live/own-copies";
import { listDocuments } from "./list-documents.server";
import { DocumentList } from "./parts/document-list";
import { PageLinks } from "./parts/page-links";
import { documentStyles } from "./parts/styles";

export const links = documentStyles;

export const loader = load(async (ctx, { url }) => {
  const search = url.searchParams.get("cerca") ?? "";
  // who speaks for a body starts from what is theirs; anybody may look at what is public
  const own = ctx.actor?.organisationId ? url.searchParams.get("quali") !== "tutti" : false;
  const page = pageAsked(url);
  const { rows, total, pages } = await listDocuments(ctx, { search, own, page });
  return { documents: rows, total, pages, page, search, own, mayChoose: Boolean(ctx.actor?.organisationId), voice: ctx.actor && { personId: ctx.actor.personId, organisationId: ctx.actor.organisationId }, title: translate(ctx.locale, "documents.name") };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function Documents() {
  const { t } = useTranslation();
  const { documents, total, pages, page, search, own, mayChoose, voice } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={t("documents.pageTitle")} lead={t(mayChoose ? "documents.lead" : "documents.leadPublic")} trail={[]} actions={mayChoose ? <ButtonLink small look="outline-primary" to={paths.ownContributions()}>{t("contributions.ledger.own")}</ButtonLink> : null} />
      {voice ? <UnsentHere {...voice} /> : null}
      <Form method="get" className="filters">
        <Field name="cerca" label={t("documents.list.search")} initial={search} type="search" />
        {mayChoose ? (
          <Select
            name="quali"
            label={t("documents.list.which")}
            initial={own ? "miei" : "tutti"}
            options={[
              { value: "miei", label: t("documents.list.own") },
              { value: "tutti", label: t("documents.list.all") },
            ]}
          />
        ) : null}
        <Button look="outline-primary">{t("web.form.filter")}</Button>
      </Form>
      <p className="muted">{t("documents.list.count", { count: total })}</p>
      {documents.length > 0 ? <DocumentList documents={documents} /> : <Empty>{t(search ? "documents.list.noneFound" : "documents.list.none")}</Empty>}
      <PageLinks page={page} pages={pages} />
    </>
  );
}
