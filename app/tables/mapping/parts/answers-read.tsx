// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Chip, Facts } from "~/ui";
import { type MappingAnswers, mappingFields } from "../mapping";

/** What an office said of a table; what it left empty is a gap, and is shown as one. */
export function AnswersRead({ answers }: { answers: MappingAnswers | null }) {
  const { t } = useTranslation();
  const gap = <Chip tone="warning">{t("tables.mappingForm.gap")}</Chip>;
  const yesNo = (value: boolean | undefined) => t(value ? "tables.mappingForm.yes" : "tables.mappingForm.no");
  return (
    <Facts
      rows={[
        ...mappingFields.map((field): [string, React.ReactNode] => [t(`tables.mapping.${field}`), answers?.[field] ?? gap]),
        [t("tables.mappingForm.field.active"), answers ? yesNo(answers.active) : gap],
        [t("tables.mappingForm.field.working"), answers ? yesNo(answers.working) : gap],
        [t("tables.mappingForm.field.lastSession"), answers?.lastSession],
        [t("tables.form.status"), answers?.status && t(`tables.status.${answers.status}`)],
        [t("tables.form.act"), answers?.act],
        [t("tables.mappingForm.field.note"), answers?.note],
      ]}
    />
  );
}
