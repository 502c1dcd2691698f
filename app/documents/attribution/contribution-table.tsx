// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { EnrolmentChip } from "~/registry";
import { DataTable } from "~/ui";
import type { Locale } from "~/web/i18n";
import { formatDateTime } from "~/web/time";
import { useContributionName, usePercent } from "./contribution-list";
import type { ListedContribution } from "./read-contributions.server";

/** The contributions in full: letters, share, parts touched, first and last change, words of others taken away. */
export function ContributionTable({ contributions, letters }: { contributions: ListedContribution[]; letters: number }) {
  const { t, i18n } = useTranslation();
  const nameOf = useContributionName();
  const percent = usePercent();
  const locale = i18n.language as Locale;
  const number = new Intl.NumberFormat(locale);
  const says = (name: string) => t(`documents.attribution.column.${name}`);
  return (
    <>
      <p>{t("documents.attribution.letters", { count: letters })}</p>
      <DataTable caption={t("documents.attribution.shares")} head={["body", "share", "letters", "parts", "first", "last", "removed"].map(says)}>
        {contributions.map((contribution) => {
          const { organisationId, className, share, parts, firstAt, lastAt, removed } = contribution;
          return (
            <tr key={`${organisationId} ${className}`}>
              <th scope="row" data-label={says("body")}><span className={className}>{nameOf(contribution)}</span> <EnrolmentChip body={contribution.standing} /></th>
              <td data-label={says("share")}>{percent(share)}</td>
              <td data-label={says("letters")}>{number.format(contribution.letters)}</td>
              <td data-label={says("parts")}>{parts.map(({ words }) => words ?? t("documents.attribution.beginning")).join("; ") || "–"}</td>
              <td data-label={says("first")}>{formatDateTime(firstAt, locale)}</td>
              <td data-label={says("last")}>{formatDateTime(lastAt, locale)}</td>
              <td data-label={says("removed")}>{number.format(removed)}</td>
            </tr>
          );
        })}
      </DataTable>
    </>
  );
}
