// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Facts } from "~/ui";
import type { Locale } from "~/web/i18n";
import { formatShortDate } from "~/web/time";
import type { Following } from "../action";

/** If and how far a strategy, or an indirizzo (`says`: where its own words are), is followed, for all bodies together. */
export function FollowingFacts({ following, says = "plan.strategy" }: { following: Following; says?: "plan.strategy" | "guidelines.plan" }) {
  const { t, i18n } = useTranslation();
  if (following.actions === 0) return <p className="following-answer">{t(`${says}.no`)}</p>;
  const day = (date: Date) => formatShortDate(date, i18n.language as Locale);
  const { from, to, states, wholeCity, districts } = following;
  const named =
    districts.length > 0 ? t("plan.strategy.districts", { count: districts.length, list: districts.join(", ") }) : "";
  const where = !wholeCity
    ? named
    : named
      ? t("plan.strategy.wholeCityAnd", { districts: named })
      : t("plan.strategy.wholeCity");
  const howMany = states
    .filter((one) => one.count > 0)
    .map((one) => `${t(`plan.action.state.${one.state}`)}: ${one.count}`);
  return (
    <>
      <p className="following-answer">{t(`${says}.yes`, { count: following.actions })}</p>
      <h3>{t("plan.strategy.howFar")}</h3>
      <Facts
        rows={[
          [t("plan.strategy.states"), howMany.join(" · ")],
          [t("plan.strategy.where"), where],
          [
            t("plan.strategy.when"),
            from &&
              (to
                ? t("plan.strategy.between", { from: day(from), to: day(to) })
                : t("plan.strategy.since", { from: day(from) })),
          ],
        ]}
      />
    </>
  );
}
