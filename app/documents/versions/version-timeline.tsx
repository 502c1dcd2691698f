// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Timeline } from "~/ui";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import type { ListedVersion } from "./list-versions.server";
import type { Moment, StateChange } from "./timeline.server";
import { useVersionTitle, VersionStory } from "./version-line";

/** What happened to the document, newest first: versions, and the steps of its life, with who and why. */
export function VersionTimeline({ documentId, moments }: { documentId: string; moments: Moment[] }) {
  const { i18n } = useTranslation();
  const title = useVersionTitle();
  const entries = moments.map((moment) => ({
    key: moment.what === "version" ? `v${moment.number}` : `s${moment.at.getTime()}`,
    when: formatDateTime(moment.at, i18n.language as Locale),
    title: moment.what === "version" ? <Link to={paths.documentVersion(documentId, moment.number)}>{title(moment)}</Link> : <StateTitle change={moment} />,
    detail: moment.what === "version" ? <VersionChanges documentId={documentId} version={moment} /> : <StateStory change={moment} />,
  }));
  return <Timeline entries={entries} />;
}

/** The story of a version, and the way to what had changed since the one before. */
function VersionChanges({ documentId, version }: { documentId: string; version: ListedVersion }) {
  const { t } = useTranslation();
  return (
    <>
      <VersionStory version={version} />
      <p className="no-print">
        <Link to={paths.documentComparison(documentId, version.number - 1, version.number)}>{t(version.number > 1 ? "documents.versions.compare.withPrevious" : "documents.versions.compare.withStart")}</Link>
      </p>
    </>
  );
}

function StateTitle({ change }: { change: StateChange }) {
  const { t, i18n } = useTranslation();
  const { from, to, endsAt } = change;
  const name = from === to ? "extended" : `${from}.${to}`;
  return <>{t(`documents.lifecycle.step.${name}`, { until: endsAt ? formatDateTime(endsAt, i18n.language as Locale) : "" })}</>;
}

function StateStory({ change: { by, reason } }: { change: StateChange }) {
  const { t } = useTranslation();
  return (
    <>
      {by ? <p>{t(by.body ? "documents.versions.by" : "documents.versions.byPerson", { person: by.person, body: by.body ?? "" })}</p> : null}
      {reason ? <p>{t("documents.versions.because", { reason })}</p> : null}
    </>
  );
}
