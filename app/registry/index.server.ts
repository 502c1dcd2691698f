// SPDX-License-Identifier: AGPL-3.0-or-later
export { actorOfSession, type Voice, voicesOf } from "./who-speaks.server";
