// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a page in the browser takes from realtime. */
export { DocumentProvider, type ProviderOptions } from "./client/provider";
export type { SaveStatus } from "./client/status";
export { Close, type Control, type Refusal } from "./protocol";
