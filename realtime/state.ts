// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The stored bytes of a document in memory, without building the document: a base, and what was added since. What
 * nobody asked for in a while is let go and read again when somebody does. Merging bytes is cheap in memory but slow when
 * done naively, hence the tree.
 */
import * as Y from "yjs";
import { framedToKeep, type Wire } from "./framing";
import { isKeystrokes, joinKeystrokes } from "./keystroke";
import { writeAnswer } from "./protocol";

const MERGE_AT_ONCE = 32;
const EMPTY = new Uint8Array([0, 0]);

/** Merges updates in order. Merging thousands in one call takes minutes; 32 at a time it grows with their size only. */
export function mergeInTree(updates: Uint8Array[]): Uint8Array {
  let level = updates;
  while (level.length > 1) {
    const next: Uint8Array[] = [];
    for (let i = 0; i < level.length; i += MERGE_AT_ONCE) next.push(merge(level.slice(i, i + MERGE_AT_ONCE)));
    level = next;
  }
  return level[0] ?? EMPTY;
}

/** What people type is mostly keystrokes: those that follow each other are joined, which leaves little to be merged. */
function merge(updates: Uint8Array[]): Uint8Array {
  const fewer: Uint8Array[] = [];
  let strokes: Uint8Array[] = [];
  const join = () => {
    if (strokes.length > 0) fewer.push(joinKeystrokes(strokes) ?? Y.mergeUpdates(strokes));
    strokes = [];
  };
  for (const update of updates) {
    if (isKeystrokes(update)) strokes.push(update);
    else {
      join();
      fewer.push(update);
    }
  }
  join();
  return fewer.length === 1 ? (fewer[0] as Uint8Array) : Y.mergeUpdates(fewer);
}

/** A compacted document, with how far it reaches and what it deletes, so that it need not be taken apart to know. */
export type Base = {
  state: Uint8Array;
  /** The state as the answer to somebody who has nothing; shares its memory. */
  wire: Wire;
  vector: Uint8Array;
  deletions: Uint8Array;
};

export const NO_BASE: Base = {
  state: EMPTY,
  wire: framedToKeep(writeAnswer(EMPTY)),
  vector: new Uint8Array([0]),
  deletions: EMPTY,
};

/** A document in memory. */
export type Bytes = { base: Base; tail: Tail };

/** Updates in order, held as a tree: thirty-two small ones become one, thirty-two of those one larger. */
export class Tail {
  private readonly levels: Uint8Array[][] = [[]];
  private merged: Uint8Array | undefined;
  bytes = 0;

  constructor(updates: Uint8Array[] = []) {
    for (const update of updates) this.push(update);
  }

  push(update: Uint8Array): void {
    this.merged = undefined;
    this.bytes += update.length;
    this.put(update, 0);
  }

  /** All of it as one update, or undefined when there is nothing. */
  whole(): Uint8Array | undefined {
    if (this.bytes === 0) return undefined;
    return (this.merged ??= mergeInTree(this.levels.toReversed().flat()));
  }

  private put(update: Uint8Array, level: number): void {
    const siblings = (this.levels[level] ??= []);
    siblings.push(update);
    if (siblings.length === MERGE_AT_ONCE) this.put(merge(siblings.splice(0)), level + 1);
  }
}

export class DocumentState {
  private bytes: Bytes | null;
  /** What was stored while the rest was being read. */
  private since = new Tail();
  private reading: Promise<Bytes> | null = null;
  private whileCompacting: Uint8Array[] | null = null;
  usedAt = performance.now();

  /** `read` reads all that is stored. */
  constructor(
    stored: Bytes,
    private readonly read: () => Promise<Bytes>,
  ) {
    this.bytes = stored;
  }

  /** Bytes in memory. */
  get size(): number {
    return this.bytes ? this.bytes.base.state.length + this.bytes.tail.bytes : this.since.bytes;
  }

  get isResting(): boolean {
    return this.bytes === null;
  }

  append(update: Uint8Array): void {
    if (this.bytes) this.bytes.tail.push(update);
    // what nobody asks for lies on disk already, and will be read with the rest
    else if (this.reading) this.since.push(update);
    this.whileCompacting?.push(update);
  }

  /** What is in memory now; null when it must be read first. */
  now(): Bytes | null {
    this.usedAt = performance.now();
    return this.bytes;
  }

  /** The bytes, read again if need be. */
  async get(): Promise<Bytes> {
    this.usedAt = performance.now();
    if (this.bytes) return this.bytes;
    this.reading ??= this.readAgain().finally(() => {
      this.reading = null;
      this.since = new Tail();
    });
    return this.reading;
  }

  private async readAgain(): Promise<Bytes> {
    const read = await this.read();
    const since = this.since.whole();
    // some of it may have been read too, which does no harm
    if (since) read.tail.push(since);
    return (this.bytes = read);
  }

  /** Lets the bytes go: all of them are on disk. */
  rest(): void {
    if (this.reading) return;
    this.bytes = null;
  }

  /** A base is being made of what is here now: what is added from now on will be its tail. */
  beginCompaction(): void {
    this.whileCompacting = [];
  }

  /** The new base, when it was made and stored. */
  endCompaction(base: Base | null): void {
    if (base && this.bytes) this.bytes = { base, tail: new Tail(this.whileCompacting ?? []) };
    this.whileCompacting = null;
  }
}

/** The parts of a document in the order in which they must be merged: what the base collected as deleted wins. */
export function partsOf({ base, tail }: Bytes): Uint8Array[] {
  return [base.state, tail.whole()].filter((part) => part !== undefined);
}

/** One update that is the whole document. */
export function wholeOf(bytes: Bytes): Uint8Array {
  return mergeInTree(partsOf(bytes));
}
