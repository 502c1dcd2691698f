// SPDX-License-Identifier: AGPL-3.0-or-later
/** Tells those in a room who is there: many changes in one message, the fewer messages the more people there are. */
import type { Connection } from "./connection";
import type { Presence } from "./presence";
import { framed } from "./framing";
import { writePresence } from "./protocol";
import { CROWD } from "./spotlight";

export class PresenceFeed {
  private timer: NodeJS.Timeout | undefined;
  private told = 0;

  constructor(
    private readonly presence: Presence,
    private readonly connections: ReadonlySet<Connection>,
  ) {}

  /** Sends what changed soon: 20 times a second at most, 10 above 50 people, 4 above 200. */
  announce(): void {
    if (!this.presence.hasChanges) return;
    const people = this.presence.size;
    const pause = people > CROWD ? 250 : people > 50 ? 100 : 50;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.flush();
    }, pause);
  }

  /** Tells one who just came about the others. */
  greet(connection: Connection): void {
    if (this.presence.size === 0) return;
    connection.send(writePresence(this.presence.entriesFor(connection)));
    if (this.presence.size > CROWD) connection.control({ type: "people", count: this.presence.people });
  }

  stop(): void {
    clearTimeout(this.timer);
  }

  private flush(): void {
    const changes = this.presence.takeChanges();
    const shared = changes.length > 0 ? framed(writePresence(this.presence.entriesFor(null, changes))) : null;
    const speakers = this.presence.speakersOf(changes);
    for (const connection of this.connections) {
      if (!shared) break;
      if (connection.isBehind) connection.missed.notePeople(changes);
      else if (!speakers.has(connection.id)) connection.write(shared);
      else {
        const others = this.presence.entriesFor(connection, changes);
        if (others.length > 0) connection.send(writePresence(others));
      }
    }
    this.count();
  }

  /** In a crowd the list is not whole: those who speak the control channel hear how many they are. 0: all are listed. */
  private count(): void {
    const count = this.presence.size > CROWD ? this.presence.people : 0;
    if (count === this.told) return;
    this.told = count;
    for (const connection of this.connections) connection.control({ type: "people", count });
  }
}
