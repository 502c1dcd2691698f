// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import { actSentence, whoSentence } from "../act-sentence";
import type { PublicEntry } from "../read-journal.server";

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
