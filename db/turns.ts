// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Two writers of one SQLite file in one process: the door of the house, on the main thread, and the log of the shared
 * texts, in a thread of its own. SQLite lets one write at a time and makes the other wait by sleeping, which on the main
 * thread would hold up everybody. So they take turns before they ask SQLite: through one word of shared memory, in which
 * the door waits without holding up the event loop and the log's thread simply sleeps.
 *
 * Whoever gives up the turn hands it straight to the other if it is waiting, so neither can be starved. SQLite's own lock
 * stays what keeps the file whole; turns only make sure that inside this process nobody ever meets it closed.
 */
export type Writer = "door" | "log";

const FREE = 0;
const NUMBER = { door: 1, log: 2 } as const;
/** Positions in the shared memory: whose turn it is, and who waits for it. */
const TURN = 0;

export const newTurns = (): SharedArrayBuffer => new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT);

export class Turns {
  private readonly words: Int32Array;
  private readonly me: number;
  private readonly other: number;

  constructor(shared: SharedArrayBuffer, writer: Writer) {
    this.words = new Int32Array(shared);
    this.me = NUMBER[writer];
    this.other = NUMBER[writer === "door" ? "log" : "door"];
  }

  /** Waits for the turn without holding up this thread. */
  async take(): Promise<void> {
    for (let whose = this.ask(); whose !== this.me; whose = this.ask()) {
      await Atomics.waitAsync(this.words, TURN, whose).value;
    }
    this.stopAsking();
  }

  /** Waits for the turn, at most so many milliseconds, in a thread that has nothing else to do. False: it did not come. */
  takeOrSleep(atMost: number): boolean {
    const end = performance.now() + atMost;
    for (let whose = this.ask(); whose !== this.me; whose = this.ask()) {
      const left = end - performance.now();
      if (left > 0) Atomics.wait(this.words, TURN, whose, left);
      else if (this.stopAsking()) return false;
    }
    this.stopAsking();
    return true;
  }

  give(): void {
    const next = Atomics.exchange(this.words, this.other, 0) === 1 ? this.other : FREE;
    Atomics.store(this.words, TURN, next);
    Atomics.notify(this.words, TURN);
  }

  /** The other thread has ended: whatever it held or waited for is free again. */
  otherIsGone(): void {
    Atomics.store(this.words, this.other, 0);
    if (Atomics.compareExchange(this.words, TURN, this.other, FREE) === this.other) Atomics.notify(this.words, TURN);
  }

  /** Takes the turn if it is free, else notes that this one waits. Answers whose turn it is now. */
  private ask(): number {
    Atomics.store(this.words, this.me, 1);
    const whose = Atomics.compareExchange(this.words, TURN, FREE, this.me);
    return whose === FREE ? this.me : whose;
  }

  /** False when the other has seen the wish already: the turn is about to come. */
  private stopAsking(): boolean {
    return Atomics.exchange(this.words, this.me, 0) === 1;
  }
}
