// SPDX-License-Identifier: AGPL-3.0-or-later
/** How the house is, in the few figures that tell whether what people write is safe. */
export type Figures = {
  /** Milliseconds the oldest words have been waiting for the disk. */
  waitingMs: number;
  /** Texts that cannot be stored at the moment. */
  notStoring: number;
  /** Share of the disk with the data that is free, 0 to 1; null where it cannot be known. */
  diskFree: number | null;
  /** The longest in a hundred waits of the process for its turn, in milliseconds. */
  delayMs: number;
  people: number;
  openTexts: number;
  commits: number;
  commitFailures: number;
  /** Writings not taken since the start, by reason. */
  refused: Record<string, number>;
};

export const troubles = ["notStoring", "waiting", "diskFull", "slow"] as const;
export type Trouble = (typeof troubles)[number];

const LONGEST_WAIT_MS = 5000;
const LEAST_DISK = 0.05;
const LONGEST_DELAY_MS = 1000;

/** What is wrong, the worst first; empty when all is well. */
export function troublesIn({ waitingMs, notStoring, diskFree, delayMs }: Figures): Trouble[] {
  const found = { notStoring: notStoring > 0, waiting: waitingMs > LONGEST_WAIT_MS, diskFull: diskFree !== null && diskFree < LEAST_DISK, slow: delayMs > LONGEST_DELAY_MS };
  return troubles.filter((each) => found[each]);
}

/** Troubles with which words may not reach the disk: monitoring is told so. Slowness alone is no alarm. */
export const endangersWords = (found: Trouble[]): boolean => found.some((each) => each !== "slow");
