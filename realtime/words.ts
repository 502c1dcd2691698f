// SPDX-License-Identifier: AGPL-3.0-or-later
import * as Y from "yjs";

type Piece = { client: number; clock: number; end: number; text: string | null; after: Y.ID | null };

/**
 * The words that an update would add, one line per run of typing, as far as they can be read from the bytes alone; of
 * the rest of the document nothing is known here. `known`: how much of each client the reader has already; those pieces
 * are left out. Null when the bytes are no update.
 */
export function wordsIn(update: Uint8Array, known: ReadonlyMap<number, number> = new Map()): string | null {
  let structs: readonly unknown[];
  try {
    ({ structs } = Y.decodeUpdate(update));
  } catch {
    return null;
  }
  const lines: string[] = [];
  let line = "";
  let last: Piece | null = null;
  const endLine = () => {
    if (line.trim()) lines.push(line);
    line = "";
  };
  for (const piece of structs.flatMap(pieceOf)) {
    if (piece.end <= (known.get(piece.client) ?? 0)) continue;
    const goesOn = last !== null && piece.after?.client === last.client && piece.after.clock === last.end - 1;
    if (piece.text === null || !goesOn) endLine();
    line += (piece.text ?? "").slice(Math.max(0, (known.get(piece.client) ?? 0) - piece.clock));
    last = piece;
  }
  endLine();
  return lines.join("\n");
}

/** Text, or a new block, which ends the line; formats belong to the run they stand in. */
function pieceOf(struct: unknown): Piece[] {
  if (!(struct instanceof Y.Item)) return [];
  const { id, length, content, origin } = struct;
  const place = { client: id.client, clock: id.clock, end: id.clock + length, after: origin };
  if (content instanceof Y.ContentString) return [{ ...place, text: content.str }];
  if (content instanceof Y.ContentFormat) return [{ ...place, text: "" }];
  return content instanceof Y.ContentType ? [{ ...place, text: null }] : [];
}
