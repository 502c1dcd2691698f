// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Refusal } from "./protocol";

const COMMIT_BUCKETS_MS = [1, 2, 5, 10, 25, 50, 100, 250, 1000, 5000];

/** Counters since the start of the process. Plain numbers: whoever shows them decides the format. */
export class Metrics {
  readonly received: Record<string, number> = {};
  readonly receivedBytes: Record<string, number> = {};
  readonly refused: Partial<Record<Refusal, number>> = {};
  /** Sockets the server closed, by code. */
  readonly dismissed: Record<number, number> = {};
  commits = 0;
  commitFailures = 0;
  committedRows = 0;
  compactions = 0;
  echoesDropped = 0;
  /** Updates with words of others that were brought back after a loss. */
  recovered = 0;
  /** Rows that were found damaged, or not to be shown, and left out. */
  rowsSetAside = 0;
  /** Commits that took at most so many milliseconds; the last entry counts all of them. */
  readonly commitMs: { upTo: number; count: number }[] = [...COMMIT_BUCKETS_MS, Infinity].map((upTo) => ({
    upTo,
    count: 0,
  }));

  countMessage(kind: string, bytes: number): void {
    this.received[kind] = (this.received[kind] ?? 0) + 1;
    this.receivedBytes[kind] = (this.receivedBytes[kind] ?? 0) + bytes;
  }

  countRefusal(reason: Refusal): void {
    this.refused[reason] = (this.refused[reason] ?? 0) + 1;
  }

  countDismissal(code: number): void {
    this.dismissed[code] = (this.dismissed[code] ?? 0) + 1;
  }

  countCommit(rows: number, milliseconds: number): void {
    this.commits++;
    this.committedRows += rows;
    for (const bucket of this.commitMs) if (milliseconds <= bucket.upTo) bucket.count++;
  }
}
