// SPDX-License-Identifier: AGPL-3.0-or-later

type Old = { text: string; position: number; ended: boolean };

/**
 * Pairs the texts of a new reading with the rows already known, so that rows keep their ids. First equal texts (case, accents and punctuation aside), then the most
 * alike, then the same position with something in common. Null where nothing known corresponds. No row is paired twice; ended rows come back only for an equal text.
 */
export function matchRows<Row extends Old>(known: Row[], texts: string[]): (Row | null)[] {
  const pairs: (Row | null)[] = texts.map(() => null);
  const free = new Set(known);
  const take = (at: number, row: Row | undefined) => {
    if (!row || pairs[at]) return;
    pairs[at] = row;
    free.delete(row);
  };
  for (const pool of [known.filter((row) => !row.ended), known.filter((row) => row.ended)]) {
    texts.forEach((text, at) => {
      const equal = pool.filter((row) => free.has(row) && normalise(row.text) === normalise(text));
      take(at, equal.find((row) => row.position === at + 1) ?? equal[0]);
    });
  }
  const candidates = texts.flatMap((text, at) =>
    pairs[at]
      ? []
      : [...free]
          .filter((row) => !row.ended)
          .map((row) => ({ at, row, score: likeness(row.text, text) + (row.position === at + 1 ? 0.2 : 0) })),
  );
  for (const { at, row, score } of candidates.sort((a, b) => b.score - a.score))
    if (score >= 0.4 && free.has(row)) take(at, row);
  return pairs;
}

function normalise(text: string): string {
  return wordsOf(text).join(" ");
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\d]+/gu) ?? []
  );
}

/** Shared words over all words, from 0 to 1. */
function likeness(a: string, b: string): number {
  const first = new Set(wordsOf(a));
  const second = new Set(wordsOf(b));
  const shared = [...first].filter((word) => second.has(word)).length;
  return shared / Math.max(1, first.size + second.size - shared);
}
