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
