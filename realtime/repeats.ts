// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What is sent a second time while the first copy still waits for the disk: by somebody whose line broke, say. There is
 * nothing new to store, and yet it must not be called saved before the first copy is.
 */
type Waiting = { author: { countCommitted(updates: number): void }; updates: number; after: number };

export class Repeats {
  private taken = 0;
  private stored = 0;
  private waiting: Waiting[] = [];

  /** One more was taken for the disk. */
  take(): void {
    this.taken++;
  }

  /** So many `updates` of `author` repeat what was taken: they count as stored once that is. */
  wait(author: Waiting["author"], updates: number): void {
    if (this.stored === this.taken) author.countCommitted(updates);
    else this.waiting.push({ author, updates, after: this.taken });
  }

  /** So many of those taken, the oldest, are on disk. */
  store(count: number): void {
    this.stored += count;
    while (this.waiting[0] && this.waiting[0].after <= this.stored) {
      const { author, updates } = this.waiting.shift() as Waiting;
      author.countCommitted(updates);
    }
  }

  /** What was taken will never be stored, nor called so. */
  forget(): void {
    this.waiting = [];
  }
}
