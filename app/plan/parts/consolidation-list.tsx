// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip } from "~/ui";
import { paths } from "~/web/paths";
import type { PlanObjective } from "../plan-tree";
import { PointedText } from "./pointed-text";

/** The consolidation objectives of an area, in order, each with its code as the way in. */
export function ConsolidationList({ objectives }: { objectives: PlanObjective[] }) {
  const { t } = useTranslation();
  return (
    <ul className="coded-list">
      {objectives.map((one) => (
        <li key={one.id}>
          <Link to={paths.planObjective(one.id)}>{one.code}</Link>
          <div>
            <PointedText text={one.title} />{" "}
            {one.review ? <Chip tone="warning">{t("plan.objective.review")}</Chip> : null}
            {one.tables.length > 0 ? (
              <span className="muted d-block">
                {t("plan.objective.followedBy", { tables: one.tables.map((table) => table.name).join(", ") })}
              </span>
            ) : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
