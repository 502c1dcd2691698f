// SPDX-License-Identifier: AGPL-3.0-or-later
/** How long after the last keystroke to ask, and how long to wait at most while typing goes on. */
const ASK_AFTER_MS = 250;
const ASK_WITHIN_MS = 1000;

/**
 * Knows whether what was typed here is on the server's disk. After a pause in typing it asks with a number (a barrier);
 * the server repeats it once everything it received before is stored.
 */
export class Barriers {
  private changes = 0;
  private saved = 0;
  private asked: { number: number; changes: number }[] = [];
  private nextNumber = 1;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private firstUnasked: number | null = null;

  /** `send` answers false when nothing can be asked now. */
  constructor(private readonly send: (number: number) => boolean) {}

  get unsaved(): boolean {
    return this.changes > this.saved;
  }

  /** Something was typed. */
  count(): void {
    this.changes++;
    const now = Date.now();
    this.firstUnasked ??= now;
    clearTimeout(this.timer);
    this.timer = setTimeout(this.ask, Math.min(ASK_AFTER_MS, Math.max(0, this.firstUnasked + ASK_WITHIN_MS - now)));
  }

  /** What was asked on another socket will not be answered on this one. */
  startOver(): void {
    this.asked = [];
  }

  readonly ask = (): void => {
    if (!this.unsaved || this.asked.at(-1)?.changes === this.changes) return;
    const barrier = { number: this.nextNumber, changes: this.changes };
    if (!this.send(barrier.number)) return;
    this.nextNumber++;
    this.firstUnasked = null;
    this.asked.push(barrier);
  };

  hear(number: number): void {
    const answered = this.asked.find((barrier) => barrier.number === number);
    if (!answered) return;
    this.asked = this.asked.filter((barrier) => barrier.number > number);
    this.saved = answered.changes;
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}
