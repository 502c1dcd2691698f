// SPDX-License-Identifier: AGPL-3.0-or-later
/** Texts and keystrokes, encoded before the clock starts. Every keystroke carries a mark by which it is found again. */
import { readFileSync, writeFileSync } from "node:fs";
import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import * as Y from "yjs";

const MARK_DIGITS = 8;
const TILDE = 0x7e;

export const markOf = (id: number) => `~${String(id).padStart(MARK_DIGITS, "0")}`;

/** Calls `found` with the number of each mark in the bytes, in the order they stand there. */
export function scanMarks(bytes: Buffer, found: (id: number) => void): void {
  for (let at = bytes.indexOf(TILDE); at >= 0; at = bytes.indexOf(TILDE, at + 1)) {
    let id = 0;
    for (let i = 1; i <= MARK_DIGITS; i++) {
      const digit = (bytes[at + i] ?? 0) - 48;
      id = digit >= 0 && digit <= 9 ? id * 10 + digit : Number.NaN;
    }
    if (!Number.isNaN(id)) found(id);
  }
}

/** What one person's editor sends for `count` keystrokes at the end of a paragraph of their own; marks count from `firstMark`. */
export function keystrokes(client: number, count: number, firstMark: number): Uint8Array[] {
  const document = new Y.Doc();
  document.clientID = client;
  const sent: Uint8Array[] = [];
  const paragraph = new Y.XmlElement("paragraph");
  const text = new Y.XmlText();
  document.on("update", (update: Uint8Array) => sent.push(update));
  document.transact(() => {
    document.getXmlFragment("default").insert(0, [paragraph]);
    paragraph.setAttribute("id", `block-${client}`);
    paragraph.insert(0, [text]);
    text.insert(0, markOf(firstMark));
  });
  for (let i = 1; i < count; i++) text.insert(text.length, markOf(firstMark + i));
  document.destroy();
  return sent;
}

/** The mark that ends every prepared text: who has seen it has received all of it. */
export const LAST_MARK = 99_999_999;

/** Rows of a prepared text: its state when last compacted, then keystrokes since. */
export type Rows = Uint8Array[];

/**
 * A text as forty or three hundred sessions leave it: paragraphs written in words, in turns, corrected in the middle, a tenth
 * deleted again. The same for the same numbers.
 */
export function writtenText(characters: number, sessions: number, tail: number): Rows {
  const chance = dice(characters);
  const document = new Y.Doc();
  const fragment = document.getXmlFragment("default");
  const texts: Y.XmlText[] = [];
  document.clientID = 1;
  document.transact(() => {
    for (let i = 0; i < Math.ceil(characters / 400); i++) {
      const paragraph = new Y.XmlElement("paragraph");
      const text = new Y.XmlText();
      paragraph.setAttribute("id", `paragrafo-${i}`);
      paragraph.insert(0, [text]);
      fragment.insert(i, [paragraph]);
      texts.push(text);
    }
  });
  let written = 0;
  while (written < characters) {
    document.clientID = 2 + Math.floor(chance() * sessions);
    const text = texts[Math.floor(chance() * texts.length)] as Y.XmlText;
    const word = "coprogettazione ".slice(0, 3 + Math.floor(chance() * 12));
    document.transact(() => {
      const at = chance() < 0.7 ? text.length : Math.floor(chance() * text.length);
      // typed, not pasted: each key is a change of its own
      for (let i = 0; i < word.length; i += 3) text.insert(at + i, word.slice(i, i + 3));
      if (chance() < 0.1 && text.length > 20) text.delete(Math.floor(chance() * 10), 5);
    });
    written += word.length;
  }
  const rows = [Y.encodeStateAsUpdate(document)];
  document.clientID = 2_000_000;
  document.on("update", (update: Uint8Array) => rows.push(update));
  const last = texts.at(-1) as Y.XmlText;
  for (let i = 0; i < tail - 1; i++) last.insert(last.length, "a");
  last.insert(last.length, markOf(LAST_MARK));
  document.destroy();
  return rows;
}

/** A text of at least so many bytes; 300 sessions. */
export function textOfBytes(bytes: number): Rows {
  const probe = writtenText(20_000, 300, 1)[0]?.length ?? 1;
  return writtenText(Math.ceil((20_000 * bytes) / probe), 300, 200);
}

/** Numbers between 0 and 1, the same for the same seed. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export function writeRows(path: string, rows: Rows): void {
  writeFileSync(path, encoding.encode((to) => rows.forEach((row) => encoding.writeVarUint8Array(to, row))));
}

export function readRows(path: string): Rows {
  const from = decoding.createDecoder(new Uint8Array(readFileSync(path)));
  const rows: Rows = [];
  while (decoding.hasContent(from)) rows.push(decoding.readVarUint8Array(from));
  return rows;
}
