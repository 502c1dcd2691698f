// SPDX-License-Identifier: AGPL-3.0-or-later
export { maySpeak, type SeatRole, type Standing, standingAt, validAt } from "./standing.server";
