// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Button, Empty, ErrorSummary, Field, type FormState, PageHeader, Section, TextArea } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { documentHead } from "../document-head.server";
import { MAX_REASON } from "../lifecycle/forms";
import { DocumentChips } from "../parts/document-chips";
import { documentStyles } from "../parts/styles";
import { CompareForm } from "./compare-form";
import { MAX_NAME, NewVersion } from "./version-forms";
import { nameVersion } from "./name-version.server";
import { timelineOf } from "./timeline.server";
import { VersionTimeline } from "./version-timeline";

export const links = documentStyles;

export const loader = load(async (ctx, { params }) => {
  const { head } = await documentHead(ctx, params.id ?? "");
  const { moments, versions, mayKeep } = await timelineOf(ctx, head.id);
  return { head, moments, versions, mayKeep, title: `${translate(ctx.locale, "documents.versions.title")} · ${head.title}` };
});

export const action = act(async (ctx, form, { params }) => {
  signedIn(ctx);
  const documentId = params.id ?? "";
  await nameVersion(ctx, { documentId, ...parse(NewVersion, form) });
  return redirectWith(paths.documentVersions(documentId), "documents.versions.kept");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · Concerto` }];

export default function VersionsPage() {
  const { t } = useTranslation();
  const { head, moments, versions, mayKeep } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState;
  return (
    <>
      <PageHeader title={t("documents.versions.title")} lead={t("documents.versions.lead", { title: head.title })} trail={head.trail} chips={<DocumentChips document={head} />} />
      {mayKeep ? (
        <details className="document-settings no-print" open={state ? true : undefined}>
          <summary>{t("documents.versions.keep")}</summary>
          <ErrorSummary state={state} labels={{ name: t("documents.versions.name.label"), reason: t("documents.reason.label") }} />
          <Form method="post" className="concerto-form" noValidate>
            <Field name="name" label={t("documents.versions.name.label")} hint={t("documents.versions.name.hint")} required maxLength={MAX_NAME} state={state} />
            <TextArea name="reason" label={t("documents.reason.label")} hint={t("documents.versions.reasonHint")} required maxLength={MAX_REASON} state={state} />
            <Button>{t("documents.versions.keepNow")}</Button>
          </Form>
        </details>
      ) : null}
      {versions.length > 0 ? (
        <Section title={t("documents.versions.compare.title")}>
          <CompareForm documentId={head.id} versions={versions} />
        </Section>
      ) : null}
      <Section title={t("documents.versions.history")}>
        {moments.length === 0 ? <Empty>{t("documents.versions.none")}</Empty> : <VersionTimeline documentId={head.id} moments={moments} />}
      </Section>
    </>
  );
}
