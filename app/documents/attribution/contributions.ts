// SPDX-License-Identifier: AGPL-3.0-or-later
/** What each body has in a text: sums over an authorship. Pure. */
import { type Authorship, type Contributor, isAdvice } from "./authorship";
import { each } from "./stretches";

/** A part of the text that begins with a heading; the first may have none. */
export type Part = { number: number; id: string | null; words: string | null };

export type Contribution = Pick<Contributor, "organisationId" | "initial" | "uncertain"> & {
  /** Numbers of its contributors in the authorship. */
  contributors: number[];
  letters: number;
  /** Of the letters of the current text, between 0 and 1. */
  share: number;
  parts: Part[];
  firstAt: string;
  lastAt: string;
  /** Letters that others wrote and it took away. */
  removed: number;
};

type Kind = Pick<Contributor, "organisationId" | "initial" | "uncertain">;

const keyOf = ({ organisationId, initial, uncertain }: Kind): string => JSON.stringify([organisationId, initial, uncertain]);

/** The contributions by body, the largest first; those of whom nothing stands but who took words away come last. */
export function contributionsIn(authorship: Authorship): { letters: number; contributions: Contribution[]; parts: Part[] } {
  const sums = new Map<string, Contribution>();
  const byNumber = new Map<number, Contribution>();
  const at = (number: number): Contribution => {
    const met = byNumber.get(number);
    if (met) return met;
    const who = authorship.contributors[number] as Contributor;
    const { organisationId, initial, uncertain, firstAt, lastAt } = who;
    const key = keyOf(who);
    const known = sums.get(key) ?? { organisationId, initial, uncertain, contributors: [], letters: 0, share: 0, parts: [], firstAt, lastAt, removed: 0 };
    sums.set(key, known);
    byNumber.set(number, known);
    known.contributors.push(number);
    if (firstAt < known.firstAt) known.firstAt = firstAt;
    if (lastAt > known.lastAt) known.lastAt = lastAt;
    return known;
  };
  const parts: Part[] = [];
  let letters = 0;
  for (const place of authorship.places) {
    if (isAdvice(place)) continue;
    if (place.heading || parts.length === 0) parts.push({ number: parts.length, id: place.id, words: place.heading?.words ?? null });
    const part = parts.at(-1) as Part;
    each(place.runs, (length, contributor) => {
      const sum = at(contributor);
      sum.letters += length;
      letters += length;
      if (sum.parts.at(-1) !== part) sum.parts.push(part);
    });
  }
  for (const { by, words } of authorship.removals) at(by).removed += words.length;
  const contributions = [...sums.values()].sort((a, b) => b.letters - a.letters || keyOf(a).localeCompare(keyOf(b)));
  for (const sum of contributions) sum.share = letters === 0 ? 0 : sum.letters / letters;
  return { letters, contributions, parts };
}
