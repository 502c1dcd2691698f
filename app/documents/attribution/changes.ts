// SPDX-License-Identifier: AGPL-3.0-or-later
/** What one stored update did to the letters of a text, read from the shared state just after it was applied. */
import * as Y from "yjs";

/** Letters side by side under the numbers Yjs gave them. */
export type Piece = { client: number; clock: number; length: number };

/** Letters of one text in their order, and the pieces they are made of. */
export type Run = { text: string; pieces: Piece[]; items: Y.Item[] };

/** Letters of a piece of the shared state; a piece may be longer than what a change concerns. */
type Slice = { item: Y.Item; from: number; length: number };
type Clocks = Map<number, number>;

const whole = (item: Y.Item): Slice => ({ item, from: 0, length: item.length });

/** The letters that came and stayed. */
export function comeIn(tr: Y.Transaction): Run[] {
  const slices: Slice[] = [];
  for (const [client, end] of inOrder(tr.afterState)) {
    const from = before(tr.beforeState, client);
    if (end <= from) continue;
    const structs = tr.doc.store.clients.get(client) ?? [];
    for (let i = Y.findIndexSS(structs as Y.Item[], from); i < structs.length; i++) {
      const struct = structs[i] as Y.Item | Y.GC;
      if (isLetters(struct) && !struct.deleted) slices.push(whole(struct));
    }
  }
  return runsOf(slices);
}

/** The letters that were there and went. */
export function goneFrom(tr: Y.Transaction): Run[] {
  return runsOf(lettersIn(tr, tr.deleteSet.clients));
}

/**
 * The letters that an update takes away as its author saw them, text by text: also those that somebody else had taken away
 * by then, without those that somebody else had put between. Two who split the same paragraph at the same time take away,
 * and write again, the same words. Whole only in a document that keeps what was deleted.
 */
export function takenBy(tr: Y.Transaction, update: Uint8Array): { runs: Run[]; known: number } {
  const { clients } = Y.decodeUpdate(update).ds as { clients: Deleted };
  const slices = lettersIn(tr, clients);
  const known = slices.reduce((sum, { item, length }) => sum + (Y.isDeleted(tr.deleteSet, item.id) ? 0 : length), 0);
  return { runs: runsOf(slices, false), known };
}

type Deleted = Map<number, { clock: number; len: number }[]>;

function lettersIn(tr: Y.Transaction, clients: Deleted): Slice[] {
  const slices: Slice[] = [];
  for (const [client, ranges] of inOrder(clients)) {
    const known = before(tr.beforeState, client);
    const structs = (tr.doc.store.clients.get(client) ?? []) as Y.Item[];
    for (const { clock, len } of [...ranges].sort((a, b) => a.clock - b.clock)) {
      const end = Math.min(clock + len, known);
      if (clock >= end) continue;
      for (let i = Y.findIndexSS(structs, clock); i < structs.length; i++) {
        const struct = structs[i] as Y.Item | Y.GC;
        if (struct.id.clock >= end) break;
        const from = Math.max(clock, struct.id.clock) - struct.id.clock;
        if (isLetters(struct)) slices.push({ item: struct, from, length: Math.min(end - struct.id.clock, struct.length) - from });
      }
    }
  }
  return slices;
}

/** A text that a change has touched, as it was and as it is: letters, and the pieces they are made of. */
export type Touched = { was: Run; is: Run };

/** The texts to which these runs belong, in the order of the runs. */
export function touchedBy(tr: Y.Transaction, runs: Run[]): Touched[] {
  return [...textsOf(runs)].map((text) => {
    const is: Slice[] = [];
    for (let item = (text as unknown as Inner)._start; item; item = item.right) if (isLetters(item) && !item.deleted) is.push(whole(item));
    return { was: wordsBefore(tr, text), is: runOf(is) };
  });
}

/** The words of a text as they were before the change. */
export function wordsBefore(tr: Y.Transaction, text: Y.XmlText): Run {
  const was: Slice[] = [];
  for (let item = (text as unknown as Inner)._start; item; item = item.right) {
    if (isLetters(item) && item.id.clock < before(tr.beforeState, item.id.client) && (!item.deleted || Y.isDeleted(tr.deleteSet, item.id))) was.push(whole(item));
  }
  return runOf(was);
}

/** The texts to which runs belong. */
export const textsOf = (runs: Run[]): Set<Y.XmlText> => new Set(runs.map(({ items }) => items[0]?.parent as Y.XmlText));

/** Shared types keep their first piece in a field that is not published. */
type Inner = { _start: Y.Item | null };

const before = (clocks: Clocks, client: number): number => clocks.get(client) ?? 0;

/** Always in the same order: the working must come out the same whenever it is done again. */
const inOrder = <T>(byClient: Map<number, T>): [number, T][] => [...byClient].sort(([a], [b]) => a - b);

const isLetters = (struct: Y.Item | Y.GC): struct is Y.Item => struct instanceof Y.Item && struct.content instanceof Y.ContentString && struct.parent instanceof Y.XmlText;

/** Puts letters of one text in the order in which they stand there; `parting` where letters that stay stand between. */
function runsOf(slices: Slice[], parting = true): Run[] {
  const byText = new Map<unknown, Slice[]>();
  for (const slice of slices) {
    const own = byText.get(slice.item.parent);
    if (own) own.push(slice);
    else byText.set(slice.item.parent, [slice]);
  }
  return [...byText.values()].flatMap((own) => (own.length === 1 ? [runOf(own)] : parted(own, parting).map(runOf)));
}

function parted(own: Slice[], parting: boolean): Slice[][] {
  const wanted = new Map<Y.Item, Slice[]>();
  for (const slice of own) wanted.set(slice.item, [...(wanted.get(slice.item) ?? []), slice]);
  const runs: Slice[][] = [];
  let open: Slice[] | null = null;
  for (let item = (own[0]?.item.parent as unknown as Inner)._start; item && wanted.size > 0; item = item.right) {
    const found = wanted.get(item);
    if (found) {
      if (open) open.push(...found);
      else runs.push((open = found));
      wanted.delete(item);
    } else if (parting && !item.deleted && item.countable) open = null;
  }
  return runs;
}

function runOf(slices: Slice[]): Run {
  return {
    text: slices.map(({ item, from, length }) => (item.content as Y.ContentString).str.slice(from, from + length)).join(""),
    pieces: slices.map(({ item, from, length }) => ({ client: item.id.client, clock: item.id.clock + from, length })),
    items: slices.map(({ item }) => item),
  };
}
