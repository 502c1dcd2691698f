// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Whose each letter of a text is, worked out by reading the log of changes from its first row. Yjs numbers every letter,
 * and the log says who sent it; but an editor that splits a paragraph or makes a list of it sends the same words again
 * under the numbers of whoever pressed the key. So the letters that a change brings are compared with those it takes
 * away, with those taken away before, and with those still standing: words found again stay with who wrote them.
 *
 * The same rows always give the same ledger, in one go or in many: that is what verification rests on.
 */
import * as Y from "yjs";
import { comeIn, goneFrom, type Piece, type Run, takenBy, textsOf, touchedBy } from "./changes";
import { Known } from "./kept-words";
import { Letters, originsOf, putOrigins, type Triples } from "./letters";
import { type LogRow, sameHand, type Sitting, Sittings } from "./sittings";
import { Standing, textsUnder } from "./standing";
import { TEXT } from "../schema/text-name";
import { cut, join, type Stretches } from "./stretches";

/** An origin is a sitting, and whether it is certain that the words were written in it. */
export const originOf = (sitting: number, uncertain: boolean): number => sitting * 2 + (uncertain ? 1 : 0);
export const sittingOf = (origin: number): number => origin >> 1;
export const isUncertain = (origin: number): boolean => (origin & 1) === 1;

/** Words that somebody took away: in which sitting, whose they were, and the stretches of them that came back elsewhere. */
export type Removed = { by: number; at: number; text: string; origins: Stretches; back: [from: number, to: number][] };

/** Words that a change takes away, and whose they were. */
type Source = { run: Run; origins: Stretches };
/** What a change is made of. `reused` collects the letters that it takes away and writes again. */
type Around = { justGone: Known | null; sources: Source[]; reused: Piece[]; sitting: number; uncertainFrom: number; texts: Set<Y.XmlText>; tr: Y.Transaction };

type Edges = { first: [client: number, clock: number]; last: [client: number, clock: number] };

/** All the ledger knows, as plain JSON; the shared state is kept beside it. */
export type SavedLedger = {
  format: 1;
  seq: number;
  sittings: Sitting[];
  /** By Yjs client: clock, length and origin in turn. */
  letters: [client: number, triples: Triples][];
  removed: Removed[];
  edges: Edges | null;
};

/** Words brought in one piece from this length are looked for among those that stand in the text. */
const COPIED_FROM = 24;
/** Words brought in one piece right after a recovery are uncertain from this length: nobody types so fast. */
const UNCERTAIN_FROM = 20;
/** A change may repeat all that was ever taken away; above so many letters that is what it does. */
const OLD_NEWS = 5000;
/** One's own words are remembered when taken away only from this length: the rest is typing mistakes. */
const OWN_FROM = 16;

export class Ledger {
  readonly shared = new Y.Doc({ gc: false });
  readonly text = this.shared.getXmlFragment(TEXT);
  seq = 0;
  private readonly sittings: Sittings;
  private readonly letters: Letters;
  private readonly standing: Standing;
  readonly removed: Removed[] = [];
  private edges: Edges | null = null;
  private taken: Known | null = null;
  private row: { row: LogRow; sitting: number } | null = null;

  constructor(saved?: { state: Uint8Array; ledger: SavedLedger }) {
    if (saved) {
      Y.applyUpdate(this.shared, saved.state);
      this.seq = saved.ledger.seq;
      this.removed.push(...saved.ledger.removed);
      this.edges = saved.ledger.edges;
    }
    this.letters = new Letters(saved?.ledger.letters);
    this.standing = new Standing(this.text, this.letters);
    this.sittings = new Sittings(saved?.ledger.sittings);
    this.shared.on("afterTransaction", (tr: Y.Transaction) => this.row && this.enter(tr, this.row.row, this.row.sitting));
  }

  get all(): readonly Sitting[] {
    return this.sittings.all;
  }

  /** Reads the next row of the log. Rows come in the order of the log. */
  take(row: LogRow): void {
    this.row = { row, sitting: this.sittings.take(row) };
    Y.applyUpdate(this.shared, row.bytes);
    this.row = null;
    this.seq = row.seq;
  }

  /** Whose `length` letters are, from a number of a Yjs client on. */
  originsOf(client: number, clock: number, length: number): Stretches {
    return this.letters.of(client, clock, length);
  }

  /** All letters of the text, in the order of reading. */
  words(): string {
    let words = "";
    for (const text of textsUnder(this.text)) {
      for (let item = (text as unknown as { _start: Y.Item | null })._start; item; item = item.right) {
        if (!item.deleted && item.content instanceof Y.ContentString) words += item.content.str;
      }
    }
    return words;
  }

  save(): { state: Uint8Array; ledger: SavedLedger } {
    return { state: Y.encodeStateAsUpdate(this.shared), ledger: { format: 1, seq: this.seq, sittings: [...this.all], letters: this.letters.save(), removed: this.removed, edges: this.edges } };
  }

  destroy(): void {
    this.shared.destroy();
  }

  private enter(tr: Y.Transaction, row: LogRow, sitting: number): void {
    const withOrigins = (run: Run): Source => ({ run, origins: originsOf(this.letters, run.pieces) });
    const gone = goneFrom(tr).map(withOrigins);
    const come = comeIn(tr);
    const taken = come.length > 0 && row.kind !== "creation" ? takenBy(tr, row.bytes) : { runs: [], known: 0 };
    const sources = [...taken.runs.map(withOrigins), ...gone];
    const justGone = come.length > 0 && sources.length > 0 ? new Known(sources.map(({ run }) => run.text), taken.known <= OLD_NEWS) : null;
    const touched = gone.length > 0 && come.length > 0 ? touchedBy(tr, [...gone.map(({ run }) => run), ...come]).map((text) => ({ ...text, origins: originsOf(this.letters, text.was.pieces) })) : [];
    const texts = textsOf([...gone.map(({ run }) => run), ...come]);
    const reused: Piece[] = [];
    for (const run of come) putOrigins(this.letters, run.pieces, this.recognise(run, { justGone, sources, reused, sitting, uncertainFrom: uncertainFrom(row), texts, tr }));
    // an editor may move a paragraph by writing it over another, and leave letters that both have where they were
    for (const { was, is } of touched) {
      if (is.text.length < 2 || is.text === was.text) continue;
      const moved = touched.find((other) => other.was.text === is.text);
      if (moved) putOrigins(this.letters, is.pieces, moved.origins);
    }
    this.standing.touch(texts);
    for (const { run, origins } of gone) this.bury(run, origins, stretchesOf(run, reused), { by: sitting, at: row.at, alone: come.length === 0 && gone.length === 1 });
  }

  /** Whose the letters of a run that came in are. */
  private recognise(run: Run, { justGone, sources, reused, sitting, uncertainFrom, texts, tr }: Around): Stretches {
    const parts: { from: number; to: number; origins: Stretches }[] = [];
    const keep = (from: number, length: number, origins: Stretches) => parts.push({ from, to: from + length, origins });
    for (const { from, length, source, offset } of justGone?.findIn(run.text) ?? []) {
      const taken = sources[source] as Source;
      keep(from, length, cut(taken.origins, offset, offset + length));
      reused.push(...piecesIn(taken.run, offset, offset + length));
    }
    for (const gap of gaps(parts, run.text.length)) {
      const words = run.text.slice(gap.from, gap.to);
      if (words.length < 8) continue;
      for (const { from, length, source, offset } of this.takenBefore().findIn(words)) {
        const removed = this.removed[source] as Removed;
        keep(gap.from + from, length, cut(removed.origins, offset, offset + length));
        removed.back.push([offset, offset + length]);
      }
    }
    for (const gap of gaps(parts, run.text.length)) {
      if (gap.to - gap.from < COPIED_FROM) continue;
      for (const { from, length, origins } of this.standing.findIn(run.text.slice(gap.from, gap.to), tr, texts)) keep(gap.from + from, length, origins);
    }
    const own = gaps(parts, run.text.length).map((gap) => {
      const length = gap.to - gap.from;
      (this.all[sitting] as Sitting).added += length;
      return { ...gap, origins: [length, originOf(sitting, length >= uncertainFrom)] };
    });
    return join(...[...parts, ...own].sort((a, b) => a.from - b.from).map(({ origins }) => origins));
  }

  /** Remembers what was taken away and did not come back in the same change. */
  private bury(run: Run, origins: Stretches, back: { from: number; to: number }[], { by, at, alone }: { by: number; at: number; alone: boolean }): void {
    const edges = alone ? edgesOf(run) : null;
    const beside = alone ? this.beside(run) : null;
    this.edges = null;
    for (const gap of gaps(back, run.text.length)) {
      const length = gap.to - gap.from;
      (this.all[by] as Sitting).removed += length;
      const whose = cut(origins, gap.from, gap.to);
      const own = whose.every((origin, i) => i % 2 === 0 || sameHand(this.all[sittingOf(origin)] as Sitting, this.all[by] as Sitting));
      if (own && length < OWN_FROM) continue;
      const text = run.text.slice(gap.from, gap.to);
      const last = this.removed.at(-1);
      this.taken = null;
      if (beside && last?.by === by && last.back.length === 0) {
        // taken away letter by letter: one removal
        Object.assign(last, { at, text: beside.left ? text + last.text : last.text + text, origins: beside.left ? join(whose, last.origins) : join(last.origins, whose) });
        this.edges = beside.left ? { first: (edges as Edges).first, last: beside.edges.last } : { first: beside.edges.first, last: (edges as Edges).last };
      } else {
        this.removed.push({ by, at, text, origins: whose, back: [] });
        this.edges = edges;
      }
    }
  }

  /** On which side of the words taken away last these stood, if right beside them. */
  private beside({ items }: Run): { left: boolean; edges: Edges } | null {
    const { edges } = this;
    if (!edges) return null;
    const right = items.at(-1)?.right;
    const left = items[0]?.left;
    if (right && right.id.client === edges.first[0] && right.id.clock === edges.first[1]) return { left: true, edges };
    const end = left?.lastId;
    return end && end.client === edges.last[0] && end.clock === edges.last[1] ? { left: false, edges } : null;
  }

  private takenBefore(): Known {
    this.taken ??= new Known(this.removed.map(({ text }) => text), false);
    return this.taken;
  }
}

/** The length from which words that a row brings in one piece are not certain to be its author's. */
function uncertainFrom({ kind, recovering }: LogRow): number {
  if (kind === "recovered") return 1;
  return recovering ? UNCERTAIN_FROM : Infinity;
}

/** The pieces of a range of a run. */
function piecesIn({ pieces }: Run, from: number, to: number): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const { client, clock, length } of pieces) {
    const [start, end] = [Math.max(from, at), Math.min(to, at + length)];
    if (start < end) found.push({ client, clock: clock + start - at, length: end - start });
    at += length;
  }
  return found;
}

/** Where in a run pieces of it lie. */
function stretchesOf({ pieces }: Run, wanted: Piece[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let at = 0;
  for (const { client, clock, length } of pieces) {
    for (const other of wanted) {
      const [start, end] = [Math.max(clock, other.clock), Math.min(clock + length, other.clock + other.length)];
      if (other.client === client && start < end) found.push({ from: at + start - clock, to: at + end - clock });
    }
    at += length;
  }
  return found;
}

function edgesOf({ pieces }: Run): Edges {
  const [first, last] = [pieces[0], pieces.at(-1)] as [Run["pieces"][number], Run["pieces"][number]];
  return { first: [first.client, first.clock], last: [last.client, last.clock + last.length - 1] };
}

/** What lies between the parts. */
function gaps(parts: { from: number; to: number }[], length: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let at = 0;
  for (const { from, to } of [...parts].sort((a, b) => a.from - b.from)) {
    if (from > at) found.push({ from: at, to: from });
    at = Math.max(at, to);
  }
  if (at < length) found.push({ from: at, to: length });
  return found;
}
