// SPDX-License-Identifier: AGPL-3.0-or-later
import * as encoding from "lib0/encoding";
import { Numbers } from "./numbers";

/** A stretch of numbered insertions of one client: `clock` and the `len` - 1 after it. */
export type Range = { clock: number; len: number };

/** Beginning and end of a stretch, as they lie side by side. */
const WIDTH = 2;
const END = 1;

/** Which insertions of which client; kept sorted and joined, so that asking and adding stay cheap as it grows. */
export class RangeSet {
  private readonly byClient = new Map<number, Numbers>();

  has(client: number, { clock, len }: Range): boolean {
    const ranges = this.byClient.get(client);
    if (!ranges) return false;
    const found = ranges.recordsUpTo(clock, WIDTH, END) * WIDTH;
    return found < ranges.length && ranges.at(found) <= clock && clock + len <= ranges.at(found + END);
  }

  add(client: number, { clock, len }: Range): void {
    let ranges = this.byClient.get(client);
    if (!ranges) this.byClient.set(client, (ranges = new Numbers()));
    let start = clock;
    let end = clock + len;
    // neighbours that touch the new stretch are swallowed by it
    const from = ranges.recordsUpTo(clock - 1, WIDTH, END) * WIDTH;
    let to = from;
    for (; to < ranges.length && ranges.at(to) <= end; to += WIDTH) {
      start = Math.min(start, ranges.at(to));
      end = Math.max(end, ranges.at(to + END));
    }
    ranges.splice(from, to - from, [start, end]);
  }

  /** The stretches of a client, beginning and end in turn. */
  of(client: number): Uint32Array {
    return this.byClient.get(client)?.values() ?? new Uint32Array();
  }

  /** Takes over what `of` gave. */
  put(client: number, stretches: Uint32Array): void {
    if (stretches.length > 0) this.byClient.set(client, new Numbers(stretches, stretches.length));
  }

  /** As a Yjs update that inserts nothing and deletes all of it. */
  asUpdate(): Uint8Array {
    return encoding.encode((to) => {
      encoding.writeVarUint(to, 0);
      encoding.writeVarUint(to, this.byClient.size);
      // higher client numbers first, as Yjs writes them
      for (const client of [...this.byClient.keys()].sort((a, b) => b - a)) {
        const ranges = this.byClient.get(client) as Numbers;
        encoding.writeVarUint(to, client);
        encoding.writeVarUint(to, ranges.length / WIDTH);
        for (let i = 0; i < ranges.length; i += WIDTH) {
          encoding.writeVarUint(to, ranges.at(i));
          encoding.writeVarUint(to, ranges.at(i + END) - ranges.at(i));
        }
      }
    });
  }
}
