// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Section } from "~/ui";
import { paths } from "~/web/paths";

/** Where the plan and the declared actions are found as open data. */
export function DataLinks() {
  const { t } = useTranslation();
  const files = [
    ["piano.json", t("plan.data.json")],
    ["piano.csv", t("plan.data.csv")],
    ["azioni.csv", t("plan.data.actions")],
  ] as const;
  return (
    <Section title={t("plan.data.title")}>
      <ul className="inline-links">
        {files.map(([file, label]) => (
          <li key={file}>
            <a href={paths.planData(file)} download>
              {label}
            </a>
          </li>
        ))}
      </ul>
      <p className="muted">{t("plan.data.note")}</p>
    </Section>
  );
}
