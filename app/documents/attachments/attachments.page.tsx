// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout, Empty, ErrorSummary, Field, type FormState, PageHeader, Section } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { documentHead } from "../document-head.server";
import { DocumentChips } from "../parts/document-chips";
import { documentStyles } from "../parts/styles";
import { mayAttach, mayWithdraw } from "../policy";
import { attachFile } from "./attach-file.server";
import { MAX_DESCRIPTION, NewAttachment, Withdrawal } from "./attachment-forms";
import { AttachmentList } from "./attachment-list";
import { MAX_MEGABYTES, takenTypes } from "~/web/files/examine-file";
import { listAttachments } from "./find-file.server";
import { withdrawFile } from "./withdraw-file.server";

export const links = documentStyles;

export const loader = load(async (ctx, { params, site }) => {
  const { head, row, position } = await documentHead(ctx, params.id ?? "");
  const found = await listAttachments(ctx, head.id);
  return {
    head,
    attachments: found.map(({ organisationId, ...file }) => ({ ...file, mayWithdraw: !file.withdrawnAt && mayWithdraw(ctx.actor, row, position, { organisationId }).ok })),
    mayAdd: mayAttach(ctx.actor, row, position).ok,
    scans: site.scanForViruses !== null,
    endings: [...new Set(Object.values(takenTypes))],
    megabytes: MAX_MEGABYTES,
    title: `${translate(ctx.locale, "documents.attachments.title")} · ${head.title}`,
  };
});

export const action = act(
  async (ctx, form, { params, site }) => {
    signedIn(ctx);
    const documentId = params.id ?? "";
    if (form.get("what") === "withdraw") {
      const { fileId, reason } = parse(Withdrawal, form);
      await withdrawFile(ctx, { documentId, fileId, reason });
      return redirectWith(paths.documentAttachments(documentId), "documents.attachments.withdrawn");
    }
    const { file, description } = parse(NewAttachment, form);
    const bytes = new Uint8Array(await file.arrayBuffer());
    await attachFile(ctx, { documentId, kind: "attachment", name: file.name, description, bytes }, { scan: site.scanForViruses });
    return redirectWith(paths.documentAttachments(documentId), "documents.attachments.added");
  },
  // the form around the file weighs something too
  { megabytes: MAX_MEGABYTES + 1 },
);

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function AttachmentsPage() {
  const { t } = useTranslation();
  const { head, attachments, mayAdd, scans, endings, megabytes } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState;
  const withdrawing = state?.values.what === "withdraw";
  return (
    <>
      <PageHeader title={t("documents.attachments.title")} lead={t("documents.attachments.lead", { title: head.title })} trail={head.trail} chips={<DocumentChips document={head} />} />
      {scans ? null : (
        <Callout tone="neutral">
          <p>{t("documents.attachments.noScanner")}</p>
        </Callout>
      )}
      <ErrorSummary state={state} labels={{ file: t("documents.attachments.file"), description: t("documents.attachments.description.label"), reason: t("documents.attachments.reason.label") }} />
      {attachments.length > 0 ? (
        <AttachmentList documentId={head.id} attachments={attachments} state={withdrawing ? state : null} />
      ) : (
        <Empty>{t(mayAdd ? "documents.attachments.noneYet" : "documents.attachments.none")}</Empty>
      )}
      {mayAdd ? (
        <Section title={t("documents.attachments.add")}>
          <Form method="post" encType="multipart/form-data" className="concerto-form" noValidate>
            <Field
              name="file"
              type="file"
              accept={endings.map((ending) => `.${ending}`).join(",")}
              label={t("documents.attachments.file")}
              hint={t("documents.attachments.fileHint", { megabytes })}
              state={withdrawing ? null : state}
              required
            />
            <Field name="description" label={t("documents.attachments.description.label")} hint={t("documents.attachments.description.hint")} maxLength={MAX_DESCRIPTION} state={withdrawing ? null : state} required />
            <Button>{t("documents.attachments.attach")}</Button>
          </Form>
        </Section>
      ) : null}
    </>
  );
}
