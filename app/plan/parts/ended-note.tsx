// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Callout } from "~/ui";
import type { Locale } from "~/web/i18n";
import { formatDate } from "~/web/time";
import type { Ending } from "../plan-tree";

/** Says, of a part that has left the plan, since when and why; nothing of one that is there. */
export function EndedNote({ part }: { part: Ending }) {
  const { t, i18n } = useTranslation();
  if (!part.endedAt) return null;
  return (
    <Callout tone="warning">
      <p>
        {t("plan.objective.ended", {
          date: formatDate(part.endedAt, i18n.language as Locale),
          reason: part.endedReason ?? "",
        })}
      </p>
    </Callout>
  );
}
