// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Piece } from "./changes";
import { add, cut, each, join, type Stretches } from "./stretches";

/** Letters under the numbers that Yjs gave them: clock, length and origin in turn, rising. */
export type Triples = number[];

/** The origin of every letter ever written, by Yjs client. */
export class Letters {
  private readonly byClient: Map<number, Triples>;

  constructor(saved: [client: number, triples: Triples][] = []) {
    this.byClient = new Map(saved);
  }

  /** Whose `length` letters of a client are, from a number on. */
  of(client: number, clock: number, length: number): Stretches {
    const triples = this.byClient.get(client) ?? [];
    const found: Stretches = [];
    for (let i = indexOf(triples, clock); i < triples.length && at(triples, i) < clock + length; i += 3) {
      const from = Math.max(at(triples, i), clock);
      add(found, Math.min(at(triples, i) + at(triples, i + 1), clock + length) - from, at(triples, i + 2));
    }
    return found;
  }

  /** Says whose letters are; what was said of them before no longer counts. */
  put(client: number, clock: number, origins: Stretches): void {
    const triples = this.byClient.get(client) ?? [];
    this.byClient.set(client, triples);
    each(origins, (length, origin, from) => this.putOne(triples, clock + from, length, origin));
  }

  save(): [client: number, triples: Triples][] {
    return [...this.byClient].sort(([a], [b]) => a - b);
  }

  private putOne(triples: Triples, clock: number, length: number, origin: number): void {
    const start = indexOf(triples, clock);
    let end = start;
    const rest: Triples = [];
    for (; end < triples.length && at(triples, end) < clock + length; end += 3) {
      const [from, to, old] = [at(triples, end), at(triples, end) + at(triples, end + 1), at(triples, end + 2)];
      if (from < clock) rest.push(from, clock - from, old);
      if (to > clock + length) rest.push(clock + length, to - clock - length, old);
    }
    const [first] = rest;
    const before = first !== undefined && first < clock ? rest.slice(0, 3) : [];
    const placed = [...before, clock, length, origin, ...rest.slice(before.length)];
    // typing goes on where it left off
    const last = start - 3;
    if (end === start && last >= 0 && at(triples, last) + at(triples, last + 1) === clock && at(triples, last + 2) === origin) triples[last + 1] = at(triples, last + 1) + length;
    else triples.splice(start, end - start, ...placed);
  }
}

/** Stretches of letters that stand one after the other under several numbers. */
export function originsOf(letters: Letters, pieces: Piece[]): Stretches {
  return join(...pieces.map(({ client, clock, length }) => letters.of(client, clock, length)));
}

/** The other way round: gives each piece its part of the stretches. */
export function putOrigins(letters: Letters, pieces: Piece[], origins: Stretches): void {
  let from = 0;
  for (const { client, clock, length } of pieces) {
    letters.put(client, clock, cut(origins, from, from + length));
    from += length;
  }
}

const at = (triples: Triples, i: number): number => triples[i] as number;

/** Index of the first triple that ends after a clock. */
function indexOf(triples: Triples, clock: number): number {
  let [low, high] = [0, triples.length / 3];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (at(triples, middle * 3) + at(triples, middle * 3 + 1) > clock) high = middle;
    else low = middle + 1;
  }
  return low * 3;
}
