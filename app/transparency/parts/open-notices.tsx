// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip, Empty } from "~/ui";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatDateTime } from "~/web/time";
import type { Home } from "../read-home.server";

/** Notices that receive applications now, the next to close first. */
export function OpenNotices({ notices, locale }: { notices: Home["notices"]; locale: Locale }) {
  const { t } = useTranslation();
  if (notices.length === 0) {
    return (
      <Empty>
        {t("transparency.home.noNotices")} <Link to={paths.procedures()}>{t("transparency.home.pastNotices")}</Link>
      </Empty>
    );
  }
  return (
    <ul className="plain-list">
      {notices.map(({ id, title, organisationName, closesAt, days }) => (
        <li key={id} className="notice-line">
          <h3>
            <Link to={paths.procedure(id)}>{title}</Link>
          </h3>
          <p className="muted">{organisationName}</p>
          <p>
            <Chip tone={days <= 3 ? "warning" : "primary"}>{t(days === 0 ? "transparency.home.closesToday" : "transparency.home.daysLeft", { count: days })}</Chip>{" "}
            {t("transparency.home.until", { when: formatDateTime(closesAt, locale) })}
          </p>
        </li>
      ))}
    </ul>
  );
}
