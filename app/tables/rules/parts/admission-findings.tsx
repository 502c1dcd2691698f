// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Callout, Chip } from "~/ui";
import { falls, type Finding } from "../admission";

/** The criteria of admission held against a body, one by one. */
export function AdmissionFindings({ findings, article }: { findings: Finding[]; article: string | null }) {
  const { t } = useTranslation();
  if (findings.length === 0) return null;
  const heading = article ? t("tables.rules.findings.titleArticle", { article }) : t("tables.rules.findings.title");
  return (
    <Callout tone={falls(findings) ? "warning" : "neutral"} title={heading}>
      <ul className="plain-list">
        {findings.map(({ criterion, met, text }) => (
          <li key={criterion}>
            <Chip tone={met === null ? "neutral" : met ? "success" : "danger"}>{t(`tables.rules.findings.${met === null ? "judge" : met ? "met" : "unmet"}`)}</Chip> {text ?? t(`tables.rules.findings.${criterion}`)}
          </li>
        ))}
      </ul>
      {falls(findings) ? <p>{t("tables.rules.findings.reasonNeeded")}</p> : null}
    </Callout>
  );
}
