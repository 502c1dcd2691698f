// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What waits to be read by one client. Somebody on a slow line does not make the server hold everything for them: past a
 * measure nothing more is put in, what they miss is only noted, and once they have read what there was they are brought up to
 * date in one go. Whoever reads nothing at all for a while is sent away.
 */
import type { Duplex } from "node:stream";
import type { Wire } from "./framing";

/** Bytes waiting beyond which a reader is behind. */
const BEHIND_BYTES = 256 * 1024;

/** How many bytes the operating system has not taken yet; Node keeps the count, and its own timeouts go by it. */
type Handled = { _handle?: { writeQueueSize?: number } | null };

export class Outbox {
  /** It reads too slowly to be told of everything as it happens. */
  isBehind = false;
  private largest = 0;
  private given = 0;
  private taken = -1;
  private movedAt = 0;

  constructor(
    private readonly stream: Duplex,
    /** Bytes that may wait beside the largest message. */
    private readonly most: number,
    private readonly onCaughtUp: () => void,
  ) {}

  /** False when so much waits that this reader is beyond help. */
  put(wire: Wire): boolean {
    const { stream } = this;
    this.largest = Math.max(this.largest, wire.length);
    if (stream.writableLength > this.most + this.largest) return false;
    stream.write(wire);
    this.given += wire.length;
    if (!this.isBehind && stream.writableLength > BEHIND_BYTES) this.fallBehind();
    return true;
  }

  /** Milliseconds for which nothing was read although something waits. */
  stalledFor(now: number): number {
    if (!this.isBehind) return 0;
    // what we add in the meantime, if only a sign of life, is no sign that they read
    const taken = this.given - this.stream.writableLength - ((this.stream as Handled)._handle?.writeQueueSize ?? 0);
    if (taken !== this.taken) this.movedAt = now;
    this.taken = taken;
    return now - this.movedAt;
  }

  private fallBehind(): void {
    this.isBehind = true;
    this.taken = -1;
    this.stream.once("drain", () => {
      this.isBehind = false;
      this.onCaughtUp();
    });
  }
}
