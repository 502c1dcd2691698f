// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { DataTable } from "~/ui";
import type { Locale } from "~/web/i18n";
import { formatDateTime, formatTime } from "~/web/time";
import type { contributionsPage } from "./read-contributions.server";

type Props = { sittings: Awaited<ReturnType<typeof contributionsPage>>["sittings"] };

/** Who was at work when, as the log has it. */
export function SittingTable({ sittings }: Props) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  const says = (name: string) => t(`documents.attribution.sitting.${name}`);
  return (
    <DataTable caption={t("documents.attribution.sittings")} head={["when", "who", "body", "rows", "added", "removed"].map(says)}>
      {sittings.map(({ person, body, initial, from, to, firstSeq, lastSeq, updates, added, removed }) => (
        <tr key={`${firstSeq} ${lastSeq}`}>
          <td data-label={says("when")}>{updates > 1 ? `${formatDateTime(from, locale)} – ${formatTime(to, locale)}` : formatDateTime(from, locale)}</td>
          <td data-label={says("who")}>{person ?? "–"}</td>
          <td data-label={says("body")}>{initial ? t("documents.attribution.initial", { body: body ?? t("documents.attribution.noBody") }) : (body ?? t("documents.attribution.noBody"))}</td>
          <td data-label={says("rows")}>{firstSeq === lastSeq ? firstSeq : t("documents.attribution.sitting.span", { updates, from: firstSeq, to: lastSeq })}</td>
          <td data-label={says("added")}>{added}</td>
          <td data-label={says("removed")}>{removed}</td>
        </tr>
      ))}
    </DataTable>
  );
}
