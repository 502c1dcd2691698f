// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip } from "~/ui";
import { paths } from "~/web/paths";
import type { PlanObjective } from "../plan-tree";
import { MultiLine } from "./objective-card";

/** The consolidation objectives of an area, in order, each with its code as the way in. */
export function ConsolidationList({ objectives, here }: { objectives: PlanObjective[]; here?: string }) {
  const { t } = useTranslation();
  return (
    <ul className="coded-list">
      {objectives.map((one) => (
        <li key={one.id}>
          {one.id === here ? <strong>{one.code}</strong> : <Link to={paths.planObjective(one.id)}>{one.code}</Link>}
          <span>
            <MultiLine text={one.title} />
            {one.review ? <Chip tone="warning">{t("plan.objective.review")}</Chip> : null}
            {one.tables.length > 0 ? <span className="muted d-block">{t("plan.objective.followedBy", { tables: one.tables.map((table) => table.name).join(", ") })}</span> : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
