// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Who is here and where their caret is. A connection speaks for at most two client numbers, its own; the rest of what
 * plain clients send is an echo of what they were told and is dropped unread. The name beside a caret is written by
 * the server. Clocks are renumbered, or somebody who reconnects would stay invisible until their old entry expires. In a
 * crowd only those who edited last are shown (`Spotlight`).
 */
import { Colours } from "./colours";
import { ownerKey, type Who } from "./ports";
import type { PresenceEntry } from "./protocol";
import { Spotlight } from "./spotlight";

const MAX_STATE_BYTES = 1024;
const NUMBERS_PER_CONNECTION = 2;
const SILENT_AFTER = 45_000;
const REMEMBER_FOR = 600_000;
/** What a client may say of itself; everything else, the name above all, is the server's. */
const OWN_WORDS = ["cursor", "selection", "status"] as const;

export type Speaker = { id: string; who: Who };

type Present = {
  speaker: Speaker;
  clock: number;
  state: string;
  colour: string;
  heardAt: number;
  caret: string;
  editedAt: number;
};
type Gone = { owner: string; clock: number; at: number };

export class Presence {
  private readonly present = new Map<number, Present>();
  private readonly gone = new Map<number, Gone>();
  private readonly changed = new Set<number>();
  private readonly colours = new Colours();
  private readonly spotlight = new Spotlight();

  /** `holderOf` says to whom a client number is bound in the document, if to anybody. */
  constructor(private readonly holderOf: (client: number) => string | undefined) {}

  get size(): number {
    return this.present.size;
  }

  /** Persons, each counted once for each body they speak for, however many windows they have open. */
  get people(): number {
    return new Set([...this.present.values()].map(({ speaker }) => ownerKey(speaker.who))).size;
  }

  /** Whether there is something to tell the others. */
  get hasChanges(): boolean {
    return this.changed.size > 0;
  }

  /** Takes a message; answers how many entries were echoes, and whether one was refused for its size or form. */
  receive(speaker: Speaker, entries: PresenceEntry[], now: number): { echoes: number; refused: boolean } {
    let echoes = 0;
    let refused = false;
    for (const entry of entries) {
      if (!this.owns(speaker, entry.client) && !this.claims(speaker, entry)) echoes++;
      else if (entry.state === "null") this.leave(entry.client, now);
      else if (!this.set(speaker, entry, now)) refused = true;
    }
    return { echoes, refused };
  }

  /** The connection closed: its people leave. */
  drop(speaker: Speaker, now: number): void {
    for (const client of this.numbersOf(speaker)) this.leave(client, now);
  }

  /** Removes those who fell silent and forgets those long gone. */
  sweep(now: number): void {
    for (const [client, { heardAt }] of this.present) if (now - heardAt > SILENT_AFTER) this.leave(client, now);
    for (const [client, { at }] of this.gone) if (now - at > REMEMBER_FOR) this.gone.delete(client);
  }

  /** Client numbers whose entry the others must hear again, as they are seen now. */
  takeChanges(): number[] {
    const { entering, leaving } = this.spotlight.turn(this.present);
    for (const client of [...entering, ...leaving]) {
      const here = this.present.get(client);
      // for the others somebody out of sight has left, and coming back needs a higher clock
      if (here) here.clock++;
    }
    const seen = [...this.changed].filter((client) => !this.spotlight.hides(client));
    this.changed.clear();
    return [...new Set([...seen, ...entering, ...leaving])];
  }

  /** Entries for `clients` (all in sight when omitted), without the reader's own. Who is out of sight reads as gone. */
  entriesFor(reader: Speaker | null, clients: Iterable<number> = this.inSight()): PresenceEntry[] {
    const entries: PresenceEntry[] = [];
    for (const client of clients) {
      const here = this.present.get(client);
      const state = here && (this.spotlight.hides(client) ? "null" : here.state);
      if (here && state && here.speaker.id !== reader?.id) entries.push({ client, clock: here.clock, state });
      const left = here ? undefined : this.gone.get(client);
      if (left) entries.push({ client, clock: left.clock, state: "null" });
    }
    return entries;
  }

  /** Ids of those to whom some of `clients` belong, so that they cannot be sent what the others get. */
  speakersOf(clients: number[]): Set<string | undefined> {
    return new Set(clients.map((client) => this.present.get(client)?.speaker.id));
  }

  /** Whether `speaker` is here under this number. */
  owns(speaker: Speaker, client: number): boolean {
    return this.present.get(client)?.speaker.id === speaker.id;
  }

  /** Whether somebody else than `speaker` is here under this number. */
  isOthers(speaker: Speaker, client: number): boolean {
    return this.present.has(client) && !this.owns(speaker, client);
  }

  private inSight(): number[] {
    return [...this.present.keys()].filter((client) => !this.spotlight.hides(client));
  }


  private numbersOf(speaker: Speaker): number[] {
    return [...this.present].filter(([, here]) => here.speaker.id === speaker.id).map(([client]) => client);
  }

  /** Whether a number nobody present has may become this connection's. */
  private claims(speaker: Speaker, { client, state }: PresenceEntry): boolean {
    if (state === "null") return false;
    const owner = ownerKey(speaker.who);
    const holder = this.holderOf(client) ?? this.gone.get(client)?.owner ?? owner;
    if (holder !== owner) return false;
    const here = this.present.get(client);
    // a new socket of the same person takes over from one that has not noticed its end yet
    if (here) return ownerKey(here.speaker.who) === owner && this.numbersOf(speaker).length === 0;
    const spoken = this.numbersOf(speaker).length;
    return spoken === 0 || (spoken < NUMBERS_PER_CONNECTION && !this.gone.has(client));
  }

  private set(speaker: Speaker, { client, clock, state }: PresenceEntry, now: number): boolean {
    if (state.length > MAX_STATE_BYTES) return false;
    const words = ownWords(state);
    if (!words) return false;
    // clients take no notice of clock 0, which is where everybody starts
    const before = this.present.get(client);
    const previous = before?.clock ?? this.gone.get(client)?.clock ?? 0;
    // a clock near the end of the numbers would leave no room for the next one
    const wanted = clock < Number.MAX_SAFE_INTEGER / 2 ? clock : 0;
    const colour = before?.colour ?? this.colours.take(bodyOf(speaker.who));
    const caret = JSON.stringify(words.cursor ?? words.selection ?? null);
    this.present.set(client, {
      speaker,
      clock: Math.max(previous + 1, wanted),
      state: JSON.stringify({ ...words, user: publicFace(speaker.who, colour) }),
      colour,
      heardAt: now,
      caret,
      editedAt: caret === "null" || caret === before?.caret ? (before?.editedAt ?? 0) : now,
    });
    this.gone.delete(client);
    this.changed.add(client);
    return true;
  }

  private leave(client: number, now: number): void {
    const here = this.present.get(client);
    if (!here) return;
    this.present.delete(client);
    this.colours.release(bodyOf(here.speaker.who));
    this.gone.set(client, { owner: ownerKey(here.speaker.who), clock: here.clock + 1, at: now });
    this.changed.add(client);
  }
}

function ownWords(state: string): Record<string, unknown> | null {
  try {
    const said: unknown = JSON.parse(state);
    if (typeof said !== "object" || said === null) return null;
    const kept: Record<string, unknown> = {};
    for (const word of OWN_WORDS) if (Object.hasOwn(said, word)) kept[word] = (said as Record<string, unknown>)[word];
    return kept;
  } catch {
    return null;
  }
}

/** What others see of a person; `color` is the word editors expect. */
function publicFace(who: Who, colour: string) {
  return {
    id: who.personId,
    name: who.name,
    organisationId: who.organisationId,
    organisationName: who.organisationName,
    role: who.role,
    color: colour,
  };
}

/** Whose colour somebody writes in: their body's; without a body, their own. */
const bodyOf = (who: Who): string => who.organisationId ?? who.personId;
