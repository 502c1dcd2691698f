// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { TableHeader } from "~/tables";
import { tableHeaderData } from "~/tables/index.server";
import { ButtonLink, Empty } from "~/ui";
import { load } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { pageAsked } from "~/web/whole-number";
import { listDocuments } from "./list-documents.server";
import { DocumentList } from "./parts/document-list";
import { PageLinks } from "./parts/page-links";
import { documentStyles } from "./parts/styles";
import { mayCreate } from "./policy";

export const links = documentStyles;

export const loader = load(async (ctx, { params, url }) => {
  const header = await tableHeaderData(ctx, params.slug ?? "");
  const page = pageAsked(url);
  const { rows, pages } = await listDocuments(ctx, { tableId: header.id, page });
  const create = mayCreate(ctx.actor, header.standing);
  return { header, documents: rows, page, pages, mayCreate: create.ok && !header.closed, title: `${translate(ctx.locale, "documents.name")} · ${header.name}` };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function TableDocuments() {
  const { t } = useTranslation();
  const { header, documents, page, pages, mayCreate } = useLoaderData<typeof loader>();
  const begin = (
    <>
      <ButtonLink look="outline-primary" to={paths.importDocument(header.slug)}>
        {t("imports.action")}
      </ButtonLink>
      <ButtonLink to={paths.newDocument(header.slug)}>{t("documents.new.action")}</ButtonLink>
    </>
  );
  return (
    <>
      <TableHeader header={header} active="documents" actions={mayCreate ? begin : undefined} />
      {documents.length > 0 ? (
        <DocumentList documents={documents} withTable={false} />
      ) : (
        <Empty>{t(mayCreate ? "documents.list.noneAtTable" : "documents.list.noneVisibleAtTable")}</Empty>
      )}
      <PageLinks page={page} pages={pages} />
    </>
  );
}
