// SPDX-License-Identifier: AGPL-3.0-or-later
export { art5Letters, sortedLetters } from "./art5";
export { isCityOffice, isPublicBody, type KindGroup, kindGroup, kindGroups, onlyObserves, type OrganisationKind, organisationKinds } from "./categories";
export { normaliseCode, whyNotBodyFiscalCode, whyNotPersonFiscalCode } from "./fiscal-code";
export { districtNumbers, missingFacts, type OrganisationFields, sizes, slugOf, voicesRepresented } from "./organisation";
export { normalisePec, whyNotPec } from "./pec";
export { type EtsCategory, etsCategories, mayEnterArt56, type RuntsSection, runtsSections, sectionOfCategory } from "./runts";
export { whyNotVatNumber } from "./vat-number";
export { type BodyStanding, checkDue, type Enrolment, enrolmentWarning, wasEnrolled } from "./checks/enrolment";
export { asDescription, chosenFile, DelegationInput, MOST_ACTS } from "./delegations/delegation";
export { ActField } from "./delegations/parts/act-field";
export { ActList } from "./delegations/parts/act-list";
export { AddAct } from "./delegations/parts/add-act";
export { InterestList } from "./parts/interest-list";
export { EnrolmentChip } from "./parts/enrolment-chip";
export { OrganisationChips, OrganisationFacts, type OrganisationView } from "./organisation-facts";
export * as registryPolicy from "./policy";
