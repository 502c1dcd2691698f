// SPDX-License-Identifier: AGPL-3.0-or-later
import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { Chip, Facts, Section, Written } from "~/ui";
import type { ConflictView } from "../read-conflict.server";

/** How the policy table resolved it; what a reopening set aside stays readable below. */
export function Resolutions({ resolutions }: Pick<ConflictView, "resolutions">) {
  const { t } = useTranslation();
  if (resolutions.length === 0) return null;
  return (
    <Section title={t("conflicts.resolvedHow")}>
      {resolutions.map(({ id, resolution, reason, referredTo, on, stands, prevailing, decision, guideline, part }) => (
        <div key={id} className="mb-4">
          <p>
            <strong>{t(`conflicts.resolution.${resolution}`)}</strong> <span className="muted">{on}</span> {stands ? null : <Chip>{t("conflicts.setAside")}</Chip>}
          </p>
          <p className="pre-line reading-width"><Written>{reason}</Written></p>
          <Facts
            rows={[
              [t("conflicts.field.prevailingSideId"), prevailing],
              [t("conflicts.field.referredTo"), referredTo],
              [t("conflicts.field.decisionId"), decision],
              [t("conflicts.field.guidelineId"), guideline ? <Link key="guideline" to={guideline.to}>{t("guidelines.numbered", { number: guideline.number, title: guideline.title })}</Link> : null],
              [t("conflicts.field.part"), part ? <Link key="part" to={part.to}>{`${part.code ?? ""} ${part.text}`.trim()}</Link> : null],
            ]}
          />
        </div>
      ))}
    </Section>
  );
}
