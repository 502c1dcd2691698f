// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a body is (domain: art. 4 and 46 of the Codice del Terzo settore, and the public bodies of the city). */
export const organisationKinds = [
  "ets",
  "directorate",
  "municipal_district",
  "health_agency",
  "region",
  "metropolitan_city",
  "state_office",
  "court",
  "university",
  "school",
  "public_company",
  "guarantor",
  "network",
  "informal_group",
  "company",
  "other_nonprofit",
  "religious_body",
  "trade_union",
  "professional_order",
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** Families of kinds, in the order in which lists show them. */
export const kindGroups = ["comune", "districts", "health", "institutions", "third_sector", "others"] as const;
export type KindGroup = (typeof kindGroups)[number];

const groupOf: Record<OrganisationKind, KindGroup> = {
  ets: "third_sector",
  directorate: "comune",
  municipal_district: "districts",
  health_agency: "health",
  region: "institutions",
  metropolitan_city: "institutions",
  state_office: "institutions",
  court: "institutions",
  university: "institutions",
  school: "institutions",
  public_company: "institutions",
  guarantor: "institutions",
  network: "others",
  informal_group: "others",
  company: "others",
  other_nonprofit: "others",
  religious_body: "others",
  trade_union: "others",
  professional_order: "others",
};

/** The family of a kind; a kind this release does not know is among the others. */
export function kindGroup(kind: string): KindGroup {
  return groupOf[kind as OrganisationKind] ?? "others";
}

/** True for administrations and public bodies: their officers may be named by role in public. */
export function isPublicBody(kind: string): boolean {
  return ["comune", "districts", "health", "institutions"].includes(kindGroup(kind));
}

/** Groups without a legal form and companies: they bring what they know to a table, and do not decide there (CTS art. 4; city's plan, 3.7). */
export function onlyObserves(kind: string): boolean {
  return kind === "informal_group" || kind === "company";
}

/** Offices of the Comune: they have no fiscal code of their own, and may be given the powers of the city's offices. */
export function isCityOffice(kind: string): boolean {
  return kind === "directorate" || kind === "municipal_district";
}
