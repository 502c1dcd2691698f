// SPDX-License-Identifier: AGPL-3.0-or-later
/** From what is stored of a document to what a room needs in memory. */
import { framedToKeep, messageOf } from "./framing";
import { takeApart } from "./inspect";
import { Known } from "./known";
import { ownerKey, type StoredDocument } from "./ports";
import { headOfAnswer } from "./protocol";
import { type Base, mergeInTree, NO_BASE, partsOf, Tail } from "./state";
import { readSummary, type Summary } from "./summary";

export type Loaded = {
  known: Known;
  base: Base;
  tail: Tail;
  /** Rows of the tail. */
  rows: number;
  /** Numbers of rows that are damaged and were left out. */
  damaged: number[];
};

/** Throws when the base has holes, which no base that was ever stored has. */
export function takeIn({ base: state, summary, updates, bindings }: StoredDocument): Loaded {
  const { known, ...facts } = (summary && readSummary(summary)) ?? takeBaseApart(state);
  const base = state ? baseOf(state, facts) : NO_BASE;
  const { tail, damaged } = takeRows(known, updates);
  // equal owners share one text: there are many client numbers and few people
  const texts = new Map<string, string>();
  for (const { client, owner } of bindings) {
    const key = ownerKey(owner);
    const text = texts.get(key) ?? key;
    texts.set(key, text);
    known.owners.set(client, text);
  }
  return { known, base, tail, rows: updates.length - damaged.length, damaged };
}

/** The sound part of a stored document as updates that together are all of it: damaged rows are left out. */
export const soundParts = (stored: StoredDocument): Uint8Array[] => partsOf(takeIn(stored));

/** A base as it is kept in memory, with what its summary says. */
export function baseOf(state: Uint8Array, { vector, deletions }: Omit<Summary, "known">): Base {
  const wire = framedToKeep(headOfAnswer(state.length), state);
  const message = messageOf(wire);
  return { state: message.subarray(message.length - state.length), wire, vector, deletions };
}

function takeBaseApart(state: Uint8Array | null): Summary {
  const known = new Known();
  if (state && !joinsOn(known, state)) throw new Error("A stored base has holes");
  return { known, vector: known.vector(), deletions: known.deletions() };
}

/** Learns all rows at once, which is quick, unless one is damaged: then one by one, to find it. */
function takeRows(known: Known, updates: StoredDocument["updates"]): Pick<Loaded, "tail" | "damaged"> {
  const merged = merge(updates.map(({ bytes }) => bytes));
  if (merged && joinsOn(known, merged)) return { tail: new Tail(updates.length > 0 ? [merged] : []), damaged: [] };
  const sound = updates.filter(({ bytes }) => joinsOn(known, bytes));
  const damaged = updates.filter((row) => !sound.includes(row)).map(({ seq }) => seq);
  return { tail: new Tail(sound.map(({ bytes }) => bytes)), damaged };
}

function merge(updates: Uint8Array[]): Uint8Array | undefined {
  try {
    return mergeInTree(updates);
  } catch {
    return undefined;
  }
}

function joinsOn(known: Known, update: Uint8Array): boolean {
  try {
    return known.learnStored(takeApart(update));
  } catch {
    return false;
  }
}
