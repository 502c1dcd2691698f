// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Callout, Facts, Stepper } from "~/ui";
import { paths } from "~/web/paths";
import { minutesStates } from "../minutes";
import type { MinutesView } from "../view-minutes.server";

/** Where the minutes are on their way, when each step was taken, and what corrects what. */
export function MinutesFacts({ minutes }: { minutes: MinutesView }) {
  const { t } = useTranslation();
  const { state, begun, circulated, until, approved, approval, sealed, published, publication, publicationReason, corrects, versions, recipients, documentId } = minutes;
  const days: Record<(typeof minutesStates)[number], string | null> = { writing: begun, circulated, approved, sealed, published };
  const current = minutesStates.indexOf(state);
  const label = (name: (typeof minutesStates)[number]) => (name === "published" && publication === "none" ? t("meetings.minutes.state.reserved") : t(`meetings.minutes.state.${name}`));
  return (
    <>
      <Stepper label={t("meetings.minutes.steps")} current={state === "published" ? minutesStates.length : current} steps={minutesStates.map((name) => ({ label: label(name), note: days[name] }))} />
      {corrects ? (
        <Callout title={t("meetings.minutes.correction")}>
          <p>{corrects.reason}</p>
          <p className="muted">{t("meetings.minutes.correctsHash", { sha256: corrects.sha256 })}</p>
        </Callout>
      ) : null}
      <Facts
        rows={[
          [t("meetings.minutes.fact.sentTo"), circulated ? t("meetings.minutes.fact.people", { count: recipients }) : null],
          [t("meetings.minutes.fact.until"), approved ? null : until],
          [t("meetings.minutes.fact.approval"), approval ? t(`meetings.minutes.approval.${approval}`) : null],
          [t("meetings.minutes.fact.seal"), sealed ? <Link key="seal" to={paths.documentSeal(documentId)}>{t("meetings.minutes.fact.sealLink")}</Link> : null],
          [t("meetings.minutes.fact.publication"), publication ? `${t(`meetings.minutes.publication.${publication}`)} ${publicationReason ?? ""}` : null],
        ]}
      />
      {versions.length > 1 ? (
        <ul className="plain-list">
          {versions.map((version) => (
            <li key={version.id}>
              <Link to={paths.document(version.documentId)}>{t(version.correction ? "meetings.minutes.versionCorrection" : "meetings.minutes.versionFirst", { day: version.day })}</Link>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
