// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Callout } from "~/ui";
import type { Warning } from "../notice-lint";

export type Shown = Warning;

/** Words that make a notice look like a tender, explained under the field where they stand. */
export function LintNote({ warnings }: { warnings: Shown[] }) {
  const { t } = useTranslation();
  if (warnings.length === 0) return null;
  return (
    <Callout tone="warning">
      <ul className="mb-0">
        {warnings.map(({ rule, word }) => (
          <li key={`${rule}${word}`}>{t(`procedures.lint.${rule}`, { word })}</li>
        ))}
      </ul>
    </Callout>
  );
}
