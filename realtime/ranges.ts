// SPDX-License-Identifier: AGPL-3.0-or-later

/** A stretch of numbered insertions of one client: `clock` and the `len` - 1 after it. */
export type Range = { clock: number; len: number };

/** Which insertions of which client; kept sorted and joined, so that asking and adding stay cheap as it grows. */
export class RangeSet {
  private readonly byClient = new Map<number, Range[]>();

  has(client: number, { clock, len }: Range): boolean {
    const ranges = this.byClient.get(client);
    const found = ranges?.[firstEndingAfter(ranges, clock)];
    return found !== undefined && found.clock <= clock && clock + len <= found.clock + found.len;
  }

  add(client: number, { clock, len }: Range): void {
    let ranges = this.byClient.get(client);
    if (!ranges) this.byClient.set(client, (ranges = []));
    let start = clock;
    let end = clock + len;
    // neighbours that touch the new stretch are swallowed by it
    const from = firstEndingAfter(ranges, clock - 1);
    let to = from;
    for (let next = ranges[to]; next && next.clock <= end; next = ranges[++to]) {
      start = Math.min(start, next.clock);
      end = Math.max(end, next.clock + next.len);
    }
    ranges.splice(from, to - from, { clock: start, len: end - start });
  }
}

/** Index of the first range that reaches beyond `clock`. */
function firstEndingAfter(ranges: Range[], clock: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const range = ranges[middle] as Range;
    if (range.clock + range.len > clock) high = middle;
    else low = middle + 1;
  }
  return low;
}
