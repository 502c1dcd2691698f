// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * In what kind of place each piece of a document stands: among blocks, within text, as an attribute. An update may be
 * perfectly formed and still put a number where every editor expects a paragraph, and then none can open the
 * document again. A piece names its block only when it has no neighbour; otherwise it stands where its neighbour does, so
 * the places of all pieces are remembered, as runs. A place among blocks says how deep it is, too: blocks nested without end,
 * even if one at a time, would overflow the stack of every reader.
 */
import * as Y from "yjs";
import type { Struct } from "./inspect";
import { Numbers } from "./numbers";

/**
 * Numbers of places. The last two bits say what stands there; for blocks the others say how deep. Without them a number means
 * the shared text of that index, from one on, which holds blocks or text, whichever came first.
 */
const GONE = 0;
const BLOCKS = 1;
const TEXT = 2;
const ATTRIBUTE = 3;
const KINDS = 4;

/** What stands in a place. */
type Kind = typeof BLOCKS | typeof TEXT | typeof ATTRIBUTE;

const kindIn = (place: number) => (place % KINDS) as Kind | typeof GONE;
/** How many blocks a place among blocks is inside of; a shared text is inside of none. */
const depthOf = (place: number) => (kindIn(place) === BLOCKS ? Math.floor(place / KINDS) : 0);
const amongBlocks = (depth: number) => depth * KINDS + BLOCKS;

/** No text that people write comes near it, and every browser can show it. */
export const MAX_DEPTH = 200;

/** A run is where it begins and in what place; it ends where the next one begins. */
const WIDTH = 2;
const PLACE = 1;

/** Of one client: the runs, the number after the last one, and its blocks as twice their number, plus one for text. */
type OfClient = { runs: Numbers; end: number; blocks: Numbers };

export class Places {
  private readonly clients = new Map<number, OfClient>();
  private readonly rootKinds = new Map<number, Kind>();
  private readonly rootNames: string[];

  /** With `beneath`, what is not found here is looked up there: for trying an update out. */
  constructor(private readonly beneath?: Places) {
    this.rootNames = beneath?.rootNames ?? [];
  }

  /** Notes where pieces stand; each must come after those it stands beside or in. False when one of them is misplaced. */
  put(pieces: Iterable<Struct>): boolean {
    let fine = true;
    for (const piece of pieces) {
      const place = piece instanceof Y.Item ? this.placeOf(piece) : GONE;
      if (piece instanceof Y.Item && !this.fits(piece.content, place)) fine = false;
      const { client, clock } = piece.id;
      const own = this.noted(client, clock);
      extend(own, clock, clock + piece.length, place);
      if (piece instanceof Y.Item && piece.content instanceof Y.ContentType) {
        noteBlock(own, clock * 2 + Number(piece.content.type instanceof Y.XmlText));
      }
    }
    return fine;
  }

  /** Takes over what another set, laid over this one, has noted. */
  adopt(other: Places): void {
    for (const [client, { runs, end, blocks }] of other.clients) {
      const own = this.noted(client, runs.at(0));
      for (let i = 0; i < runs.length; i += WIDTH) {
        extend(own, runs.at(i), i + WIDTH < runs.length ? runs.at(i + WIDTH) : end, runs.at(i + PLACE));
      }
      for (let i = 0; i < blocks.length; i++) noteBlock(own, blocks.at(i));
    }
    for (const [root, kind] of other.rootKinds) this.rootKinds.set(root, kind);
  }

  private noted(client: number, firstClock: number): OfClient {
    let own = this.clients.get(client);
    if (!own) this.clients.set(client, (own = { runs: new Numbers(), end: firstClock, blocks: new Numbers() }));
    return own;
  }

  private placeOf({ parent, parentSub, origin, rightOrigin }: Y.Item): number {
    const named = parent as unknown;
    if (named === null) {
      const neighbour = origin ?? rightOrigin;
      return neighbour ? this.find(neighbour) : GONE;
    }
    if (parentSub !== null) return ATTRIBUTE;
    if (typeof named === "string") return this.rootPlace(named);
    return named instanceof Y.ID ? this.findInside(named) : GONE;
  }

  private rootPlace(name: string): number {
    const index = this.rootNames.indexOf(name);
    return KINDS * (index >= 0 ? index + 1 : this.rootNames.push(name));
  }

  private fits(content: Y.Item["content"], place: number): boolean {
    if (place === GONE || content instanceof Y.ContentDeleted) return true;
    const kind = content instanceof Y.ContentType ? BLOCKS : content instanceof Y.ContentAny ? ATTRIBUTE : TEXT;
    if (kindIn(place) !== GONE) return kind === kindIn(place) && depthOf(place) < MAX_DEPTH;
    if (kind === ATTRIBUTE) return false;
    const settled = this.rootKind(place);
    if (!settled) this.rootKinds.set(place, kind);
    return settled === undefined || settled === kind;
  }

  private rootKind(place: number): Kind | undefined {
    return this.rootKinds.get(place) ?? this.beneath?.rootKind(place);
  }

  private find(id: Y.ID): number {
    const own = this.clients.get(id.client);
    const run = own && id.clock < own.end ? own.runs.recordsUpTo(id.clock, WIDTH) - 1 : -1;
    return own && run >= 0 ? own.runs.at(run * WIDTH + PLACE) : (this.beneath?.find(id) ?? GONE);
  }

  private findInside(id: Y.ID): number {
    const kind = this.kindInside(id);
    return kind === BLOCKS ? amongBlocks(depthOf(this.find(id)) + 1) : kind;
  }

  /** What a block holds. */
  private kindInside(id: Y.ID): Kind | typeof GONE {
    const blocks = this.clients.get(id.client)?.blocks;
    const before = blocks?.recordsUpTo(id.clock * 2 + 1) ?? 0;
    const found = before > 0 ? (blocks as Numbers).at(before - 1) : -1;
    if (Math.floor(found / 2) === id.clock) return found % 2 === 1 ? TEXT : BLOCKS;
    return this.beneath?.kindInside(id) ?? GONE;
  }

  /** Names of the shared texts, and what is in each. */
  roots(): { name: string; kind: number }[] {
    return this.rootNames.map((name, index) => ({ name, kind: this.rootKinds.get(KINDS * (index + 1)) ?? GONE }));
  }

  /** What is remembered of a client's pieces, for keeping beside a stored document. */
  of(client: number): { runs: Uint32Array; blocks: Uint32Array } {
    const own = this.clients.get(client);
    return { runs: own?.runs.values() ?? new Uint32Array(), blocks: own?.blocks.values() ?? new Uint32Array() };
  }

  /** Takes over what `roots` gave. */
  putRoots(roots: { name: string; kind: number }[]): void {
    for (const [index, { name, kind }] of roots.entries()) {
      this.rootNames[index] = name;
      if (kind !== GONE) this.rootKinds.set(KINDS * (index + 1), kind as Kind);
    }
  }

  /** Takes over what `of` gave, of a client with `end` pieces. */
  putClient(client: number, end: number, { runs, blocks }: { runs: Uint32Array; blocks: Uint32Array }): void {
    this.clients.set(client, {
      runs: new Numbers(runs, runs.length),
      end,
      blocks: new Numbers(blocks, blocks.length),
    });
  }
}

/** Runs of a client arrive in rising order; what overlaps the last one is known already. */
function extend(own: OfClient, clock: number, end: number, place: number): void {
  const { runs } = own;
  if (runs.length > 0 && end <= own.end) return;
  if (runs.length === 0 || runs.at(runs.length - 1) !== place) runs.push(Math.max(clock, own.end), place);
  own.end = end;
}

/** Blocks arrive in rising order too. */
function noteBlock({ blocks }: OfClient, block: number): void {
  if (blocks.length === 0 || blocks.at(blocks.length - 1) < block) blocks.push(block);
}
