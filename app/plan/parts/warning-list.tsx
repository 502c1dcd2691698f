// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip } from "~/ui";
import { paths } from "~/web/paths";
import type { ShownWarning } from "../preview-import.server";

/** Every doubt with its line and the line itself; those for a person to decide come first. `draftId` null: nothing can be corrected any more. */
export function WarningList({ warnings, draftId }: { warnings: ShownWarning[]; draftId: string | null }) {
  const { t } = useTranslation();
  if (warnings.length === 0) return <p>{t("plan.import.noWarnings")}</p>;
  const ordered = [...warnings.filter((one) => one.check), ...warnings.filter((one) => !one.check)];
  return (
    <ul className="plain-list warning-list">
      {ordered.map((warning, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list never reorders
        <li key={i}>
          <Chip>{t("plan.import.line", { line: warning.line })}</Chip>{" "}
          {warning.check ? <Chip tone="warning">{t("plan.import.toReview")}</Chip> : null} {warning.says}
          <span className="warning-tools">
            {warning.source.trim() ? (
              <details>
                <summary>{t("plan.import.showLine")}</summary>
                <p className="source-line">{warning.source}</p>
              </details>
            ) : null}
            {draftId && warning.place ? (
              <Link to={correctionOf(draftId, warning.place)}>{t("plan.import.correct")}</Link>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

function correctionOf(draftId: string, { area, objective }: NonNullable<ShownWarning["place"]>): string {
  return objective === null ? paths.planDraftArea(draftId, area) : paths.planDraftObjective(draftId, area, objective);
}
