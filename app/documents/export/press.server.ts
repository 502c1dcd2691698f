// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where files are made from papers, and read: Pandoc and Typst work in threads of their own, which do not hold up anybody. */
import type { Reading, ReadOrder } from "../import/reading";
import type { Format, Paper } from "./paper";
import { openPress } from "./press-queue.server";

export { NotMade } from "./press-queue.server";

const LONGEST_MS = 120_000;

/** What people wait for with their text held still goes before, and beside, what others ordered. */
const ordinary = openPress();
const urgent = openPress();

/** Makes a file, one at a time and in turn. Throws `NotMade`; `longest` (milliseconds) is counted from when its turn comes. */
export const makeFile = (paper: Paper, format: Format, { longest = LONGEST_MS, waitedFor = false } = {}): Promise<Uint8Array> => (waitedFor ? urgent : ordinary).inTurn<Uint8Array>({ make: { paper, format } }, longest);

/** Reads a file into blocks of our schema, in the same turn. Throws `NotMade`. */
export const readFileIntoBlocks = (order: ReadOrder): Promise<Reading> => ordinary.inTurn<Reading>({ read: order }, LONGEST_MS);

/** Ends the threads; what was asked for fails. */
export async function closePress(): Promise<void> {
  await Promise.all([ordinary.close(), urgent.close()]);
}
