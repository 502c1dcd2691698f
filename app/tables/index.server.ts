// SPDX-License-Identifier: AGPL-3.0-or-later
export { findTable, type WorkingTable } from "./find-table.server";
export { maySpeak, type SeatRole, type Standing, standingAt, validAt } from "./standing.server";
export { type TableHeaderData, tableHeaderData } from "./table-header.server";
