// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Section } from "~/ui";
import { paths } from "~/web/paths";
import type { GuidelineView } from "../read-guideline.server";
import { StateChip } from "./guideline-list";

/** Every version, newest first, each with what changed since the one before. */
export function Versions({ table, number, lines, shown }: Pick<GuidelineView, "table" | "number" | "lines"> & { shown: number }) {
  const { t } = useTranslation();
  if (lines.length < 2) return null;
  return (
    <Section title={t("guidelines.versions")} id="versioni">
      <ul className="plain-list">
        {lines.map(({ version, state, title, on, effectiveOn }, i) => (
          <li key={version}>
            <Link to={paths.guideline(table.slug, number, version)} aria-current={version === shown ? "page" : undefined}>
              {t("guidelines.version", { version })}
            </Link>{" "}
            <StateChip state={state} /> {title}
            <div className="muted">
              {on ? t("guidelines.issuedFrom", { date: on, from: effectiveOn }) : null}{" "}
              {lines[i + 1] ? (
                <Link className="no-print" to={paths.guidelineComparison(table.slug, number, lines[i + 1]?.version ?? version, version)}>
                  {t("guidelines.compare.since", { version: lines[i + 1]?.version })}
                </Link>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
