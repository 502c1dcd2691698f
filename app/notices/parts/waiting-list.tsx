// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/web/i18n";
import { formatDateTime } from "~/web/time";
import type { Waiting } from "~/web/waiting";

/** What waits for the reader: one line each, whose words are the way to it, and its term. */
export function WaitingList({ waiting, locale, now }: { waiting: Waiting[]; locale: Locale; now: Date }) {
  const { t } = useTranslation();
  return (
    <ul className="waiting-list">
      {waiting.map(({ id, says, values, to, due }) => (
        <li key={id}>
          <Link to={to}>{t(says, values)}</Link>
          <span className={due && due < now ? "waiting-late" : "muted"}>
            {due ? t(due < now ? "notices.desk.late" : "notices.desk.by", { when: formatDateTime(due, locale) }) : t("notices.desk.noTerm")}
          </span>
        </li>
      ))}
    </ul>
  );
}
