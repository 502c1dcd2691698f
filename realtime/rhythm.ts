// SPDX-License-Identifier: AGPL-3.0-or-later
/** What has to be done again and again, for all connections and rooms by one timer. */
import type { Connection } from "./connection";
import { writeKeepalive } from "./protocol";
import type { Rooms } from "./rooms";

const BEAT_MS = 5000;

type Needs = {
  /** See `HubOptions`. */
  timing: { keepalive: number; ping: number; stall: number; review: number };
  connections: ReadonlySet<Connection>;
  rooms: Pick<Rooms, "all" | "tidy">;
  sendAway(slow: Connection): void;
  /** Asks about everybody again. */
  review(): void;
};

/** Starts at once. */
export function keepRhythm({ timing, connections, rooms, sendAway, review }: Needs): { stop(): void } {
  const beats = setInterval(beat, Math.min(BEAT_MS, timing.keepalive / 4)).unref();
  let reviewedAt = performance.now();
  return { stop: () => clearInterval(beats) };

  function beat(): void {
    const now = performance.now();
    for (const connection of connections) lookAfter(connection, now);
    rooms.tidy(now);
    for (const room of rooms.all()) {
      room.presence.sweep(now);
      room.presenceFeed.announce();
    }
    if (now - reviewedAt < timing.review) return;
    reviewedAt = now;
    review();
  }

  /** A line that is dead, or a reader that does not read, is given up; the others hear now and then that we are here. */
  function lookAfter(connection: Connection, now: number): void {
    const silence = now - connection.lastHeardAt;
    if (silence > 2 * timing.ping) return connection.socket.terminate();
    if (silence > timing.ping) connection.socket.ping();
    if (connection.stalledFor(now) > timing.stall) sendAway(connection);
    else if (now - connection.lastSentAt >= timing.keepalive) connection.send(writeKeepalive());
  }
}
