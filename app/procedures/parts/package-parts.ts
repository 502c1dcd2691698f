// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ApplicationPackage } from "../package";

/** The bodies of a frozen package as the page shows them. */
export const partsOfPackage = ({ partners }: ApplicationPackage) =>
  partners.map(({ partnerId, body, confirmedAt, ...rest }) => ({ ...rest, id: partnerId, name: body.name, confirmedAt: confirmedAt ? new Date(confirmedAt) : null }));

/** Names behind the ids that the economic plan of a package uses. */
export const partnerNames = ({ partners }: ApplicationPackage) => partners.map(({ partnerId, body }) => ({ id: partnerId, name: body.name }));
