// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What the server knows of a document without holding the document: how many insertions of each client, which are
 * deleted, and to whom each client number belongs. Against it an update is judged.
 *
 * Two promises make everything else simple. The server's state has no holes: an update is taken only when all it builds
 * upon is there. And a client number belongs to the person and organisation who first sent it: only they may add to it,
 * so nobody can write in another's name or block another's future edits with forged ones.
 */
import * as Y from "yjs";
import type { Inspected, Struct } from "./inspect";
import { RangeSet, type Range } from "./ranges";

/** `ends`: per client, how far the update carries; `bytes`: the update without what was already known. */
export type Verdict =
  | { kind: "nothing-new" }
  | { kind: "incomplete" }
  | { kind: "foreign" }
  | { kind: "new"; bytes: Uint8Array; ends: Map<number, number>; deletes: Inspected["deletes"]; binds: number[] };

export class Known {
  readonly clocks = new Map<number, number>();
  readonly owners = new Map<number, string>();
  private readonly deleted = new RangeSet();

  /** The vector to send, in Yjs encoding. */
  vector(): Uint8Array {
    return encodeVector(this.clocks);
  }

  /** Judges an update from `owner`; changes nothing. */
  judge(update: Uint8Array, inspected: Inspected, owner: string): Verdict {
    const fresh = this.freshStructs(inspected.structs);
    const freshDeletes = this.hasFreshDeletes(inspected.deletes);
    if (fresh.size === 0 && !freshDeletes) return { kind: "nothing-new" };
    const binds: number[] = [];
    for (const client of fresh.keys()) {
      const holder = this.owners.get(client);
      // numbers without holder but with text come from a log older than the bindings
      if (holder === undefined && !this.clocks.has(client)) binds.push(client);
      else if (holder !== owner) return { kind: "foreign" };
    }
    const ends = this.integrable(fresh);
    if (!ends || !this.reaches(inspected.deletes, ends)) return { kind: "incomplete" };
    return { kind: "new", bytes: this.withoutKnown(update, inspected), ends, deletes: inspected.deletes, binds };
  }

  /** Takes over what a verdict or a stored update brings. */
  learn(ends: Map<number, number>, deletes: Map<number, Range[]>): void {
    for (const [client, end] of ends) this.clocks.set(client, Math.max(end, this.clockOf(client)));
    for (const [client, ranges] of deletes) for (const range of ranges) this.deleted.add(client, range);
  }

  /** Takes over a base, which is known to be whole. */
  learnBase({ structs, deletes }: Inspected): void {
    const ends = new Map<number, number>();
    for (const [client, own] of structs) {
      const last = own.at(-1) as Struct;
      ends.set(client, last.id.clock + last.length);
    }
    this.learn(ends, deletes);
  }

  /** Takes over an update of the log. False, and nothing taken, when it does not join on without a hole. */
  learnStored({ structs, deletes }: Inspected): boolean {
    const ends = this.integrable(this.freshStructs(structs));
    if (!ends || !this.reaches(deletes, ends)) return false;
    this.learn(ends, deletes);
    return true;
  }

  private clockOf(client: number): number {
    return this.clocks.get(client) ?? 0;
  }

  private freshStructs(structs: Inspected["structs"]): Map<number, Struct[]> {
    const fresh = new Map<number, Struct[]>();
    for (const [client, own] of structs) {
      const beyond = own.filter((s) => !(s instanceof Y.Skip) && s.id.clock + s.length > this.clockOf(client));
      if (beyond.length > 0) fresh.set(client, beyond);
    }
    return fresh;
  }

  private hasFreshDeletes(deletes: Inspected["deletes"]): boolean {
    for (const [client, ranges] of deletes) {
      if (ranges.some((range) => !this.deleted.has(client, range))) return true;
    }
    return false;
  }

  /**
   * Where each client's count would stand after inserting `fresh` the way an editor does: a piece goes in when the
   * pieces it stands beside and the block it stands in are there. Null when some piece never can.
   */
  private integrable(fresh: Map<number, Struct[]>): Map<number, number> | null {
    const ends = new Map<number, number>();
    const reached = (client: number) => ends.get(client) ?? this.clockOf(client);
    const waiting = [...fresh].map(([client, structs]) => ({ client, structs, next: 0 }));
    for (let progress = true; progress; ) {
      progress = false;
      for (const queue of waiting) {
        for (let struct = queue.structs[queue.next]; struct; struct = queue.structs[++queue.next]) {
          if (struct.id.clock > reached(queue.client)) break;
          if (struct instanceof Y.Item && !standsOn(struct).every(({ client, clock }) => clock < foothold(struct, client)))
            break;
          ends.set(queue.client, struct.id.clock + struct.length);
          progress = true;
        }
      }
    }
    return waiting.every(({ structs, next }) => next === structs.length) ? ends : null;

    /** Of its own client a piece may only build on what precedes it. */
    function foothold(struct: Y.Item, client: number): number {
      return client === struct.id.client ? struct.id.clock : reached(client);
    }
  }

  private reaches(deletes: Inspected["deletes"], ends: Map<number, number>): boolean {
    for (const [client, ranges] of deletes) {
      const end = ends.get(client) ?? this.clockOf(client);
      if (ranges.some(({ clock, len }) => clock + len > end)) return false;
    }
    return true;
  }

  /**
   * Known pieces are cut away even though Yjs would skip them: a forged copy of another's text must not reach the log,
   * where merging could prefer it to the original.
   */
  private withoutKnown(update: Uint8Array, { structs }: Inspected): Uint8Array {
    const overlap = new Map<number, number>();
    for (const [client, own] of structs) {
      const known = this.clockOf(client);
      if ((own[0] as Struct).id.clock < known) overlap.set(client, known);
    }
    return overlap.size === 0 ? update.slice() : Y.diffUpdate(update, encodeVector(overlap));
  }
}

function standsOn(item: Y.Item): Y.ID[] {
  const parent = item.parent as unknown;
  const beneath = [item.origin, item.rightOrigin, parent instanceof Y.ID ? parent : null];
  return beneath.filter((id) => id !== null);
}

/** A map client → count in Yjs encoding. */
export function encodeVector(clocks: Map<number, number>): Uint8Array {
  // the types only know documents, the function also takes a vector
  return Y.encodeStateVector(clocks as unknown as Y.Doc);
}
