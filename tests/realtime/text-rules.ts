// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the texts of these tests are like: plain text, in which suggestions carry the name of who makes them. */
import * as Y from "yjs";
import type { TextRules } from "~realtime/document-jobs";

type Piece = { insert: string; attributes?: { inserts?: string; removes?: string } };

function piecesOf(state: Uint8Array): Piece[] {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc.getText("default").toDelta() as Piece[];
}

/** The text as it was before anybody suggested anything. */
const accepted = (pieces: Piece[]) => pieces.flatMap((piece) => (piece.attributes?.inserts ? [] : [piece.insert])).join("");

const names = (pieces: Piece[]) => pieces.flatMap(({ insert, attributes }) => Object.values(attributes ?? {}).map((name) => `${name} ${insert}`));

export const isReadable: TextRules["isReadable"] = (state) => {
  const text = piecesOf(state)
    .map(({ insert }) => insert)
    .join("");
  if (text.includes("ferma il lavoratore")) process.exit(1);
  return !text.includes("illeggibile");
};

export const isSuggestion: TextRules["isSuggestion"] = (before, after, { personId }) => {
  const [old, now] = [piecesOf(before), piecesOf(after)];
  const known = new Set(names(old));
  const added = names(now).filter((name) => !known.has(name));
  return accepted(old) === accepted(now) && added.every((name) => name.startsWith(`${personId} `));
};
