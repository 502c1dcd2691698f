// SPDX-License-Identifier: AGPL-3.0-or-later
/** Whose a text is, at one row of the log: what is kept with a version, shown, printed, and verified. Plain JSON. */
import * as Y from "yjs";
import { isUncertain, type Ledger, sittingOf } from "./ledger";
import type { Hand } from "./sittings";
import { add, each, renamed, type Stretches } from "./stretches";

/** A person writing for a body. Instants are ISO in UTC: the first and the last change made, also of words gone since. */
export type Contributor = Hand & {
  /** Part of the first content: brought by this body, not necessarily written by it. */
  initial: boolean;
  /** Brought in whole after a recovery: may be words of others. */
  uncertain: boolean;
  firstAt: string;
  lastAt: string;
};

/** A place with letters, in the order of reading. A paragraph with notes comes once before, and once after, each note. */
export type Place = {
  /** Id of the block. */
  id: string | null;
  type: string;
  /** Letters and, in turn, the number of the contributor whose they are. */
  runs: Stretches;
  /** Of a heading: its words and its level. */
  heading?: { level: number; words: string };
};

/** Words taken away by another body than the one that wrote them. */
export type Removal = { by: number; at: string; words: string; runs: Stretches };

export type Authorship = {
  format: "concerto-authorship/1";
  /** Last row of the log that counts. */
  seq: number;
  contributors: Contributor[];
  places: Place[];
  removals: Removal[];
};

/** Places whose letters are advice to who writes: in the text while it is written, but no part of it. */
export const isAdvice = ({ type }: Pick<Place, "type">): boolean => type === "guidance";

const DEEPEST = 200;
const LONGEST_REMOVAL = 2000;

/** Letters by their number in Yjs, for who has the same shared state: by client, clock, length and contributor in turn. */
export type Letters = Map<number, number[]>;

/** Reads off the ledger whose the text is as it stands; fills `letters` when given. */
export function authorshipIn(ledger: Ledger, letters?: Letters): Authorship {
  const contributors: Contributor[] = [];
  const numbers = new Map<string, number>();
  const byOrigin = new Map<number, number>();
  const nameOf = (origin: number): number => {
    const met = byOrigin.get(origin);
    if (met !== undefined) return met;
    const number = numberOf(origin);
    byOrigin.set(origin, number);
    return number;
  };
  const numberOf = (origin: number): number => {
    const { personId, organisationId, initial } = ledger.all[sittingOf(origin)] as Ledger["all"][number];
    const uncertain = isUncertain(origin);
    const key = JSON.stringify([personId, organisationId, initial, uncertain]);
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const own = ledger.all.filter((sitting) => sitting.personId === personId && sitting.organisationId === organisationId && sitting.initial === initial);
    const [first, last] = [Math.min(...own.map(({ firstAt }) => firstAt)), Math.max(...own.map(({ lastAt }) => lastAt))];
    numbers.set(key, contributors.length);
    return contributors.push({ personId, organisationId, initial, uncertain, firstAt: new Date(first).toISOString(), lastAt: new Date(last).toISOString() }) - 1;
  };
  const places: Place[] = [];
  readPlaces({ ledger, nameOf, places, letters }, ledger.text, 0);
  return { format: "concerto-authorship/1", seq: ledger.seq, contributors, places, removals: removalsIn(ledger, nameOf) };
}

type Reading = { ledger: Ledger; nameOf: (origin: number) => number; places: Place[]; letters: Letters | undefined };

function readPlaces(reading: Reading, node: Y.XmlFragment, depth: number): void {
  if (depth > DEEPEST) return;
  const block = node instanceof Y.XmlElement ? node : null;
  for (const child of node.toArray()) {
    if (child instanceof Y.XmlElement) readPlaces(reading, child, depth + 1);
    if (!(child instanceof Y.XmlText)) continue;
    const { words, runs } = lettersOf(reading, child);
    if (words === "") continue;
    const id: unknown = block?.getAttribute("id");
    const place: Place = { id: typeof id === "string" ? id : null, type: block?.nodeName ?? "doc", runs };
    if (block?.nodeName === "heading") place.heading = { level: Number(block.getAttribute("level")) || 2, words };
    reading.places.push(place);
  }
}

function lettersOf({ ledger, nameOf, letters }: Reading, text: Y.XmlText): { words: string; runs: Stretches } {
  const runs: Stretches = [];
  let words = "";
  for (let item = (text as unknown as { _start: Y.Item | null })._start; item; item = item.right) {
    if (item.deleted || !(item.content instanceof Y.ContentString)) continue;
    words += item.content.str;
    const { client, clock } = item.id;
    each(renamed(ledger.originsOf(client, clock, item.length), nameOf), (length, contributor, from) => {
      add(runs, length, contributor);
      if (!letters) return;
      const own = letters.get(client) ?? [];
      letters.set(client, own);
      own.push(clock + from, length, contributor);
    });
  }
  return { words, runs };
}

function removalsIn(ledger: Ledger, nameOf: (origin: number) => number): Removal[] {
  const found: Removal[] = [];
  for (const { by, at, text, origins, back } of ledger.removed) {
    const remover = ledger.all[by] as Ledger["all"][number];
    const gone = new Array<boolean>(text.length).fill(true);
    for (const [from, to] of back) gone.fill(false, from, to);
    let words = "";
    const runs: Stretches = [];
    each(origins, (length, origin, from) => {
      if ((ledger.all[sittingOf(origin)] as Ledger["all"][number]).organisationId === remover.organisationId) return;
      for (let i = from; i < from + length; i++) {
        if (!gone[i]) continue;
        words += text[i];
        add(runs, 1, nameOf(origin));
      }
    });
    if (words.trim() !== "") found.push({ by: nameOf(by * 2), at: new Date(at).toISOString(), words: words.slice(0, LONGEST_REMOVAL), runs });
  }
  return found;
}
