// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Answers to "this is what I know, send me the rest". Most people ask one of two questions: everything, or next to nothing.
 * Neither needs the base taken apart: the first is answered with the stored bytes as they are, the second from what was
 * added since the base was made. In between, the base is searched once for all who know the same; a large one by the
 * document worker.
 *
 * An answer may be two frames: what was added since, as an ordinary update, and then the base as the answer proper, so
 * that a client considers itself up to date only when it has both.
 */
import * as Y from "yjs";
import { framedToKeep as framed, type Wire } from "./framing";
import { encodeVector } from "./known";
import { writeAnswer, writeUpdate } from "./protocol";
import type { Base, Bytes } from "./state";

/** Answers kept for the next who asks the same. */
const KEPT = 32;
/** Searching more than this takes so long that typing would stutter. */
const LARGE = 256 * 1024;

/** Finds in a base what is beyond a vector, elsewhere than in this thread. */
export type Search = (base: Uint8Array, vector: Uint8Array) => Promise<Uint8Array>;

export class Answers {
  private readonly fromBase = new WeakMap<Base, Map<string, Uint8Array | Promise<Uint8Array>>>();
  /** What was added since the base was made. */
  private tail: Wire | undefined;
  private kept = new Map<string, Wire[]>();

  constructor(private readonly searchElsewhere: Search) {}

  /** Something was added: answers kept so far lack it. */
  forget(): void {
    this.tail = undefined;
    if (this.kept.size > 0) this.kept = new Map();
  }

  /** The messages for somebody who knows `vector`; `known` counts what the document has. At once when it can be. */
  to(vector: Map<number, number>, known: Map<number, number>, bytes: Bytes): Wire[] | Promise<Wire[]> {
    const relevant = clamp(vector, known);
    if (relevant.size === 0) return this.everything(bytes);
    const encoded = encodeVector(relevant);
    const key = keyOf(encoded);
    const kept = this.kept.get(key);
    if (kept) return kept;
    const frames = this.rest(relevant, encoded, bytes);
    const { kept: current } = this;
    const keep = (made: Wire[]) => {
      if (current.size >= KEPT) current.clear();
      current.set(key, made);
      return made;
    };
    return frames instanceof Promise ? frames.then(keep) : keep(frames);
  }

  private everything({ base, tail }: Bytes): Wire[] {
    const added = tail.whole();
    if (!added) return [base.wire];
    this.tail ??= framed(writeUpdate(added));
    return [this.tail, base.wire];
  }

  private rest(
    relevant: Map<number, number>,
    encoded: Uint8Array,
    { base, tail }: Bytes,
  ): Wire[] | Promise<Wire[]> {
    const whole = tail.whole();
    const added = whole && Y.diffUpdate(whole, encoded);
    const inBase = Y.decodeStateVector(base.vector);
    const theirs = clamp(relevant, inBase);
    if ([...inBase].every(([client, clock]) => theirs.get(client) === clock)) {
      return [framed(writeAnswer(added ? Y.mergeUpdates([base.deletions, added]) : base.deletions))];
    }
    const both = (found: Uint8Array) => (added ? [framed(writeUpdate(added)), framed(writeAnswer(found))] : [framed(writeAnswer(found))]);
    const found = this.search(base, theirs);
    return found instanceof Promise ? found.then(both) : both(found);
  }

  private search(base: Base, theirs: Map<number, number>): Uint8Array | Promise<Uint8Array> {
    if (theirs.size === 0) return base.state;
    let known = this.fromBase.get(base);
    if (!known) this.fromBase.set(base, (known = new Map()));
    const encoded = encodeVector(theirs);
    const key = keyOf(encoded);
    let found = known.get(key);
    if (found) return found;
    if (base.state.length <= LARGE) found = Y.diffUpdate(base.state, encoded);
    // a small answer must not be kept waiting by a worker that broke
    else found = this.searchElsewhere(base.state, encoded).catch(() => Y.diffUpdate(base.state, encoded));
    if (known.size >= KEPT) known.clear();
    known.set(key, found);
    return found;
  }
}

/** What the two have in common, so that equal questions are recognised. */
function clamp(vector: Map<number, number>, known: Map<number, number>): Map<number, number> {
  const common = new Map<number, number>();
  for (const [client, clock] of known) {
    const theirs = Math.min(vector.get(client) ?? 0, clock);
    if (theirs > 0) common.set(client, theirs);
  }
  return common;
}

const keyOf = (vector: Uint8Array) => Buffer.from(vector).toString("latin1");
