// SPDX-License-Identifier: AGPL-3.0-or-later
import { leaveOut } from "./leave-out";

/** More rows than this are not one person's mishap: somebody has to look at it. */
const MOST_ROWS = 16;

type Row = { seq: number; bytes: Uint8Array };

/**
 * Which rows make a document unreadable: found by halving, the first one first, each then left out before the next is looked
 * for. Answers their numbers, none when the document reads well after all, and null when the rows are not to blame, because
 * it cannot be read without them either. `isReadable` judges a document by its parts.
 */
export async function rowsToBlame(ground: Uint8Array[], rows: Row[], isReadable: (parts: Uint8Array[]) => Promise<boolean>): Promise<number[] | null> {
  const counting = rows.map(({ bytes }) => bytes);
  const fineUpTo = (length: number) => isReadable([...ground, ...counting.slice(0, length)]);
  const blamed = new Set<number>();
  if (!(await fineUpTo(0))) return null;
  while (!(await fineUpTo(rows.length))) {
    let fine = 0;
    let broken = rows.length;
    while (broken - fine > 1) {
      const middle = (fine + broken) >>> 1;
      if (await fineUpTo(middle)) fine = middle;
      else broken = middle;
    }
    const { seq, bytes } = rows[fine] as Row;
    // whoever judges was out of order for a moment
    if (await fineUpTo(broken)) return [];
    // leaving it out did not help
    if (blamed.has(seq) || blamed.size === MOST_ROWS) return null;
    blamed.add(seq);
    counting[fine] = leaveOut(bytes);
  }
  return [...blamed];
}
