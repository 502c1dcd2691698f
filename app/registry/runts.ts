// SPDX-License-Identifier: AGPL-3.0-or-later
/** The Registro unico nazionale del Terzo settore: categories (art. 4) and sections (art. 46 c. 1). */
export const etsCategories = [
  "odv",
  "aps",
  "philanthropic_body",
  "social_enterprise",
  "associative_network",
  "mutual_aid_society",
  "other_ets",
] as const;
export type EtsCategory = (typeof etsCategories)[number];

export const runtsSections = ["a", "b", "c", "d", "e", "f", "g"] as const;
export type RuntsSection = (typeof runtsSections)[number];

const sectionOf: Record<EtsCategory, RuntsSection> = {
  odv: "a",
  aps: "b",
  philanthropic_body: "c",
  social_enterprise: "d",
  associative_network: "e",
  mutual_aid_society: "f",
  other_ets: "g",
};

/** The section in which bodies of this category are enrolled. */
export function sectionOfCategory(category: EtsCategory): RuntsSection {
  return sectionOf[category];
}

/** The category of the bodies enrolled in this section. */
export function categoryOfSection(section: RuntsSection): EtsCategory {
  return etsCategories.find((category) => sectionOf[category] === section) as EtsCategory;
}

/** One section at a time, that of the category; only associative networks may also be in another (art. 46 c. 2). */
export function sectionSuits(category: EtsCategory, section: RuntsSection): boolean {
  return category === "associative_network" || sectionOf[category] === section;
}

/** Art. 56 is open to organisations of volunteers and associations of social promotion only. */
export function mayEnterArt56(category: EtsCategory): boolean {
  return category === "odv" || category === "aps";
}

/** Message key of what is wrong with a repertory number, or null: digits only, not all zeros. */
export function whyNotRuntsNumber(number: string): string | null {
  return /^\d{1,10}$/.test(number) && !/^0+$/.test(number) ? null : "registry.runts.number";
}
