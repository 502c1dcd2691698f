// SPDX-License-Identifier: AGPL-3.0-or-later

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
