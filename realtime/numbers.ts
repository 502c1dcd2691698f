// SPDX-License-Identifier: AGPL-3.0-or-later

const FEWEST_SLOTS = 4;

/** A growing list of whole numbers below 2^32 that takes four bytes for each: the server keeps thousands per document. */
export class Numbers {
  private slots: Uint32Array;
  private used: number;

  /** Takes the array over. */
  constructor(initial: Uint32Array = new Uint32Array(FEWEST_SLOTS), used = 0) {
    this.slots = initial;
    this.used = used;
  }

  get length(): number {
    return this.used;
  }

  /** All of them; shares memory. */
  values(): Uint32Array {
    return this.slots.subarray(0, this.used);
  }

  /** The number at a place that exists. */
  at(index: number): number {
    return this.slots[index] as number;
  }

  set(index: number, value: number): void {
    this.slots[index] = value;
  }

  push(...values: number[]): void {
    this.splice(this.used, 0, values);
  }

  /** Replaces `removed` numbers from `from` on by others. */
  splice(from: number, removed: number, inserted: number[]): void {
    const length = this.used - removed + inserted.length;
    if (length > this.slots.length) {
      const larger = new Uint32Array(Math.max(FEWEST_SLOTS, Math.ceil(length * 1.25)));
      larger.set(this.slots.subarray(0, this.used));
      this.slots = larger;
    }
    if (inserted.length !== removed) this.slots.copyWithin(from + inserted.length, from + removed, this.used);
    this.slots.set(inserted, from);
    this.used = length;
  }

  /**
   * How many records of `width` numbers come before the first one whose number at `offset` is above `limit`; those
   * numbers must rise from record to record.
   */
  recordsUpTo(limit: number, width = 1, offset = 0): number {
    let low = 0;
    let high = this.used / width;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.slots[middle * width + offset] as number) > limit) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
