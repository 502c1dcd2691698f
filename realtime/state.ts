// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The stored bytes of a document in memory, without building the document: a base, and the updates since. Merging
 * bytes is cheap in memory but slow when done naively, hence the tree.
 */
import * as Y from "yjs";
import { encodeVector } from "./known";

const MERGE_AT_ONCE = 32;
const CACHED_ANSWERS = 32;
const EMPTY = new Uint8Array([0, 0]);

/** Merges updates in order. Merging thousands in one call takes minutes; 32 at a time it grows with their size only. */
export function mergeInTree(updates: Uint8Array[]): Uint8Array {
  let level = updates;
  while (level.length > 1) {
    const next: Uint8Array[] = [];
    for (let i = 0; i < level.length; i += MERGE_AT_ONCE) next.push(Y.mergeUpdates(level.slice(i, i + MERGE_AT_ONCE)));
    level = next;
  }
  return level[0] ?? EMPTY;
}

export class DocumentState {
  private base: Uint8Array;
  private tail: Uint8Array[];
  private answers = new Map<string, Uint8Array>();

  constructor(base: Uint8Array | null, updates: Uint8Array[]) {
    this.base = base ?? EMPTY;
    this.tail = updates;
  }

  append(update: Uint8Array): void {
    this.tail.push(update);
    this.answers.clear();
  }

  /** The whole document as one update. */
  whole(): Uint8Array {
    // the base comes first: what it has collected as deleted must win over the raw text in later updates
    if (this.tail.length > 0) this.base = mergeInTree([this.base, mergeInTree(this.tail)]);
    this.tail = [];
    return this.base;
  }

  /** What somebody with `vector` lacks. After a restart hundreds ask the same question: equal ones share the answer. */
  since(vector: Map<number, number>, known: Map<number, number>): Uint8Array {
    const relevant = new Map<number, number>();
    for (const [client, clock] of known) {
      const theirs = Math.min(vector.get(client) ?? 0, clock);
      if (theirs > 0) relevant.set(client, theirs);
    }
    if (relevant.size === 0) return this.whole();
    const encoded = encodeVector(relevant);
    const key = Buffer.from(encoded).toString("base64");
    const cached = this.answers.get(key);
    if (cached) return cached;
    const answer = Y.diffUpdate(this.whole(), encoded);
    if (this.answers.size >= CACHED_ANSWERS) this.answers.clear();
    this.answers.set(key, answer);
    return answer;
  }

  /** Puts a compacted base in place of the whole it was made from; ignored when that is no longer the base. */
  replace(whole: Uint8Array, compacted: Uint8Array): void {
    if (this.base !== whole) return;
    this.base = compacted;
    this.answers.clear();
  }
}

/**
 * The same document with deleted text really gone. Throws when the result would not say exactly the same, in which
 * case the caller keeps what it has.
 */
export function collectGarbage(whole: Uint8Array): Uint8Array {
  const document = new Y.Doc({ gc: true });
  try {
    Y.applyUpdate(document, whole);
    const { pendingStructs, pendingDs } = document.store;
    if (pendingStructs || pendingDs) throw new Error("The document has holes");
    const compacted = Y.encodeStateAsUpdate(document);
    const before = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(whole));
    const after = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(compacted));
    if (before.size !== after.size || [...before].some(([client, clock]) => after.get(client) !== clock)) {
      throw new Error("The compacted document differs");
    }
    return compacted;
  } finally {
    document.destroy();
  }
}
