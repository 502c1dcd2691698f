// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { DocumentText } from "~/documents";
import { DataTable, Section } from "~/ui";
import type { Locale } from "~/web/i18n";
import { formatInstant } from "~/web/time";
import type { Budget, BudgetTerms } from "../budget";
import { writePercent } from "../shares";
import { BudgetLines, BudgetState } from "./budget-state";

type Part = { id: string; name: string; role: "lead" | "partner"; share: number | null; declaration: string; confirmedAt: Date | null; confirmedBy: string | null };
type Props = { parts: Part[]; budget: Budget | null; terms: BudgetTerms | null; project: unknown; partnerIds: { id: string; name: string }[] };

/** Exactly what an application is made of: bodies with their declarations, economic plan, project form. */
export function PackageText({ parts, budget, terms, project, partnerIds }: Props) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  const shares = parts.some(({ share }) => share !== null);
  return (
    <>
      <Section title={t("procedures.section.partners")}>
        <DataTable caption={t("procedures.section.partners")} head={[t("procedures.partners.body"), t("procedures.partners.role"), ...(shares ? [t("procedures.partners.share")] : []), t("procedures.partners.confirmed")]}>
          {parts.map((part) => (
            <tr key={part.id}>
              <th scope="row">{part.name}</th>
              <td data-label={t("procedures.partners.role")}>{t(part.role === "lead" ? "procedures.partners.isLead" : "procedures.partners.isPartner")}</td>
              {shares ? <td data-label={t("procedures.partners.share")}>{part.share === null ? "—" : `${writePercent(part.share)} %`}</td> : null}
              <td data-label={t("procedures.partners.confirmed")}>
                {part.confirmedAt ? formatInstant(part.confirmedAt, locale) : "—"}
                {part.confirmedBy ? <span className="muted d-block">{part.confirmedBy}</span> : null}
              </td>
            </tr>
          ))}
        </DataTable>
      </Section>
      {budget ? (
        <Section title={t("procedures.section.budget")}>
          <BudgetLines budget={budget} partners={partnerIds} caption={t("procedures.section.budget")} />
          {terms ? <BudgetState budget={budget} terms={terms} partners={partnerIds} unsaved={false} /> : null}
        </Section>
      ) : null}
      <Section title={t("procedures.section.project")}>
        <div className="project-text">
          <DocumentText content={project as never} />
        </div>
      </Section>
      <Section title={t("procedures.section.declarations")}>
        {parts.map((part) => (
          <details key={part.id} open>
            <summary>{part.name}</summary>
            <blockquote className="declaration prose">{part.declaration || t("procedures.partners.notYet")}</blockquote>
          </details>
        ))}
      </Section>
    </>
  );
}
