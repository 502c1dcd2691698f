// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Sequel } from "~/web/sequel";
import { ButtonLink } from "./button";

/** What came of an item, each a link; what the viewer may make of it is a button. */
export function Sequels({ sequels }: { sequels: Sequel[] }) {
  const { t } = useTranslation();
  if (sequels.length === 0) return null;
  return (
    <ul className="plain-list">
      {sequels.map(({ kind, says, values, to }) => (
        <li key={to} className={kind === "offer" ? "no-print" : undefined}>
          {kind === "offer" ? <ButtonLink look="outline-primary" small to={to}>{t(says, values)}</ButtonLink> : <Link to={to}>{t(says, values)}</Link>}
        </li>
      ))}
    </ul>
  );
}
