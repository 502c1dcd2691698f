// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import type { Locale } from "~/web/i18n";
import { formatDateTime } from "~/web/time";

type Removal = { at: Date; words: string; by: string | null; from: (string | null)[] };

/** Words that a body took away from another, the latest first. */
export function RemovalList({ removals }: { removals: Removal[] }) {
  const { t, i18n } = useTranslation();
  const called = (body: string | null) => body ?? t("documents.attribution.noBody");
  return (
    <ul className="removal-list">
      {removals.map(({ at, words, by, from }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a list that is only read
        <li key={i}>
          <p className="muted">{t("documents.attribution.removal", { when: formatDateTime(at, i18n.language as Locale), by: called(by), from: from.map(called).join(", ") })}</p>
          <blockquote>
            <del>{words}</del>
          </blockquote>
        </li>
      ))}
    </ul>
  );
}
