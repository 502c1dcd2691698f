// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { EnrolmentChip } from "~/registry";
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
      kicker={<><Link to={paths.organisation(action.organisation.slug)}>{action.organisation.name}</Link> <EnrolmentChip body={action.organisation.standing} /></>}
      footer={
        <>
          {placeOf(action, t)} · {periodOf(action, t, i18n.language as Locale)}
        </>
      }
    >
      <p>{action.description}</p>
      {action.partners.length > 0 ? (
        <p className="card-tables">
          {t("plan.action.with")}: <PartnerNames partners={action.partners} />
        </p>
      ) : null}
      <Chip tone={action.state === "ongoing" ? "primary" : action.state === "done" ? "success" : "neutral"}>
        {t(`plan.action.state.${action.state}`)}
      </Chip>
    </Card>
  );
}

/** The bodies that take part in an action, each with the warning when it is no longer in the RUNTS. */
export function PartnerNames({ partners }: { partners: PlanAction["partners"] }) {
  return partners.map((partner, i) => (
    <span key={partner.id}>
      {i > 0 ? ", " : ""}
      {partner.name}
      {partner.standing ? <> <EnrolmentChip body={partner.standing} /></> : null}
    </span>
  ));
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
