// SPDX-License-Identifier: AGPL-3.0-or-later
export { answerJoinRequest } from "./answer-join-request.server";
export { askToJoin } from "./ask-to-join.server";
export { createTable } from "./create-table.server";
export { endMandate } from "./end-mandate.server";
export { endSeat } from "./end-seat.server";
export { findTable, type WorkingTable } from "./find-table.server";
export { giveMandate } from "./give-mandate.server";
export { grantSeat } from "./grant-seat.server";
export { bodiesAt, type ListedTable, listTables, type TableOfBody, tablesOf } from "./list-tables.server";
export { type Member, membersOf } from "./members.server";
export { type SeatAt, seatsAt, type SpeakerAt } from "./seats-at.server";
export { maySpeak, type SeatRole, type Standing, standingAt, validAt } from "./standing.server";
export { type TableHeaderData, tableHeaderData } from "./table-header.server";
export { updateTable } from "./update-table.server";
export { waiting } from "./waiting.server";
export { withdrawRequest } from "./withdraw-request.server";
export { remindMandates } from "./remind-mandates.server";
