// SPDX-License-Identifier: AGPL-3.0-or-later
/** Holding a document still while something is made of exactly what is stored: a sealed version, say. */
import { NotTaken } from "./ports";
import type { Reviews } from "./reviews";
import type { Rooms } from "./rooms";

/** The document as stored: `seq` is the number of the last row that `state` contains. */
export type Still = { state: Uint8Array; seq: number };

/** Whoever holds a document still now; the next one waits for the end. */
export type Turns = Map<string, Promise<void>>;

type Needs = { rooms: Rooms; reviews: Reviews; turns: Turns };

export async function whileStill<T>(
  needs: Needs,
  documentId: string,
  work: (still: Still) => Promise<T>,
): Promise<T> {
  const { turns } = needs;
  while (turns.has(documentId)) await turns.get(documentId);
  let ended = () => {};
  turns.set(documentId, new Promise<void>((done) => (ended = done)));
  try {
    return await holdStill(needs, documentId, work);
  } finally {
    turns.delete(documentId);
    ended();
  }
}

async function holdStill<T>(needs: Needs, documentId: string, work: (still: Still) => Promise<T>): Promise<T> {
  const { rooms, reviews } = needs;
  const room = await rooms.open(documentId);
  if (!room) throw new NotTaken("missing");
  const stillness = room.standStill();
  reviews.hold([...room.connections]);
  try {
    if (await room.settle()) return await work({ state: await room.whole(), seq: room.headSeq });
  } finally {
    stillness.stir();
    await reviews.invalidate([...room.connections]);
    stillness.end();
  }
  // another process wrote too: what it wrote belongs to what is stored
  if (room.closed) return holdStill(needs, documentId, work);
  throw new NotTaken("not-saved");
}
