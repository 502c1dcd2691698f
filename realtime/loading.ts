// SPDX-License-Identifier: AGPL-3.0-or-later
/** From what is stored of a document to what a room needs in memory. */
import { takeApart } from "./inspect";
import { Known } from "./known";
import { ownerKey, type StoredDocument } from "./ports";
import { writeAnswer } from "./protocol";
import { type Base, mergeInTree, NO_BASE, Tail } from "./state";

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
  const known = (summary && Known.decode(summary)) ?? new Known();
  if (state && known.clocks.size === 0 && !joinsOn(known, state)) throw new Error("A stored base has holes");
  const base = state ? baseOf(state, known) : NO_BASE;
  const damaged = takeRows(known, updates);
  const sound = damaged.length > 0 ? updates.filter(({ seq }) => !damaged.includes(seq)) : updates;
  // equal owners share one text: there are many client numbers and few people
  const texts = new Map<string, string>();
  for (const { client, owner } of bindings) {
    const key = ownerKey(owner);
    const text = texts.get(key) ?? key;
    texts.set(key, text);
    known.owners.set(client, text);
  }
  return { known, base, tail: new Tail(sound.map(({ bytes }) => bytes)), rows: sound.length, damaged };
}

/** A base as it is kept in memory; `known` is what it says and no more. */
export function baseOf(state: Uint8Array, known: Known): Base {
  const frame = writeAnswer(state);
  return {
    frame,
    state: frame.subarray(frame.length - state.length),
    vector: known.vector(),
    deletions: known.deletions(),
  };
}

/** Learns all rows at once, which is quick, unless one is damaged: then one by one, to find it. */
function takeRows(known: Known, updates: StoredDocument["updates"]): number[] {
  if (updates.length > 1 && joinsOn(known, () => mergeInTree(updates.map(({ bytes }) => bytes)))) return [];
  return updates.filter(({ bytes }) => !joinsOn(known, bytes)).map(({ seq }) => seq);
}

function joinsOn(known: Known, update: Uint8Array | (() => Uint8Array)): boolean {
  try {
    return known.learnStored(takeApart(typeof update === "function" ? update() : update));
  } catch {
    return false;
  }
}
