// SPDX-License-Identifier: AGPL-3.0-or-later
export { openSessions, sessionHash, type Sessions } from "./sessions.server";
