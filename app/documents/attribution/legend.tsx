// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import type { Tint } from "./colours";

/** Which tint is whose, right above the text that carries them; printed too. */
export function Legend({ legend }: { legend: Tint[] }) {
  const { t } = useTranslation();
  if (legend.length === 0) return null;
  return (
    // in a box of its own: numbered lists that follow would count its entries too
    <div className="colour-legend">
      <ul aria-label={t("documents.attribution.legend")}>
        {legend.map(({ name, className }) => (
          <li key={name}>
            <span className={className}>{name}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
