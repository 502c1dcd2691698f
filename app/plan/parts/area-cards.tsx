// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Card, CardGrid } from "~/ui";
import { paths } from "~/web/paths";
import type { PlanTree } from "../plan-tree";

/** The areas of the plan, in its order. */
export function AreaCards({ tree }: { tree: PlanTree }) {
  const { t } = useTranslation();
  return (
    <CardGrid>
      {tree.areas.map((area) => {
        const priority = area.objectives.filter((one) => one.kind === "priority");
        const sizes = [
          t("plan.totals.objectives", { count: priority.length }),
          t("plan.totals.strategies", { count: priority.reduce((sum, one) => sum + one.strategies.length, 0) }),
        ];
        return (
          <Card
            key={area.id}
            kicker={t("plan.area.name", { number: area.number })}
            title={area.title}
            to={paths.planArea(area.number)}
            footer={sizes.join(" · ")}
          />
        );
      })}
    </CardGrid>
  );
}
