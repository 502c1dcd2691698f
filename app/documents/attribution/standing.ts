// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The words that stand in the text, so that those which somebody copies are known again. Of each text some letters are
 * remembered, and again only when it has changed: a long document is not read anew for every sentence that comes.
 */
import * as Y from "yjs";
import { wordsBefore } from "./changes";
import { KEY, widened } from "./kept-words";
import { type Letters, originsOf } from "./letters";
import { cut, type Stretches } from "./stretches";

type Words = { text: string; origins: Stretches };

/** Letters of new words that are letters of standing ones, and whose those are. */
export type Copied = { from: number; length: number; origins: Stretches };

export class Standing {
  private readonly byKey = new Map<string, Set<Y.XmlText>>();
  private readonly keysOf = new Map<Y.XmlText, string[]>();
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
    const read = new Map<Y.XmlText, Words>();
    const found: Copied[] = [];
    for (let at = 0, free = 0; at + KEY <= words.length; ) {
      const copied = this.pieceAt(words, at, free, tr, read);
      if (copied) found.push(copied);
      at = copied ? (free = copied.from + copied.length) : at + 1;
    }
    return found;
  }

  /** Of several texts that have the words the one begun first counts, so that the same log always gives the same. */
  private pieceAt(words: string, at: number, free: number, tr: Y.Transaction, read: Map<Y.XmlText, Words>): Copied | null {
    const key = words.slice(at, at + KEY);
    for (const text of [...(this.byKey.get(key) ?? [])].sort(byBirth)) {
      const standing = read.get(text) ?? this.wordsOf(tr, text);
      read.set(text, standing);
      const offset = standing.text.indexOf(key);
      if (offset < 0) continue;
      const piece = widened(words, at, free, standing.text, offset);
      return { from: piece.from, length: piece.length, origins: cut(standing.origins, piece.offset, piece.offset + piece.length) };
    }
    return null;
  }

  private wordsOf(tr: Y.Transaction, text: Y.XmlText): Words {
    const run = wordsBefore(tr, text);
    return { text: run.text, origins: originsOf(this.letters, run.pieces) };
  }

  private remember(tr: Y.Transaction, touched: Iterable<Y.XmlText>): void {
    if (!this.begun) {
      this.begun = true;
      this.touch(textsUnder(this.root));
      this.touch(touched);
    }
    for (const text of this.changed) {
      for (const key of this.keysOf.get(text) ?? []) {
        const texts = this.byKey.get(key);
        texts?.delete(text);
        if (texts?.size === 0) this.byKey.delete(key);
      }
      const { text: words } = wordsBefore(tr, text);
      const keys: string[] = [];
      for (let at = 0; at + KEY <= words.length; at += KEY) keys.push(words.slice(at, at + KEY));
      for (const key of keys) this.byKey.set(key, (this.byKey.get(key) ?? new Set()).add(text));
      if (keys.length > 0) this.keysOf.set(text, keys);
      else this.keysOf.delete(text);
    }
    this.changed.clear();
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
