// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Card, Chip } from "~/ui";
import type { Locale } from "~/web/i18n";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";
import type { PlanAction } from "../action";

/** An action in the list of a strategy: who, what, with whom, where, when, how it stands. */
export function ActionCard({ action }: { action: PlanAction }) {
  const { t, i18n } = useTranslation();
  return (
    <Card
      title={action.title}
      to={paths.action(action.id)}
      kicker={<Link to={paths.organisation(action.organisation.slug)}>{action.organisation.name}</Link>}
      footer={
        <>
          {placeOf(action, t)} · {periodOf(action, t, i18n.language as Locale)}
        </>
      }
    >
      <p>{action.description}</p>
      {action.partners.length > 0 ? (
        <p className="card-tables">
          {t("plan.action.with")}: {action.partners.map((partner) => partner.name).join(", ")}
        </p>
      ) : null}
      <Chip tone={action.state === "ongoing" ? "primary" : action.state === "done" ? "success" : "neutral"}>
        {t(`plan.action.state.${action.state}`)}
      </Chip>
    </Card>
  );
}

type T = (key: string, values?: Record<string, string | number>) => string;

/** Where an action takes place, in words. */
export function placeOf(action: Pick<PlanAction, "districts">, t: T): string {
  if (action.districts.length === 0) return t("plan.strategy.wholeCity");
  return t("plan.strategy.districts", {
    count: action.districts.length,
    list: [...action.districts].sort((a, b) => a - b).join(", "),
  });
}

/** When an action takes place, in words. */
export function periodOf(action: Pick<PlanAction, "startsOn" | "endsOn">, t: T, locale: Locale): string {
  const from = formatShortDate(action.startsOn, locale);
  return action.endsOn
    ? t("plan.strategy.between", { from, to: formatShortDate(action.endsOn, locale) })
    : t("plan.strategy.since", { from });
}
