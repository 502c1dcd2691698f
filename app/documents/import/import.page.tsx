// SPDX-License-Identifier: AGPL-3.0-or-later
import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { findTable, standingAt } from "~/tables/index.server";
import { Button, ButtonLink, ErrorSummary, Field, type FormState, PageHeader } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { translate } from "~/web/translate.server";
import { MAX_MEGABYTES } from "~/web/files/examine-file";
import { MAX_TITLE } from "../document";
import { startJob } from "../jobs/start-job.server";
import { VisibilityChoice } from "../parts/visibility-choice";
import { documentStyles } from "../parts/styles";
import { mayCreate, mayPublish } from "../policy";
import { examineImport } from "./examine-import";
import { ImportDocument } from "./import-forms";

export const links = documentStyles;

/** A file of another program becomes a document of the table. */
export const loader = load(async (ctx, { params }) => {
  const actor = signedIn(ctx);
  const { id, slug, name } = await findTable(ctx, params.slug ?? "");
  const standing = await standingAt(ctx.db.read, actor, id, ctx.now);
  enforce(mayCreate(actor, standing));
  return { table: { slug, name }, mayPublish: mayPublish(actor, { standing }).ok, megabytes: MAX_MEGABYTES, title: translate(ctx.locale, "imports.title") };
});

export const action = act(
  async (ctx, form, { params, site }) => {
    const actor = signedIn(ctx);
    const table = await findTable(ctx, params.slug ?? "");
    enforce(mayCreate(actor, await standingAt(ctx.db.read, actor, table.id, ctx.now)));
    const { file, title, visibility } = parse(ImportDocument, form);
    const examined = await examineImport(new Uint8Array(await file.arrayBuffer()), file.name);
    if (!examined.ok) throw problem("invalid", { fields: { file: examined.because }, values: { megabytes: MAX_MEGABYTES } });
    const { bytes, format } = examined;
    const { id } = await startJob(ctx, { background: site.background, scan: site.scanForViruses }, { kind: "import", documentId: null, title: file.name, wish: { tableId: table.id, title, visibility, format }, incoming: { name: file.name, type: file.type, bytes } });
    return redirect(paths.documentJob(id));
  },
  // the form around the file weighs something too
  { megabytes: MAX_MEGABYTES + 1 },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · Concerto` }];

export default function ImportPage() {
  const { t } = useTranslation();
  const { table, mayPublish: publishes, megabytes, title } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState;
  const trail = [
    { to: paths.tables(), label: t("tables.title") },
    { to: paths.table(table.slug), label: table.name },
    { to: paths.tableDocuments(table.slug), label: t("documents.name") },
  ];
  return (
    <>
      <PageHeader title={title} lead={t("imports.lead", { table: table.name })} trail={trail} />
      <Form method="post" encType="multipart/form-data" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={{ file: t("imports.file"), title: t("documents.title.label") }} />
        <Field name="file" type="file" accept=".docx,.odt,.md,.markdown,.txt,.html,.htm" label={t("imports.file")} hint={t("imports.fileHint", { megabytes })} state={state} required />
        <Field name="title" label={t("documents.title.label")} hint={t("imports.titleHint")} maxLength={MAX_TITLE} state={state} />
        <VisibilityChoice publishes={publishes} state={state} />
        <div className="form-actions">
          <Button>{t("imports.do")}</Button>
          <ButtonLink look="outline-primary" to={paths.tableDocuments(table.slug)}>
            {t("web.form.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
