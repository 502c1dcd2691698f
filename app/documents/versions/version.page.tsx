// SPDX-License-Identifier: AGPL-3.0-or-later
import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import type { JSONContent } from "@tiptap/core";
import { useTranslation } from "react-i18next";
import { ButtonLink, Facts, PageHeader } from "~/ui";
import { load } from "~/web/guard.server";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { formatDateTime } from "~/web/time";
import { wholeNumber } from "~/web/whole-number";
import { documentHead } from "../document-head.server";
import { DocumentText } from "../parts/document-text";
import { documentStyles } from "../parts/styles";
import { readVersion } from "./list-versions.server";
import { useVersionTitle } from "./version-line";

export const links = documentStyles;

export const loader = load(async (ctx, { params }) => {
  const number = wholeNumber(params.number ?? null);
  if (number === null) throw problem("missing");
  const { head } = await documentHead(ctx, params.id ?? "");
  return { head, ...(await readVersion(ctx, head.id, number)) };
});

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.version.number}. ${data?.head.title ?? ""} · Concerto` }];

export default function VersionPage() {
  const { t, i18n } = useTranslation();
  const { head, version, content } = useLoaderData<typeof loader>();
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
    </>
  );
}
