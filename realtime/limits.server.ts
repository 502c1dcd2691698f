// SPDX-License-Identifier: AGPL-3.0-or-later
import { RateLimiterMemory } from "rate-limiter-flexible";

/** How much one side may ask of the server. All can be set when it is composed. */
export type LimitSettings = {
  /** Largest frame, in bytes; beyond it the socket is closed with 4413, beyond twice as much with 1009. */
  maxPayload: number;
  connectionsPerPerson: number;
  /** Openings per network address in ten seconds. */
  openingsPerAddress: number;
  /** Points per connection and second: 1 for a message, 1 more for each 16 KiB, 20 for a request of the whole text. */
  pointsPerSecond: number;
  /** Bytes that may wait for a slow reader, beside its largest message, before it is closed and has to start over. */
  maxBuffered: number;
  /** Bytes and rows of refused updates kept for one connection before it is closed. */
  maxRefusedBytes: number;
  maxRefused: number;
  /** Milliseconds in which what was on its way to a document just sealed is only kept aside; later writes close the socket. */
  sealedGrace: number;
  /** Bytes of documents kept in memory; see `Rooms.tidy`. */
  maxDocumentBytes: number;
};

export const DEFAULT_LIMITS: LimitSettings = {
  maxPayload: 4 * 1024 * 1024,
  connectionsPerPerson: 100,
  openingsPerAddress: 3000,
  pointsPerSecond: 300,
  maxBuffered: 8 * 1024 * 1024,
  maxRefusedBytes: 8 * 1024 * 1024,
  maxRefused: 100,
  sealedGrace: 2000,
  maxDocumentBytes: 64 * 1024 * 1024,
};

export class Limits {
  private readonly openings: RateLimiterMemory;

  constructor(readonly settings: LimitSettings) {
    this.openings = new RateLimiterMemory({ points: settings.openingsPerAddress, duration: 10 });
  }

  async mayOpen(address: string): Promise<boolean> {
    try {
      await this.openings.consume(address, 1);
      return true;
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal;
      return false;
    }
  }
}

/** What one connection may spend: a second's worth at once, then as it comes in. It keeps no timer. */
export class Pace {
  private points: number;
  private countedAt = 0;

  constructor(private readonly pointsPerSecond: number) {
    this.points = pointsPerSecond;
  }

  /** Milliseconds the connection has to rest after this message; 0 while it is within its means. */
  restAfter(kind: string, bytes: number, now: number): number {
    const earned = ((now - this.countedAt) * this.pointsPerSecond) / 1000;
    const cost = (kind === "vector" ? 20 : 1) + Math.floor(bytes / 16_384);
    this.countedAt = now;
    this.points = Math.min(this.pointsPerSecond, this.points + earned) - cost;
    return this.points >= 0 ? 0 : Math.max(1, Math.ceil((-this.points * 1000) / this.pointsPerSecond));
  }
}
