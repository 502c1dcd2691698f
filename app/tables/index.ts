// SPDX-License-Identifier: AGPL-3.0-or-later
export { formalStatuses, seatRoles, sourcesDisagree, type StatusSource, type TableLevel, tableLevels } from "./levels";
export { TableChips, TableHeader, type TableTab } from "./table-header";
export type { TableHeaderData } from "./table-header.server";
