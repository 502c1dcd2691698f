// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Callout, ErrorSummary, Facts, type FormState, PageHeader, Section, TextArea } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatInstant } from "~/web/time";
import { translate } from "~/web/translate.server";
import { DocumentChips } from "../parts/document-chips";
import { documentStyles } from "../parts/styles";
import { correctDocument } from "./correct-document.server";
import { Correct } from "./sealing-forms";
import { viewSeal } from "./view-seal.server";

export const links = documentStyles;

export const loader = load(async (ctx, { params }) => ({ ...(await viewSeal(ctx, params.id ?? "")), title: translate(ctx.locale, "sealing.seal.title") }));

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const { reason } = parse(Correct, form);
  const { id } = await correctDocument(ctx, { documentId: params.id ?? "", reason });
  return redirectWith(paths.document(id), "sealing.correct.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title} · ${data?.head.title} · Concerto` }];

export default function SealPage() {
  const { head, seal, broken, title, corrects, supersededById, correction, mayCorrect } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState;
  const { t, i18n } = useTranslation();
  return (
    <>
      <PageHeader title={title} lead={t("sealing.seal.lead", { title: head.title })} trail={head.trail} chips={<DocumentChips document={head} />} />
      {head.state === "superseded" ? (
        <Callout tone="warning" title={t("sealing.seal.superseded")}>
          {supersededById ? <Link to={paths.document(supersededById)}>{t("sealing.seal.supersededBy")}</Link> : null}
        </Callout>
      ) : null}
      {broken.length > 0 ? (
        <Callout tone="danger" title={t("sealing.broken.title")}>
          <p>{t("sealing.broken.text", { parts: broken.map((part) => t(`sealing.broken.${part}`)).join(", ") })}</p>
        </Callout>
      ) : (
        <ul>
          <li>
            <Link to={paths.sealedFile(head.id, "documento.pdf")} reloadDocument>{t("sealing.seal.pdf")}</Link>
          </li>
          <li>
            <Link to={paths.sealedFile(head.id, "documento.json")} reloadDocument>{t("sealing.seal.record")}</Link>
          </li>
        </ul>
      )}
      <Facts
        rows={[
          [t("sealing.seal.at"), formatInstant(seal.at, i18n.language as Locale)],
          [t("sealing.seal.by"), seal.organisationName],
          [t("sealing.seal.protocol"), seal.protocol],
          [t("sealing.seal.pdfPrint"), <code key="pdf" className="fingerprint">{seal.pdfSha256}</code>],
          [t("sealing.seal.recordPrint"), <code key="record" className="fingerprint">{seal.recordSha256}</code>],
          [t("sealing.seal.textPrint"), <code key="text" className="fingerprint">{seal.textSha256}</code>],
          [t("sealing.seal.act"), seal.journalSeq],
          [t("sealing.seal.corrects"), corrects && <Link to={paths.documentSeal(corrects)}>{t("sealing.seal.correctsLink")}</Link>],
          [t("sealing.seal.correctedNow"), head.state === "approved" && correction && <Link to={paths.document(correction)}>{t("sealing.seal.correctedNowLink")}</Link>],
        ]}
      />
      <p>
        <Link to={paths.verify()}>{t("sealing.seal.check")}</Link>
      </p>
      {mayCorrect ? (
        <Section title={t("sealing.correct.title")}>
          <ErrorSummary state={state} labels={{ reason: t("sealing.correct.reason") }} />
          <Form method="post" className="concerto-form no-print">
            <p>{t("sealing.correct.what")}</p>
            <TextArea name="reason" label={t("sealing.correct.reason")} required state={state} rows={3} />
            <Button look="outline-primary">{t("sealing.correct.do")}</Button>
          </Form>
        </Section>
      ) : null}
    </>
  );
}
