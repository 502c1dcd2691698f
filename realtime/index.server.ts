// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the composition and the use-cases take from the realtime server. */
export { sameOrigin } from "./access";
export { createDocument, type FirstContent } from "./create-document.server";
export { leaveOut } from "./leave-out";
export { soundParts } from "./loading";
export { attachRealtime, type Hub } from "./hub.server";
export type { HubOptions } from "./options.server";
export { NotTaken } from "./ports";
export type { Access, Admission, Admit, Log, Owner, Store, Who } from "./ports";
export type { TextRules } from "./document-jobs";
export type { Scope } from "./reviews";
export type { Still } from "./still";
export { logStore, type LogWorkerOptions, type OpenStore } from "./log-worker.server";
export { databaseStore } from "./store.server";
export { wordsIn } from "./words";
export { startThread } from "./threads.server";
