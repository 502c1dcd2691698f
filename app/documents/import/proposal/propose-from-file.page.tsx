// SPDX-License-Identifier: AGPL-3.0-or-later
import { type MetaFunction, redirect } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, ButtonLink, ErrorSummary, Field, type FormState, PageHeader } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { translate } from "~/web/translate.server";
import { MAX_MEGABYTES } from "~/web/files/examine-file";
import { findDocument } from "../../access.server";
import { documentHead } from "../../document-head.server";
import { startJob } from "../../jobs/start-job.server";
import { DocumentChips } from "../../parts/document-chips";
import { documentStyles } from "../../parts/styles";
import { maySuggest } from "../../policy";
import { examineImport } from "../examine-import";
import { ProposeFromFile } from "../import-forms";

export const links = documentStyles;

/** Who works with Word or LibreOffice sends back the exported file; its changes are shown before they are proposed. */
export const loader = load(async (ctx, { params }) => {
  const actor = signedIn(ctx);
  const { head, row, position } = await documentHead(ctx, params.id ?? "");
  enforce(maySuggest(actor, row, position));
  return { head, megabytes: MAX_MEGABYTES, title: translate(ctx.locale, "imports.proposal.title") };
});

export const action = act(
  async (ctx, form, { params, site }) => {
    const actor = signedIn(ctx);
    const { document, position } = await findDocument(ctx, params.id ?? "");
    enforce(maySuggest(actor, document, position));
    const { file } = parse(ProposeFromFile, form);
    const examined = await examineImport(new Uint8Array(await file.arrayBuffer()), file.name);
    if (!examined.ok) throw problem("invalid", { fields: { file: examined.because }, values: { megabytes: MAX_MEGABYTES } });
    const { bytes, format } = examined;
    const { id } = await startJob(ctx, { background: site.background, scan: site.scanForViruses }, { kind: "proposal", documentId: document.id, title: document.title, wish: { format }, incoming: { name: file.name, type: file.type, bytes } });
    return redirect(paths.documentJob(id));
  },
  // the form around the file weighs something too
  { megabytes: MAX_MEGABYTES + 1 },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · ${data?.head.title} · Concerto` }];

export default function ProposeFromFilePage() {
  const { t } = useTranslation();
  const { head, megabytes, title } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState;
  return (
    <>
      <PageHeader title={title} lead={t("imports.proposal.lead", { title: head.title })} trail={head.trail} chips={<DocumentChips document={head} />} />
      <ol>
        <li>
          <Link to={paths.exportDocument(head.id)}>{t("imports.proposal.stepExport")}</Link>
        </li>
        <li>{t("imports.proposal.stepEdit")}</li>
        <li>{t("imports.proposal.stepSend")}</li>
      </ol>
      <Form method="post" encType="multipart/form-data" className="concerto-form" noValidate>
        <ErrorSummary state={state} labels={{ file: t("imports.proposal.file") }} />
        <Field name="file" type="file" accept=".docx,.odt,.md,.html,.htm" label={t("imports.proposal.file")} hint={t("imports.proposal.fileHint", { megabytes })} state={state} required />
        <div className="form-actions">
          <Button>{t("imports.proposal.compare")}</Button>
          <ButtonLink look="outline-primary" to={paths.document(head.id)}>
            {t("web.form.cancel")}
          </ButtonLink>
        </div>
      </Form>
    </>
  );
}
