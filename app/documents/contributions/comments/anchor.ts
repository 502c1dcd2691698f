// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Finding again the words that a comment is about. Three ways, from the surest: the place that the shared state remembers,
 * the block and the words, the words alone when they stand there once. Whatever the way, the words must be the quoted
 * ones; otherwise the comment has lost its place, and is shown with its quote instead of beside the wrong words.
 */
import { fromBase64, toBase64 } from "lib0/buffer";
import * as Y from "yjs";
import type { Anchor } from "~db/documents/contributions";
import { type Reading, readShared, type SharedPlace, stretches } from "./reading";

/** What a browser says of the words chosen; the server finds them in the stored text and makes the anchor. */
export type Choice = Pick<Anchor, "blockId" | "offset" | "quote" | "before" | "after">;
export type Range = { from: number; to: number };

const AROUND = 32;
/** Spaces and the marks of block boundaries do not count: a split or a join changes them and nothing else. */
const BLANK = /[\s\u200B]/;

/**
 * The range of the quoted words, in characters of the reading; null when they are not there, or nobody can tell which.
 * `hint` says where the shared state remembers their start; it is asked only when they stand there more than once.
 */
export function locate(reading: Reading<unknown>, anchor: Choice, hint: () => number | null = () => null): Range | null {
  const quote = squeeze(anchor.quote);
  if (quote === "") return null;
  // a suggestion inside the quoted words does not take the comment away from them
  for (const skipInserted of [false, true]) {
    const line = squeezed(reading, skipInserted);
    const found = occurrences(line.text, quote);
    if (found.length === 0) continue;
    const start = choose(reading, line, found, quote.length, anchor, hint);
    return start === null ? null : { from: line.at[start] as number, to: (line.at[start + quote.length - 1] as number) + 1 };
  }
  return null;
}

type Line = { text: string; /** Index in the reading of each character. */ at: number[] };

function choose(reading: Reading<unknown>, line: Line, found: number[], length: number, anchor: Choice, hint: () => number | null): number | null {
  const from = (start: number) => line.at[start] as number;
  const [only] = found;
  if (found.length === 1) return only ?? null;
  const place = hint();
  const remembered = place === null ? undefined : found.find((start) => from(start) === place);
  if (remembered !== undefined) return remembered;
  const block = anchor.blockId === null ? undefined : reading.blocks.find(({ id }) => id === anchor.blockId);
  const inBlock = block ? found.filter((start) => from(start) >= block.from && from(start) < block.to) : [];
  if (inBlock.length === 1) return inBlock[0] ?? null;
  const likely = inBlock.length > 0 ? inBlock : found;
  const alike = bestBy(likely, (start) => likeness(line.text, start, length, anchor));
  if (alike.length === 1) return alike[0] ?? null;
  if (!block || inBlock.length === 0) return null;
  const near = bestBy(alike, (start) => -Math.abs(from(start) - block.from - anchor.offset));
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** How many characters beside the words are those that stood there. */
function likeness(text: string, start: number, length: number, { before, after }: Choice): number {
  const [left, right] = [squeeze(before), squeeze(after)];
  let same = 0;
  while (same < left.length && text[start - 1 - same] === left[left.length - 1 - same]) same++;
  let further = 0;
  while (further < right.length && text[start + length + further] === right[further]) further++;
  return same + further;
}

function bestBy(starts: number[], score: (start: number) => number): number[] {
  const scores = starts.map(score);
  const best = Math.max(...scores);
  return starts.filter((_, i) => scores[i] === best);
}

function squeeze(text: string): string {
  return text.replace(/[\s\u200B]+/g, "");
}

function squeezed({ raw, runs }: Reading<unknown>, skipInserted: boolean): Line {
  const at: number[] = [];
  let text = "";
  for (const { from, length, inserted } of runs) {
    if (skipInserted && inserted) continue;
    for (let i = from; i < from + length; i++) {
      const letter = raw[i] as string;
      if (BLANK.test(letter)) continue;
      text += letter;
      at.push(i);
    }
  }
  return { text, at };
}

function occurrences(text: string, quote: string): number[] {
  const found: number[] = [];
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) found.push(start);
  return found;
}

/** What to remember of a range: its words, what stands around, and its block. */
export function choiceOf({ raw, blocks }: Reading<unknown>, { from, to }: Range): Choice {
  const block = blocks.find((each) => from >= each.from && from <= each.to);
  return {
    blockId: block?.id ?? null,
    offset: from - (block?.from ?? 0),
    quote: raw.slice(from, to),
    before: raw.slice(Math.max(0, from - AROUND), from),
    after: raw.slice(to, to + AROUND),
  };
}

/** The anchor of a range of the shared text. */
export function anchorOf(reading: Reading<SharedPlace>, range: Range): Anchor {
  const parts = stretches(reading, range.from, range.to);
  const [first, last] = [parts[0], parts.at(-1)];
  if (!first || !last) throw new RangeError("No words in this range");
  const relative = ({ type, index }: SharedPlace, association: number) => toBase64(Y.encodeRelativePosition(Y.createRelativePositionFromTypeIndex(type, index, association)));
  return {
    start: relative({ type: first.at.type, index: first.at.index + first.skip }, 0),
    end: relative({ type: last.at.type, index: last.at.index + last.skip + last.length }, -1),
    ...choiceOf(reading, range),
  };
}

/** Where the shared state remembers the start of the words, in characters of the reading; null when it has forgotten. */
export function remembered(reading: Reading<SharedPlace>, shared: Y.Doc, { start }: Pick<Anchor, "start">): number | null {
  const place = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(fromBase64(start)), shared);
  if (!place) return null;
  const run = reading.runs.find(({ at, length }) => at.type === place.type && place.index >= at.index && place.index < at.index + length);
  return run ? run.from + place.index - run.at.index : null;
}

/** Finds the words of an anchor in a shared text; null when the comment has lost its place. */
export function findAnchor(fragment: Y.XmlFragment, anchor: Anchor, reading = readShared(fragment)): Range | null {
  return locate(reading, anchor, () => (fragment.doc ? remembered(reading, fragment.doc, anchor) : null));
}
