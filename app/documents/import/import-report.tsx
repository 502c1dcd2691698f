// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Callout } from "~/ui";
import type { ImportResult } from "./reading";

const parts = ["headings", "paragraphs", "lists", "tables", "pictures", "notes"] as const;

/** What came in, and what could not be kept. */
export function ImportReport({ report }: { report: ImportResult }) {
  const { t } = useTranslation();
  const kept = parts.filter((part) => report[part] > 0).map((part) => t(`imports.kept.${part}`, { count: report[part] }));
  return (
    <>
      <Callout tone="success" title={t("imports.done", { file: report.fileName })}>
        <p>{t("imports.keptAll", { parts: kept.join(", ") })}</p>
      </Callout>
      <LossList lost={report.lost} />
    </>
  );
}

/** What of a file has no place in our texts. */
export function LossList({ lost }: Pick<ImportResult, "lost">) {
  const { t } = useTranslation();
  if (lost.length === 0) return <p>{t("imports.nothingLost")}</p>;
  return (
    <Callout tone="warning" title={t("imports.lostTitle")}>
      <ul>
        {lost.map(({ what, count }) => (
          <li key={what}>{t(`imports.lost.${what}`, { count })}</li>
        ))}
      </ul>
      <p>{t("imports.looks")}</p>
    </Callout>
  );
}
