// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The words that stand in the text, so that those which somebody copies are known again. Of each text some letters are
 * remembered, and again only when it has changed: a long document is not read anew for every sentence that comes.
 */
import * as Y from "yjs";
import { type Piece, wordsBefore } from "./changes";
import { KEY, widened } from "./kept-words";
import { type Letters, originsOf } from "./letters";
import { cut, type Stretches } from "./stretches";

/** A text as it stood before the change at hand. Whose its letters are is looked up when somebody asks. */
type Words = { text: string; pieces: Piece[]; origins?: Stretches; keys: string[] };

/** Letters of new words that are letters of standing ones, and whose those are. */
export type Copied = { from: number; length: number; origins: Stretches };

export class Standing {
  private readonly byKey = new Map<string, Set<Y.XmlText>>();
  private readonly known = new Map<Y.XmlText, Words>();
  private readonly changed = new Set<Y.XmlText>();
  private begun = false;

  constructor(
    private readonly root: Y.XmlFragment,
    private readonly letters: Letters,
  ) {}

  /** These texts are other than they were; told after each change. */
  touch(texts: Iterable<Y.XmlText>): void {
    for (const text of texts) this.changed.add(text);
  }

  /** What of the new words stood in the text before the change, from left to right. `touched` are the texts it changes. */
  findIn(words: string, tr: Y.Transaction, touched: Iterable<Y.XmlText>): Copied[] {
    this.remember(tr, touched);
    const found: Copied[] = [];
    for (let at = 0, free = 0; at + KEY <= words.length; ) {
      const copied = this.pieceAt(words, at, free);
      if (copied) found.push(copied);
      at = copied ? (free = copied.from + copied.length) : at + 1;
    }
    return found;
  }

  /** Of several texts that have the words the one begun first counts, so that the same log always gives the same. */
  private pieceAt(words: string, at: number, free: number): Copied | null {
    const key = words.slice(at, at + KEY);
    const texts = this.byKey.get(key);
    if (!texts) return null;
    let first: Y.XmlText | null = null;
    for (const text of texts) if (!first || byBirth(text, first) < 0) first = text;
    const standing = this.known.get(first as Y.XmlText) as Words;
    const piece = widened(words, at, free, standing.text, standing.text.indexOf(key));
    standing.origins ??= originsOf(this.letters, standing.pieces);
    return { from: piece.from, length: piece.length, origins: cut(standing.origins, piece.offset, piece.offset + piece.length) };
  }

  private remember(tr: Y.Transaction, touched: Iterable<Y.XmlText>): void {
    if (!this.begun) {
      this.begun = true;
      this.touch(textsUnder(this.root));
      this.touch(touched);
    }
    for (const text of this.changed) {
      const { text: words, pieces } = wordsBefore(tr, text);
      const keys = this.known.get(text)?.keys ?? [];
      // whoever writes on at the end leaves all that was remembered as it is
      let same = 0;
      while (same < keys.length && words.startsWith(keys[same] as string, same * KEY)) same++;
      const gone = keys.splice(same);
      for (const key of gone) this.forget(key, text);
      for (let at = gone.length > 0 ? 0 : same * KEY; at + KEY <= words.length; at += KEY) {
        const key = words.slice(at, at + KEY);
        if (at >= same * KEY) keys.push(key);
        const texts = this.byKey.get(key);
        if (texts) texts.add(text);
        else this.byKey.set(key, new Set([text]));
      }
      if (words === "") this.known.delete(text);
      else this.known.set(text, { text: words, pieces, keys });
    }
    this.changed.clear();
  }

  private forget(key: string, text: Y.XmlText): void {
    const texts = this.byKey.get(key);
    texts?.delete(text);
    if (texts?.size === 0) this.byKey.delete(key);
  }
}

function byBirth(one: Y.XmlText, other: Y.XmlText): number {
  const [a, b] = [one._item?.id, other._item?.id];
  return (a?.client ?? 0) - (b?.client ?? 0) || (a?.clock ?? 0) - (b?.clock ?? 0);
}

/** Every text, in the order of reading. */
export function* textsUnder(type: Y.XmlFragment): Generator<Y.XmlText> {
  for (const child of type.toArray()) {
    if (child instanceof Y.XmlText) yield child;
    else if (child instanceof Y.XmlElement) yield* textsUnder(child);
  }
}
