// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import { actSentence, whoSentence } from "../act-sentence";
import type { PublicEntry, ReservedRun } from "../read-journal.server";

/** What the open data give at once. */
const MOST_FINGERPRINTS = 200;

/** One act in a plain sentence, with its place in the chain. */
export function JournalRow({ entry, locale }: { entry: PublicEntry; locale: Locale }) {
  const { t } = useTranslation();
  return (
    <li id={`atto-${entry.seq}`} className={entry.reserved ? "journal-reserved" : undefined}>
      <span className="journal-seq">{t("transparency.journal.number", { seq: entry.seq })}</span>
      <div className="journal-what">
        {entry.reserved ? (
          <p>{t("transparency.journal.reserved")}</p>
        ) : (
          <>
            <p>
              <strong>{whoSentence(entry, t)}</strong> {actSentence(entry, t)}
            </p>
            <time className="timeline-when" dateTime={entry.at.toISOString()}>
              {formatDateTime(entry.at, locale)}
            </time>
          </>
        )}
      </div>
      <details>
        <summary>{t("transparency.journal.fingerprint")}</summary>
        <dl className="facts">
          <div>
            <dt>{t("transparency.journal.hash")}</dt>
            <dd>
              <code>{entry.hash}</code>
            </dd>
          </div>
          <div>
            <dt>{t("transparency.journal.previousHash")}</dt>
            <dd>
              <code>{entry.previousHash}</code>
            </dd>
          </div>
        </dl>
        {entry.reserved ? null : (
          <Link to={`${paths.journal()}?oggetto=${entry.subject.kind}:${entry.subject.id}`}>{t("transparency.journal.sameSubject")}</Link>
        )}
      </details>
    </li>
  );
}

/** Reserved acts in a row: how many, their numbers, and where each fingerprint is. */
export function ReservedRow({ run: { from, to } }: { run: ReservedRun }) {
  const { t } = useTranslation();
  const count = to - from + 1;
  return (
    <li id={`atto-${to}`} className="journal-reserved">
      <span className="journal-seq">{count === 1 ? t("transparency.journal.number", { seq: to }) : t("transparency.journal.numbers", { from, to })}</span>
      <div className="journal-what">
        <p>{t("transparency.journal.reservedRun", { count })}</p>
      </div>
      <a href={`/api/v1/registro?prima=${to + 1}&limite=${Math.min(count, MOST_FINGERPRINTS)}`}>{t("transparency.journal.fingerprints", { count })}</a>
    </li>
  );
}
