// SPDX-License-Identifier: AGPL-3.0-or-later
export { asPerson } from "./as-person";
export { createAdministrator } from "./create-administrator.server";
export { EmailAddress, normalEmail } from "./email";
export { type EmailToken, findToken, issueToken, useToken } from "./email-token.server";
export { forgive, type Limit, limits, spend } from "./limits.server";
export { hashPassword, NewPassword, SHORTEST_PASSWORD, verifyPassword } from "./password.server";
export { countSessions, emailOf } from "./person.server";
export { beginSession, endSession, openSessions, sessionHash, sessionIn, type Sessions } from "./sessions.server";
export { signIn } from "./sign-in.server";
export { signOut } from "./sign-out.server";
