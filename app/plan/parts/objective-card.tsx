// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card } from "~/ui";
import { paths } from "~/web/paths";
import type { PlanObjective, PlanPillar, PlanStrategy } from "../plan-tree";
import { PillarChips } from "./pillar-chips";

type Props = {
  objective: PlanObjective;
  pillars: PlanPillar[];
  /** Actions declared for its strategies, all bodies together. */
  actions?: number;
  /** Strategies to show under the title: those that a search has found. */
  found?: PlanStrategy[];
};

/** A priority objective in a list: what it is, how much is under it, who follows it. */
export function ObjectiveCard({ objective, pillars, actions, found = [] }: Props) {
  const { t } = useTranslation();
  const counts = [
    objective.kind === "priority"
      ? t("plan.objective.strategies", { count: objective.strategies.length })
      : t("plan.objective.kind.consolidation"),
    actions === undefined
      ? null
      : actions > 0
        ? t("plan.objective.actions", { count: actions })
        : t("plan.objective.noActions"),
  ];
  const tables = objective.tables.map((table) => table.name).join(", ");
  return (
    <Card
      title={<MultiLine text={objective.title} />}
      to={paths.planObjective(objective.id)}
      kicker={objective.code}
      footer={counts.filter(Boolean).join(" · ")}
    >
      <PillarChips links={objective.pillars} pillars={pillars} />
      {tables ? <p className="card-tables">{t("plan.objective.followedBy", { tables })}</p> : null}
      {found.length > 0 ? (
        <ul className="found-strategies">
          {found.map((strategy) => (
            <li key={strategy.id}>
              <Link to={paths.planStrategy(strategy.id)}>{strategy.code.split(".").pop()}</Link> {strategy.text}
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

/** A text whose points stand on lines of their own. */
export function MultiLine({ text }: { text: string }) {
  return <span className="multi-line">{text}</span>;
}
