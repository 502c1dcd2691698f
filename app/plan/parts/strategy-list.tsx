// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip } from "~/ui";
import { paths } from "~/web/paths";
import type { PlanStrategy } from "../plan-tree";

/** The strategies of an objective in the order of the plan, each with how many actions follow it (all bodies together). */
export function StrategyList({ strategies, actions }: { strategies: PlanStrategy[]; actions: Record<string, number> }) {
  const { t } = useTranslation();
  return (
    <ol className="coded-list">
      {strategies.map((strategy) => {
        const count = actions[strategy.id] ?? 0;
        return (
          <li key={strategy.id}>
            <Link to={paths.planStrategy(strategy.id)} aria-label={t("plan.strategy.short", { code: strategy.code })}>
              {strategy.code.split(".").pop()}
            </Link>
            <span>
              {strategy.text} {strategy.review ? <Chip tone="warning">{t("plan.objective.review")}</Chip> : null}
              <span className="muted d-block">
                {count > 0 ? t("plan.objective.actions", { count }) : t("plan.objective.noActions")}
              </span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}
