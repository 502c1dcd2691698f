// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Empty } from "~/ui";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import { useVersionTitle, VersionStory } from "./version-line";
import type { versionsPanel } from "./versions-panel.server";

type Props = Awaited<ReturnType<typeof versionsPanel>> & { documentId: string };

/** The last versions beside the text, each with the way to look at it and to see what changed since. */
export function VersionsPanel({ documentId, versions, more, mayKeep }: Props) {
  const { t, i18n } = useTranslation();
  const title = useVersionTitle();
  return (
    <>
      <p className="no-print">
        <Link to={paths.documentVersions(documentId)}>{t(mayKeep ? "documents.versions.allAndKeep" : "documents.versions.all")}</Link>
      </p>
      {versions.length === 0 ? <Empty>{t("documents.versions.none")}</Empty> : null}
      <ol className="version-list">
        {versions.map((version) => (
          <li key={version.number}>
            <Link to={paths.documentVersion(documentId, version.number)}>{title(version)}</Link>
            <p className="muted">{formatDateTime(version.at, i18n.language as Locale)}</p>
            <VersionStory version={version} />
            <p className="no-print">
              <Link to={paths.documentComparison(documentId, version.number, "ora")}>{t("documents.versions.compare.since")}</Link>
            </p>
          </li>
        ))}
      </ol>
      {more ? <Link to={paths.documentVersions(documentId)}>{t("documents.versions.older")}</Link> : null}
    </>
  );
}
