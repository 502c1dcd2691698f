// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { wordsIn } from "~realtime/words";

/** Paragraphs of an editor, each typed letter by letter. */
function typed(doc: Y.Doc, ...paragraphs: string[]): void {
  for (const words of paragraphs) {
    const text = new Y.XmlText();
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [text]);
    doc.getXmlFragment("default").push([paragraph]);
    for (const letter of words) text.insert(text.length, letter);
  }
}

test("the words of an update are read without the document, one line per paragraph", () => {
  const doc = new Y.Doc();
  typed(doc, "La seduta è aperta.", "Si approva il verbale.");
  expect(wordsIn(Y.encodeStateAsUpdate(doc))).toBe("La seduta è aperta.\nSi approva il verbale.");
});

test("what the reader has already is left out, and bold words stay in their line", () => {
  const doc = new Y.Doc();
  typed(doc, "Già scritto");
  const before = Y.decodeStateVector(Y.encodeStateVector(doc));
  const text = (doc.getXmlFragment("default").get(0) as Y.XmlElement).get(0) as Y.XmlText;
  text.insert(text.length, ", e poi ");
  text.insert(text.length, "molto", { bold: {} });
  text.insert(text.length, " altro", { bold: null as never });
  expect(wordsIn(Y.encodeStateAsUpdate(doc), before)).toBe(", e poi molto altro");
});

test("bytes that are no update have no words, and none make it fail", () => {
  expect(wordsIn(new Uint8Array([255, 255, 255]))).toBeNull();
  expect(wordsIn(new Uint8Array())).toBeNull();
  const update = (() => {
    const doc = new Y.Doc();
    typed(doc, "parole", "altre parole");
    return Y.encodeStateAsUpdate(doc);
  })();
  fc.assert(
    fc.property(fc.nat(update.length - 1), fc.integer({ min: 0, max: 255 }), (at, byte) => {
      const damaged = update.slice();
      damaged[at] = byte;
      const words = wordsIn(damaged);
      expect(words === null || typeof words === "string").toBe(true);
    }),
    { numRuns: 300 },
  );
});
