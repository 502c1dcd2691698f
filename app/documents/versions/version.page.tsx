// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { JSONContent } from "@tiptap/core";
import { useTranslation } from "react-i18next";
import { ButtonLink, Facts, type FormState, PageHeader } from "~/ui";
import { parse } from "~/web/forms";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { formatDateTime } from "~/web/time";
import { wholeNumber } from "~/web/whole-number";
import { documentHead } from "../document-head.server";
import { DocumentText } from "../parts/document-text";
import { documentStyles } from "../parts/styles";
import { readVersion } from "./list-versions.server";
import { RestoreForm } from "./restore/restore-form";
import { restoreVersion } from "./restore/restore-version.server";
import { RestoreReason } from "./version-forms";
import { useVersionTitle } from "./version-line";

export const links = documentStyles;

export const loader = load(async (ctx, { params }) => {
  const number = wholeNumber(params.number ?? null);
  if (number === null) throw problem("missing");
  const { head } = await documentHead(ctx, params.id ?? "");
  const { version, content, mayKeep } = await readVersion(ctx, head.id, number);
  return { head, version, content, mayKeep };
});

export const action = act(async (ctx, form, { params, site }) => {
  signedIn(ctx);
  const number = wholeNumber(params.number ?? null);
  if (number === null) throw problem("missing");
  const documentId = params.id ?? "";
  await restoreVersion(ctx, site.liveTexts, { documentId, number, ...parse(RestoreReason, form) });
  return redirectWith(paths.document(documentId, "versioni"), "documents.versions.restore.done");
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.version.number}. ${data?.head.title ?? ""} · Concerto` }];

export default function VersionPage() {
  const { t, i18n } = useTranslation();
  const { head, version, content, mayKeep } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>() as FormState;
  const title = useVersionTitle();
  const trail = [...head.trail, { to: paths.documentVersions(head.id), label: t("documents.versions.title") }];
  return (
    <>
      <PageHeader
        title={title(version)}
        lead={t("documents.versions.ofDocument", { title: head.title })}
        trail={trail}
        actions={<ButtonLink to={paths.documentComparison(head.id, version.number, "ora")}>{t("documents.versions.compare.withNow")}</ButtonLink>}
      />
      <Facts
        rows={[
          [t("documents.versions.when"), formatDateTime(version.at, i18n.language as Locale)],
          [t("documents.versions.who"), version.by && [version.by.person, version.by.body].filter(Boolean).join(", ")],
          [t("documents.reason.label"), version.reason],
          [t("documents.versions.wrote"), version.writers.join(", ")],
          [t("documents.versions.fingerprint"), <code key="sha">{version.sha256}</code>],
        ]}
      />
      <div className="document-desk">
        <article className="document-sheet document-text" aria-label={title(version)} lang="it">
          <DocumentText content={content as JSONContent} />
        </article>
        <p className="document-foot" />
      </div>
      {mayKeep ? <RestoreForm documentId={head.id} number={version.number} state={state} /> : null}
    </>
  );
}
