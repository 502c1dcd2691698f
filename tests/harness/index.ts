// SPDX-License-Identifier: AGPL-3.0-or-later
export { openBrowser, openPage } from "./browser";
export { atTheEnd, forFile } from "./ends";
export { openTestDatabase, temporaryFolder } from "./database";
export { freePort, type RunningServer, startServer } from "./server";
export { signIn, signInPage } from "./sign-in";
export { movingClock, timePasses } from "./moving-clock";
export { waitFor } from "./wait-for";
export { makeWorld, TODAY, type Voice, type World } from "./world";
