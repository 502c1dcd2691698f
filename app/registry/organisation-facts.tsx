// SPDX-License-Identifier: AGPL-3.0-or-later
import { useTranslation } from "react-i18next";
import { Callout, Chip, Facts } from "~/ui";
import type { Enrolment } from "./checks/enrolment";
import { EnrolmentChip } from "./parts/enrolment-chip";

/** What the page of a body says of it; dates are already written in the reader's language. */
export type OrganisationView = {
  kind: string;
  etsCategory: string | null;
  runtsSection: string | null;
  runtsNumber: string | null;
  fiscalCode: string | null;
  vatNumber: string | null;
  ipaCode: string | null;
  pec: string | null;
  legalRepresentative: string | null;
  art5Letters: string[];
  represents: string[];
  size: string | null;
  territory: { scale: string; districts: number[] };
  source: string;
  checkedOn: string | null;
  missing: string[];
  enrolment: Enrolment | null;
  enrolmentFrom: Date | null;
  /** The day of the list from which the data come. */
  sourceOn: string | null;
};

/** Kind, category and scale of a body. */
export function OrganisationChips({ body }: { body: Pick<OrganisationView, "kind" | "etsCategory" | "territory" | "enrolment" | "enrolmentFrom"> }) {
  const { t } = useTranslation();
  return (
    <>
      <Chip tone="primary">{t(`registry.kind.${body.kind}`)}</Chip>
      {body.etsCategory ? <Chip>{t(`registry.category.${body.etsCategory}`)}</Chip> : null}
      <Chip>{placeOf(body.territory, t)}</Chip>
      <EnrolmentChip body={body} />
    </>
  );
}

type T = (key: string, values?: Record<string, unknown>) => string;

/** Where the data come from, of what day, and when somebody last checked them. */
function sourceOf({ source, sourceOn, checkedOn }: OrganisationView, t: T): string {
  const from = sourceOn ? t("registry.facts.ofList", { source: t(`registry.source.${source}`), date: sourceOn }) : t(`registry.source.${source}`);
  return checkedOn ? t("registry.facts.checkedOn", { source: from, date: checkedOn }) : t("registry.facts.neverChecked", { source: from });
}

/** Where a body works, in words. */
function placeOf(territory: OrganisationView["territory"], t: T): string {
  if (territory.districts.length === 0) return t(`registry.scale.${territory.scale}`);
  return t("registry.districts", { count: territory.districts.length, numbers: territory.districts.join(", ") });
}

/** The data of a body: who it is, where it is enrolled, what it does by law, where the data come from. */
export function OrganisationFacts({ body }: { body: OrganisationView }) {
  const { t } = useTranslation();
  const runts = [
    body.runtsSection && t(`registry.section.${body.runtsSection}`),
    body.runtsNumber && t("registry.facts.repertory", { number: body.runtsNumber }),
  ].filter(Boolean);
  return (
    <>
      <Facts
        rows={[
          [t("registry.facts.kind"), t(`registry.kind.${body.kind}`)],
          [t("registry.facts.category"), body.etsCategory && t(`registry.category.${body.etsCategory}`)],
          [t("registry.facts.runts"), runts.join(" · ")],
          [t("registry.enrolment.title"), body.enrolment && t(`registry.enrolment.${body.enrolment}`)],
          [t("registry.facts.fiscalCode"), body.fiscalCode],
          [t("registry.facts.vatNumber"), body.vatNumber],
          [t("registry.facts.ipaCode"), body.ipaCode],
          [t("registry.facts.pec"), body.pec],
          [t("registry.facts.legalRepresentative"), body.legalRepresentative],
          [t("registry.facts.territory"), placeOf(body.territory, t)],
          [t("registry.field.represents"), body.represents.map((voice) => t(`registry.represents.${voice}`)).join(", ")],
          [t("registry.field.size"), body.size && t(`registry.size.${body.size}`)],
          [t("registry.facts.art5"), body.art5Letters.length > 0 ? <LetterList letters={body.art5Letters} /> : null],
          [t("registry.facts.source"), sourceOf(body, t)],
        ]}
      />
      {body.missing.length > 0 ? (
        <Callout tone="warning" title={t("registry.facts.missing")}>
          <p>{body.missing.map((key) => t(key)).join(", ")}.</p>
        </Callout>
      ) : null}
    </>
  );
}

function LetterList({ letters }: { letters: string[] }) {
  const { t } = useTranslation();
  return (
    <ul className="letter-list">
      {letters.map((letter) => (
        <li key={letter}>
          <strong>{letter})</strong> {t(`registry.art5.${letter}`)}
        </li>
      ))}
    </ul>
  );
}
