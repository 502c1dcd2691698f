// SPDX-License-Identifier: AGPL-3.0-or-later
import * as Y from "yjs";
import type { Struct } from "./inspect";

/** The pieces in an order in which a document can take them, and how far each client's count reaches then. */
export type Order = { pieces: Struct[]; ends: Map<number, number> };

type Queue = { client: number; pieces: Struct[]; next: number };

/**
 * Puts new pieces in order, the way an editor inserts them: one goes in when the pieces it stands beside and the block it
 * stands in are there. Null when some piece never can. `known` counts what is there already.
 */
export function inOrder(fresh: Map<number, Struct[]>, known: (client: number) => number): Order | null {
  const [only] = fresh;
  // one person's keystrokes: nothing to be sorted
  if (fresh.size === 1 && only) return ofOne(only[0], only[1], known);
  const ends = new Map<number, number>();
  const pieces: Struct[] = [];
  const reached = (client: number) => ends.get(client) ?? known(client);
  const queues = [...fresh].map(([client, own]): Queue => ({ client, pieces: own, next: 0 }));
  const waiting = new Map<number, { clock: number; queue: Queue }[]>();
  const ready = [...queues];
  for (let queue = ready.pop(); queue; queue = ready.pop()) {
    const before = reached(queue.client);
    for (let piece = queue.pieces[queue.next]; piece; piece = queue.pieces[++queue.next]) {
      if (piece.id.clock > reached(queue.client)) return null;
      const missing = missingFor(piece, reached);
      if (missing) {
        // what must precede a piece of the same client, and does not, never will
        if (missing.client === queue.client) return null;
        const others = waiting.get(missing.client) ?? [];
        waiting.set(missing.client, [...others, { clock: missing.clock, queue }]);
        break;
      }
      ends.set(queue.client, piece.id.clock + piece.length);
      pieces.push(piece);
    }
    if (reached(queue.client) > before) wake(queue.client);
  }
  return queues.every((queue) => queue.next === queue.pieces.length) ? { pieces, ends } : null;

  function wake(client: number): void {
    const held = waiting.get(client);
    if (!held) return;
    const end = reached(client);
    waiting.set(
      client,
      held.filter(({ clock }) => clock >= end),
    );
    for (const { clock, queue } of held) if (clock < end) ready.push(queue);
  }
}

function ofOne(client: number, pieces: Struct[], known: (client: number) => number): Order | null {
  let end = known(client);
  for (const piece of pieces) {
    if (piece.id.clock > end || missingFor(piece, known)) return null;
    end = piece.id.clock + piece.length;
  }
  return { pieces, ends: new Map([[client, end]]) };
}

/** The first piece that `piece` builds on and that is not there; of its own client it may only build on what precedes it. */
function missingFor(piece: Struct, reached: (client: number) => number): Y.ID | null {
  if (!(piece instanceof Y.Item)) return null;
  const { origin, rightOrigin } = piece;
  const parent = piece.parent as unknown;
  if (origin && isMissing(origin, piece, reached)) return origin;
  if (rightOrigin && isMissing(rightOrigin, piece, reached)) return rightOrigin;
  return parent instanceof Y.ID && isMissing(parent, piece, reached) ? parent : null;
}

function isMissing(id: Y.ID, { id: own }: Y.Item, reached: (client: number) => number): boolean {
  return id.clock >= (id.client === own.client ? own.clock : reached(id.client));
}
