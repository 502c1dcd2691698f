// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a page in the browser takes from realtime. */
export { DocumentProvider, type ProviderOptions } from "./client/provider";
export { type CopyFacts, type CopyName, openCopies } from "./client/copies";
export type { SaveStatus } from "./client/status";
export { wordsIn } from "./words";
export { Close, OTHER_VOICE, type Control, type Refusal } from "./protocol";
