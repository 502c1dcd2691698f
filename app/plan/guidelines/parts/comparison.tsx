// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { ChangedWords } from "~/documents";
import { Section } from "~/ui";
import type { ComparisonView } from "../read-guideline.server";

/** Two versions of an indirizzo as one text: what went struck through, what came underlined. */
export function Comparison({ comparison: { from, to, parts } }: { comparison: ComparisonView }) {
  const { t } = useTranslation();
  return (
    <Section title={t("guidelines.compare.title", { from, to })}>
      {parts.every(({ changed }) => !changed) ? <p className="muted">{t("guidelines.compare.same")}</p> : null}
      <div className="guideline-compared compared-sheet">
        {parts.map(({ field, changed, words }) => (
          <div key={field}>
            <h3>{t(`guidelines.field.${field}`)}</h3>
            {changed || field === "text" ? <p className="pre-line"><ChangedWords parts={words} shown="both" /></p> : <p className="muted">{t("guidelines.compare.unchanged")}</p>}
          </div>
        ))}
      </div>
    </Section>
  );
}
