// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";

/** An act as a page shows it; `to` is where the file is. */
export type ShownAct = { id: string; to: string; name: string; description: string; weight: string; by: string; on: string; scanned: boolean; sha256: string };

/** Acts on which somebody's powers rest, each with its fingerprint: whoever holds a copy can tell whether it is the same. */
export function ActList({ acts }: { acts: ShownAct[] }) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list">
      {acts.map((act) => (
        <li key={act.id}>
          <a href={act.to} download>
            {act.description}
          </a>
          <div className="muted">
            {act.name}, {act.weight} · {t("registry.delegation.by", { person: act.by, date: act.on })}
            {act.scanned ? null : ` · ${t("registry.delegation.notScanned")}`}
          </div>
          <div className="muted">
            {t("registry.delegation.fingerprint")} <code className="fingerprint">{act.sha256}</code>
          </div>
        </li>
      ))}
    </ul>
  );
}
