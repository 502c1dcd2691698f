// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import type { PlanChanges } from "../compare-plan.server";

/** What an import would do to the plan as it stands, kind by kind, with the texts to look at. */
export function DraftChanges({ changes, edition }: { changes: PlanChanges; edition: string | null }) {
  const { t } = useTranslation();
  if (changes.isNew) return <p>{edition ? t("plan.import.isNew", { edition }) : t("plan.import.noEdition")}</p>;
  const groups = (["added", "changed", "ended"] as const).filter((how) => changes[how].length > 0);
  if (groups.length === 0) return <p>{t("plan.import.noChanges")}</p>;
  return (
    <>
      {groups.map((how) => (
        <details key={how} className="draft-changes" open={how === "ended"}>
          <summary>{t(`plan.import.${how}`, { count: changes[how].length })}</summary>
          <ul>
            {changes[how].map(({ part, label }, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never reorders
              <li key={i}>
                <span className="muted">{t(`plan.import.part.${part}`)}:</span> {label}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </>
  );
}
