// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The update that comes a thousand times as often as any other: somebody types a few plain characters beside a piece that is
 * there. It is read here without the machinery that reads every other; what is not exactly of this form is left to that.
 *
 * In Yjs encoding: one client, one piece, the client, its clock; a byte that says "text" and which neighbours follow; the
 * neighbours, each as client and clock; the text; no deletions.
 */
import * as Y from "yjs";

const TEXT = 4;
const HAS_LEFT = 128;
const HAS_RIGHT = 64;
const FORM_WITHOUT_NEIGHBOURS = 63;
/** Longer text is worth the machinery. */
const MOST_CHARACTERS = 32;
/** A number of more bytes than these is none that an editor sends. */
const MOST_BYTES = 5;

/** The piece that a plain keystroke adds, or null when the update is anything else. */
export function readKeystroke(update: Uint8Array): Y.Item | null {
  if (update[0] !== 1 || update[1] !== 1) return null;
  const from = new Reader(update, 2);
  const id = from.id();
  const form = from.byte();
  if (!isTextBesideSomething(form)) return null;
  const left = form & HAS_LEFT ? from.id() : null;
  const right = form & HAS_RIGHT ? from.id() : null;
  const text = from.plainText();
  const endsHere = from.byte() === 0 && from.at === update.length;
  if (!endsHere || text === "" || from.isOdd) return null;
  return new Y.Item(id, null, left, null, right, null, null, new Y.ContentString(text));
}

const isTextBesideSomething = (form: number) => (form & FORM_WITHOUT_NEIGHBOURS) === TEXT && form !== TEXT;

class Reader {
  /** Something is not as a plain keystroke has it: what was read means nothing. */
  isOdd = false;

  constructor(
    private readonly bytes: Uint8Array,
    public at: number,
  ) {}

  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) this.isOdd = true;
    return byte ?? 0;
  }

  id(): Y.ID {
    return Y.createID(this.number(), this.number());
  }

  plainText(): string {
    const length = this.number();
    if (length > MOST_CHARACTERS) this.isOdd = true;
    let text = "";
    for (let i = 0; i < length && !this.isOdd; i++) {
      const character = this.byte();
      if (character > 127) this.isOdd = true;
      text += String.fromCharCode(character);
    }
    return text;
  }

  /** Passes over one piece of plain text; answers how many characters it is. */
  skipPiece(): number {
    const form = this.byte();
    if (!isTextBesideSomething(form)) this.isOdd = true;
    for (const neighbour of [HAS_LEFT, HAS_RIGHT]) {
      if ((form & neighbour) === 0) continue;
      this.number();
      this.number();
    }
    const length = this.number();
    for (const end = this.at + length; this.at < end && !this.isOdd; ) if (this.byte() > 127) this.isOdd = true;
    if (length === 0) this.isOdd = true;
    return length;
  }

  number(): number {
    let value = 0;
    for (let i = 0, scale = 1; i < MOST_BYTES; i++, scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      // written with more bytes than it needs, it would be another length than we think
      if (byte === 0 && i > 0) this.isOdd = true;
      if (byte < 128) return value;
    }
    this.isOdd = true;
    return 0;
  }
}

/** What one client adds: `count` pieces from `clock` to `end`, as they are written. */
type Stretch = { client: number; clock: number; end: number; count: number; pieces: Uint8Array[] };

/**
 * Updates of nothing but keystrokes as one, or null when some hold anything else or a stretch of somebody's is missing between
 * them. Pieces of one client that follow each other are written one after the other as they are: only the first tells its
 * clock. What was joined can be joined again.
 */
export function joinKeystrokes(updates: Uint8Array[]): Uint8Array | null {
  const all = new Map<number, Stretch>();
  for (const update of updates) {
    const stretches = stretchesIn(update);
    if (!stretches) return null;
    for (const next of stretches) {
      const before = all.get(next.client);
      if (!before) all.set(next.client, next);
      else if (before.end !== next.clock) return null;
      else {
        before.end = next.end;
        before.count += next.count;
        before.pieces.push(...next.pieces);
      }
    }
  }
  return write([...all.values()].sort((one, other) => other.client - one.client));
}

/** Whether an update is nothing but keystrokes, one or many. */
export const isKeystrokes = (update: Uint8Array): boolean => stretchesIn(update) !== null;

function stretchesIn(update: Uint8Array): Stretch[] | null {
  const from = new Reader(update, 0);
  const stretches: Stretch[] = [];
  for (let clients = from.number(); clients > 0 && !from.isOdd; clients--) {
    const count = from.number();
    const client = from.number();
    const clock = from.number();
    const start = from.at;
    let end = clock;
    for (let i = 0; i < count && !from.isOdd; i++) end += from.skipPiece();
    stretches.push({ client, clock, end, count, pieces: [update.subarray(start, from.at)] });
  }
  const endsHere = from.byte() === 0 && from.at === update.length;
  return endsHere && !from.isOdd ? stretches : null;
}

function write(stretches: Stretch[]): Uint8Array {
  const heads = stretches.map(({ client, clock, count }) => [count, client, clock]);
  const size = [stretches.length, ...heads.flat()].reduce((sum, number) => sum + sizeOf(number), 1);
  const joined = new Uint8Array(stretches.reduce((sum, { pieces }) => pieces.reduce((sum, { length }) => sum + length, sum), size));
  let at = put(joined, 0, stretches.length);
  for (const [i, { pieces }] of stretches.entries()) {
    for (const number of heads[i] as number[]) at = put(joined, at, number);
    for (const piece of pieces) {
      joined.set(piece, at);
      at += piece.length;
    }
  }
  // no deletions: the zero that is there
  return joined;
}

/** Bytes of a number, seven bits in each. */
function sizeOf(number: number): number {
  let size = 1;
  for (let rest = number; rest >= 128; rest = Math.floor(rest / 128)) size++;
  return size;
}

function put(into: Uint8Array, at: number, number: number): number {
  let rest = number;
  for (; rest >= 128; rest = Math.floor(rest / 128)) into[at++] = 128 + (rest % 128);
  into[at++] = rest;
  return at;
}
