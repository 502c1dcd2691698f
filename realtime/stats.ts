// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Connection } from "./connection";
import type { Metrics } from "./metrics";
import type { Room } from "./room";

export type Stats = ReturnType<typeof statsOf>;

/** Counters since the start and gauges of the moment. */
export function statsOf(metrics: Metrics, connections: ReadonlySet<Connection>, rooms: Room[], frozenRooms: number) {
  return {
    ...metrics,
    connections: connections.size,
    /** Readers who are told later because they read slowly. */
    behind: [...connections].filter(({ isBehind }) => isBehind).length,
    rooms: rooms.length,
    documentBytes: rooms.reduce((sum, { state }) => sum + state.size, 0),
    frozenRooms,
    /** Milliseconds the oldest update has been waiting for the disk. */
    lastingMs: Math.max(0, ...rooms.map((room) => room.waitingFor)),
    documents: rooms.map(({ documentId, headSeq, connections: here }) => ({ documentId, headSeq, people: here.size })),
  };
}
