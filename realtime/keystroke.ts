// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The update that comes a thousand times as often as any other: somebody types a few plain characters beside a piece that is
 * there. It is read here without the machinery that reads every other; what is not exactly of this form is left to that.
 *
 * In Yjs encoding: one client, one piece, the client, its clock; a byte that says "text" and which neighbours follow; the
 * neighbours, each as client and clock; the text; no deletions.
 */
import * as Y from "yjs";

const TEXT = 4;
const HAS_LEFT = 128;
const HAS_RIGHT = 64;
const FORM_WITHOUT_NEIGHBOURS = 63;
/** Longer text is worth the machinery. */
const MOST_CHARACTERS = 32;
/** A number of more bytes than these is none that an editor sends. */
const MOST_BYTES = 5;

/** The piece that a plain keystroke adds, or null when the update is anything else. */
export function readKeystroke(update: Uint8Array): Y.Item | null {
  if (update[0] !== 1 || update[1] !== 1) return null;
  const from = new Reader(update);
  const id = from.id();
  const form = from.byte();
  if ((form & FORM_WITHOUT_NEIGHBOURS) !== TEXT || form === TEXT) return null;
  const left = form & HAS_LEFT ? from.id() : null;
  const right = form & HAS_RIGHT ? from.id() : null;
  const text = from.plainText();
  const endsHere = from.byte() === 0 && from.at === update.length;
  if (!endsHere || text === "" || from.isOdd) return null;
  return new Y.Item(id, null, left, null, right, null, null, new Y.ContentString(text));
}

class Reader {
  at = 2;
  isOdd = false;

  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    const byte = this.bytes[this.at++];
    if (byte === undefined) this.isOdd = true;
    return byte ?? 0;
  }

  id(): Y.ID {
    return Y.createID(this.number(), this.number());
  }

  plainText(): string {
    const length = this.number();
    if (length > MOST_CHARACTERS) this.isOdd = true;
    let text = "";
    for (let i = 0; i < length && !this.isOdd; i++) {
      const character = this.byte();
      if (character > 127) this.isOdd = true;
      text += String.fromCharCode(character);
    }
    return text;
  }

  private number(): number {
    let value = 0;
    for (let i = 0, scale = 1; i < MOST_BYTES; i++, scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    this.isOdd = true;
    return 0;
  }
}
