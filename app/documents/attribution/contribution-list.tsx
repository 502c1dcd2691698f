// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { EnrolmentChip } from "~/registry";
import type { Locale } from "~/web/i18n";
import { formatDateTime } from "~/web/time";
import type { ListedContribution } from "./read-contributions.server";

/** What a contribution is called: its body, or what is particular about it. */
export function useContributionName(): (contribution: Pick<ListedContribution, "body" | "initial" | "uncertain">) => string {
  const { t } = useTranslation();
  return ({ body, initial, uncertain }) => {
    const called = body ?? t("documents.attribution.noBody");
    return uncertain ? t("documents.attribution.uncertain", { body: called }) : initial ? t("documents.attribution.initial", { body: called }) : called;
  };
}

/** A share as people read it: whole percents, and never nothing for something. */
export function usePercent(): (share: number) => string {
  const { i18n } = useTranslation();
  const format = new Intl.NumberFormat(i18n.language, { style: "percent", maximumFractionDigits: 0 });
  return (share) => (share > 0 && share < 0.005 ? `< ${format.format(0.01)}` : format.format(share));
}

/** The bodies that have words in the text, each with its tint, share, parts touched, first and last change. */
export function ContributionList({ contributions }: { contributions: ListedContribution[] }) {
  const { t, i18n } = useTranslation();
  const nameOf = useContributionName();
  const percent = usePercent();
  const locale = i18n.language as Locale;
  return (
    <ul className="contribution-list">
      {contributions.map((contribution) => {
        const { share, parts, firstAt, lastAt, removed, className, organisationId } = contribution;
        const named = parts.flatMap(({ words }) => words ?? []);
        return (
          <li key={`${organisationId} ${className}`}>
            <p className="contribution-head">
              <span className={className}>{nameOf(contribution)}</span> <EnrolmentChip body={contribution.standing} /> <strong>{percent(share)}</strong>
            </p>
            <meter className="contribution-share" min={0} max={1} value={share} aria-label={t("documents.attribution.shareOf", { name: nameOf(contribution) })}>
              {percent(share)}
            </meter>
            <p className="muted">{parts.length > 0 ? t("documents.attribution.parts", { count: parts.length }) : t("documents.attribution.nothingLeft")}{named.length > 0 ? `: ${named.slice(0, 4).join(", ")}${named.length > 4 ? "…" : ""}` : ""}</p>
            <p className="muted">{t("documents.attribution.edits", { first: formatDateTime(firstAt, locale), last: formatDateTime(lastAt, locale) })}</p>
            {removed > 0 ? <p className="muted">{t("documents.attribution.tookAway", { count: removed })}</p> : null}
          </li>
        );
      })}
    </ul>
  );
}
