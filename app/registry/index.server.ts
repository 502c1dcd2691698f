// SPDX-License-Identifier: AGPL-3.0-or-later
export { affiliatePerson } from "./affiliate-person.server";
export { attachDelegation } from "./delegations/attach-delegation.server";
export { listDelegations, openDelegation } from "./delegations/find-delegations.server";
export { endAffiliation } from "./end-affiliation.server";
export { findOrganisation, type Organisation, organisationsByIds } from "./find-organisation.server";
export { countByKind, findOrganisations, listOrganisations, OrganisationFilters, type OrganisationPage } from "./find-organisations.server";
export { checksOf } from "./checks/due-checks.server";
export { type Contact, contactsOf } from "./contacts/contacts.server";
export { interestsInForce, ownInterests } from "./interests/interests.server";
export { isNetwork, membersOfNetwork, networksOf } from "./networks/networks.server";
export { managersOf, REMINDER_DAYS, remindAffiliations, remindOf } from "./remind-expiries.server";
export { waiting } from "./waiting.server";
export { mayBeSent, type PersonOfBody, peopleOf } from "./people.server";
export { registerOrganisation } from "./register-organisation.server";
export { updateOrganisation } from "./update-organisation.server";
export { actorOfSession, type Voice, voicesOf } from "./who-speaks.server";
export { readSheet } from "./import/read-sheet.server";
export { registerLocalBody } from "./register-local-body.server";
