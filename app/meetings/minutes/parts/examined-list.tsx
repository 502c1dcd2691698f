// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { paths } from "~/web/paths";
import type { MinutesView } from "../view-minutes.server";

/** What the session had before it, point by point, with the fingerprint of what was sealed. */
export function ExaminedList({ examined }: Pick<MinutesView, "examined">) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list">
      {examined.map(({ id, title, inText, position, how }) => (
        <li key={`${position} ${id}`}>
          <Link to={paths.document(id)}>{title}</Link> <span className="muted">· {t("meetings.minutes.examined.point", { position })}</span>
          <div className="muted text-break">{how}</div>
          {inText ? <div className="muted">{t("meetings.minutes.examined.inText", { name: inText })}</div> : null}
        </li>
      ))}
    </ul>
  );
}
