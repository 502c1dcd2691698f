// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the document worker is asked to do. A document travels as the updates it consists of, the base first. */
import type { Compacted } from "./compaction";
import type { Owner } from "./ports";

export type Jobs = {
  /** One base out of a base and its tail. */
  compact: { asks: { parts: Uint8Array[] }; answers: Compacted };
  /** What a base has beyond a vector. */
  since: { asks: { base: Uint8Array; vector: Uint8Array }; answers: Uint8Array };
  /** Whether an editor can show the document. */
  isReadable: { asks: { parts: Uint8Array[] }; answers: boolean };
  /** Whether somebody who may only suggest did no more than that; false also when the text could not be read. */
  isSuggestion: { asks: { before: Uint8Array[]; update: Uint8Array; who: Owner }; answers: boolean };
};

export type JobName = keyof Jobs;
export type Request = { [K in JobName]: { job: K; asks: Jobs[K]["asks"] } }[JobName];
export type Reply = { ok: true; answer: Jobs[JobName]["answers"] } | { ok: false; message: string };

/** What an application knows of its texts and realtime does not; a module that the document worker loads. */
export type TextRules = {
  /** Whether an editor can show the document: it converts to the editor's schema without throwing. */
  isReadable(state: Uint8Array): boolean;
  /** Whether the change from `before` to `after` leaves the accepted text as it is and suggests in the name of `who` only. */
  isSuggestion(before: Uint8Array, after: Uint8Array, who: Owner): boolean;
};
