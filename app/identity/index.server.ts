// SPDX-License-Identifier: AGPL-3.0-or-later
export { asPerson } from "./as-person";
export { forgive, type Limit, limits, spend } from "./limits.server";
export { hashPassword, NewPassword, SHORTEST_PASSWORD, verifyPassword } from "./password.server";
export { beginSession, endSession, openSessions, sessionHash, type Sessions } from "./sessions.server";
export { signIn } from "./sign-in.server";
export { signOut } from "./sign-out.server";
