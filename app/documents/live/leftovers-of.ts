// SPDX-License-Identifier: AGPL-3.0-or-later
import * as Y from "yjs";
import { type CopyFacts, type openCopies, wordsIn } from "~realtime/index";

export type Leftover = { copy: CopyFacts; words: string; why: "refused" | "replaced" | "restored" };

type Now = { personId: string; organisationId: string | null; documentId: string; epoch: number };

/**
 * What of this document lies on the device beside its present copy; what holds nothing of use is cleared away. `present` is
 * the text of now when the house's data came back from an older copy: then a device may have what the house has lost, sent
 * or not. Without it only what was never sent counts.
 */
export async function leftoversOf(copies: Awaited<ReturnType<typeof openCopies>>, now: Now, present: Y.Doc | null): Promise<Leftover[]> {
  const known = present ? Y.decodeStateVector(Y.encodeStateVector(present)) : new Map<number, number>();
  const beside = (copy: CopyFacts) =>
    copy.personId === now.personId && copy.organisationId === now.organisationId && copy.documentId === now.documentId && (copy.epoch !== now.epoch || copy.aside !== undefined);
  const leftovers: Leftover[] = [];
  for (const copy of (await copies.list()).filter(beside)) {
    const lost = present !== null && copy.aside === undefined;
    const rows = (await copies.rows(copy)).filter(({ unsent }) => unsent || lost);
    const words = rows.length > 0 ? (wordsIn(Y.mergeUpdates(rows.map(({ bytes }) => bytes)), lost ? known : new Map()) ?? "") : "";
    if (copy.unsent || words) leftovers.push({ copy, words, why: copy.aside ? "refused" : lost ? "restored" : "replaced" });
    else await copies.remove([copy]);
  }
  return leftovers;
}
