// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Card, Chip } from "~/ui";
import type { Outcome } from "../decision";
import type { DecisionView } from "../view-decision.server";

/** A decision in the list of a session. */
export function DecisionCard({ decision, to }: { decision: DecisionView; to: string }) {
  const { t } = useTranslation();
  const { item, text, method, outcome } = decision;
  return (
    <Card title={text} to={to} kicker={`${item.position}. ${item.title}`} footer={<OutcomeChip outcome={outcome} />}>
      <p>{t(`meetings.decisions.method.${method}`)}</p>
    </Card>
  );
}

/** How a decision ended, in a word. */
export function OutcomeChip({ outcome }: { outcome: Outcome | null }) {
  const { t } = useTranslation();
  if (outcome === null) return <Chip tone="primary">{t("meetings.decisions.outcome.open")}</Chip>;
  return <Chip tone={outcome === "taken" ? "success" : outcome === "no_quorum" ? "warning" : "neutral"}>{t(`meetings.decisions.outcome.${outcome}`)}</Chip>;
}
