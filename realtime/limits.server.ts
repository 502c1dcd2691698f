// SPDX-License-Identifier: AGPL-3.0-or-later
import { RateLimiterMemory, type RateLimiterRes } from "rate-limiter-flexible";

/** How much one side may ask of the server. All can be set when it is composed. */
export type LimitSettings = {
  /** Largest frame, in bytes; beyond it the socket is closed with 1009. */
  maxPayload: number;
  connectionsPerPerson: number;
  /** Openings per network address in ten seconds. */
  openingsPerAddress: number;
  /** Points per connection and second: 1 for a message, 1 more for each 16 KiB, 20 for a request of the whole text. */
  pointsPerSecond: number;
  /** Bytes waiting for a slow reader before it is closed and has to start over. */
  maxBuffered: number;
  /** Bytes and rows of refused updates kept for one connection before it is closed. */
  maxRefusedBytes: number;
  maxRefused: number;
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
  maxDocumentBytes: 64 * 1024 * 1024,
};

export class Limits {
  private readonly openings: RateLimiterMemory;
  private readonly messages: RateLimiterMemory;

  constructor(readonly settings: LimitSettings) {
    this.openings = new RateLimiterMemory({ points: settings.openingsPerAddress, duration: 10 });
    this.messages = new RateLimiterMemory({ points: settings.pointsPerSecond, duration: 1 });
  }

  async mayOpen(address: string): Promise<boolean> {
    return (await restAfter(this.openings, address, 1)) === 0;
  }

  /** Milliseconds the connection has to rest after this message; 0 while it is within its means. */
  rest(connectionId: string, kind: string, bytes: number): Promise<number> {
    const points = (kind === "vector" ? 20 : 1) + Math.floor(bytes / 16_384);
    return restAfter(this.messages, connectionId, points);
  }
}

async function restAfter(limiter: RateLimiterMemory, key: string, points: number): Promise<number> {
  try {
    await limiter.consume(key, points);
    return 0;
  } catch (refusal) {
    if (refusal instanceof Error) throw refusal;
    return Math.max(1, (refusal as RateLimiterRes).msBeforeNext);
  }
}
