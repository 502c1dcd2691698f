// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Chip } from "~/ui";
import type { PlanObjective, PlanPillar } from "../plan-tree";

/** The pillars that an objective declares, by their short names; a label that is none of them shows as printed. */
export function PillarChips({ links, pillars }: { links: PlanObjective["pillars"]; pillars: PlanPillar[] }) {
  const { t } = useTranslation();
  return (
    <span className="pillar-chips">
      {links.map((link) => {
        const pillar = pillars.find((one) => one.code === link.code);
        return (
          <Chip key={`${link.code}${link.label}`} tone={pillar ? "neutral" : "warning"}>
            {pillar ? `${pillar.code} ${pillar.shortTitle}` : `${link.label} (${t("plan.objective.unknownPillar")})`}
          </Chip>
        );
      })}
    </span>
  );
}
