// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Section } from "~/ui";
import { GuidelineList } from "../guidelines/parts/guideline-list";
import type { GuidelineLine } from "../guidelines/view-guideline.server";

/** The indirizzi about a part of the plan; nothing where there is none. */
export function GuidelinesHere({ guidelines, title }: { guidelines: GuidelineLine[]; title: string }) {
  const { t } = useTranslation();
  if (guidelines.length === 0) return null;
  return (
    <Section title={t(title)} id="indirizzi">
      <GuidelineList guidelines={guidelines} empty="" named />
    </Section>
  );
}
