// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Which of the words that a change brings are words that were there before. An editor that splits a paragraph, turns it
 * into a list or moves it takes the words away and writes them again; a person who cuts and pastes does the same in two
 * steps. Words found again are still the words of who wrote them.
 */

/** Shortest piece recognised inside a longer text. Shorter ones ("della città") come back by chance. */
export const KEY = 12;
/** Words taken away earlier, in another change, are recognised as a whole from this length. */
const SHORTEST_WHOLE = 8;
/** Above this many letters only every twelfth position is remembered: pieces of 23 letters are found for certain. */
const THOROUGH_UP_TO = 20_000;

/** Letters of the new text that are letters of a known one. */
export type Kept = { from: number; length: number; source: number; offset: number };

/** A piece of KEY letters that is the same in both texts, widened to both sides as far as they agree; to the left not beyond `free`. */
export function widened(text: string, at: number, free: number, known: string, offset: number): { from: number; length: number; offset: number } {
  let before = 0;
  while (at - before > free && offset > before && known[offset - before - 1] === text[at - before - 1]) before++;
  let after = KEY;
  while (at + after < text.length && offset + after < known.length && known[offset + after] === text[at + after]) after++;
  return { from: at - before, length: before + after, offset: offset - before };
}

/** Texts that may be found again, in the order in which they are known: of equal ones the last counts. */
export class Known {
  private readonly texts: string[] = [];
  private readonly whole = new Map<string, number>();
  private readonly keys = new Map<string, [source: number, offset: number]>();

  /** `justNow`: taken away by the very change that brings the new words, so that even one letter is recognised. */
  constructor(
    texts: string[],
    private readonly justNow: boolean,
  ) {
    const letters = texts.reduce((sum, text) => sum + text.length, 0);
    const step = justNow && letters <= THOROUGH_UP_TO ? 1 : KEY;
    for (const text of texts) this.learn(text, step);
  }

  private learn(text: string, step: number): void {
    const source = this.texts.push(text) - 1;
    if (text.length >= (this.justNow ? 1 : SHORTEST_WHOLE)) this.whole.set(text, source);
    for (let offset = 0; offset + KEY <= text.length; offset += step) this.keys.set(text.slice(offset, offset + KEY), [source, offset]);
  }

  /** The parts of a new text that are known, from left to right, none over another. */
  findIn(text: string): Kept[] {
    const same = this.whole.get(text);
    if (same !== undefined) return [{ from: 0, length: text.length, source: same, offset: 0 }];
    const found: Kept[] = [];
    for (let at = 0, free = 0; at < text.length; ) {
      const kept = this.pieceAt(text, at, free);
      if (kept) found.push(kept);
      at = kept ? (free = kept.from + kept.length) : at + 1;
    }
    return found;
  }

  /** The piece that is known at a place. */
  private pieceAt(text: string, at: number, free: number): Kept | null {
    const key = this.keys.get(text.slice(at, at + KEY));
    if (!key || at + KEY > text.length) return this.shortAt(text, at);
    const [source, offset] = key;
    return { ...widened(text, at, free, this.texts[source] as string, offset), source };
  }

  /** A short text taken away just now, whole, inside the new one: two short paragraphs that became one. */
  private shortAt(text: string, at: number): Kept | null {
    if (!this.justNow || this.texts.length > 40) return null;
    const source = this.texts.findIndex((known) => known.length >= 2 && known.length < KEY && text.startsWith(known, at));
    return source < 0 ? null : { from: at, length: (this.texts[source] as string).length, source, offset: 0 };
  }
}
