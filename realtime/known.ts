// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What the server knows of a document without holding the document: how many insertions of each client, which are
 * deleted, in what kind of place they stand, and to whom each client number belongs. Against it an update is judged.
 *
 * Two promises make everything else simple. The server's state has no holes: an update is taken only when all it builds
 * upon is there. And a client number belongs to the person and organisation who first sent it: only they may add to it,
 * so nobody can write in another's name or block another's future edits with forged ones.
 */
import * as Y from "yjs";
import type { Inspected, Struct } from "./inspect";
import { inOrder } from "./order";
import { Places } from "./places";
import { RangeSet } from "./ranges";

/** What an update adds: how far each client's count reaches with it, what it deletes, where its pieces stand. */
export type Lesson = { ends: Map<number, number>; deletes: Inspected["deletes"]; places: Places };

/**
 * For "new", `bytes` is the update without what was already known, `binds` the client numbers first seen in it, and `brought`
 * says that it holds text of others, brought back.
 */
export type Verdict =
  | { kind: "nothing-new" | "incomplete" | "foreign" | "misplaced" }
  | ({ kind: "new"; bytes: Uint8Array; binds: number[]; brought: boolean } & Lesson);

/** Whether a number that is not the sender's becomes theirs, or is only brought back by them; null when it is neither. */
export type Tolerance = (client: number, hasHolder: boolean, hasText: boolean) => "bind" | "bring" | null;

/** Numbers without holder but with text come from a log older than the bindings. */
const STRICT: Tolerance = (_client, hasHolder, hasText) => (hasHolder || hasText ? null : "bind");

export class Known {
  readonly clocks = new Map<number, number>();
  readonly owners = new Map<number, string>();
  readonly deleted = new RangeSet();
  readonly places = new Places();

  /** The vector to send, in Yjs encoding. */
  vector(): Uint8Array {
    return encodeVector(this.clocks);
  }

  /** Judges an update from `owner`; changes nothing. */
  judge(update: Uint8Array, inspected: Inspected, owner: string, tolerance: Tolerance = STRICT): Verdict {
    const fresh = this.freshStructs(inspected.structs);
    const freshDeletes = this.hasFreshDeletes(inspected.deletes);
    if (fresh.size === 0 && !freshDeletes) return { kind: "nothing-new" };
    const binds: number[] = [];
    let brought = false;
    for (const client of fresh.keys()) {
      const holder = this.owners.get(client);
      if (holder === owner) continue;
      const treatment = tolerance(client, holder !== undefined, this.clocks.has(client));
      if (treatment === null) return { kind: "foreign" };
      if (treatment === "bind") binds.push(client);
      else brought = true;
    }
    const order = inOrder(fresh, (client) => this.clockOf(client));
    if (!order || !this.reaches(inspected.deletes, order.ends)) return { kind: "incomplete" };
    const places = new Places(this.places);
    if (!places.put(order.pieces)) return { kind: "misplaced" };
    const bytes = this.withoutKnown(update, inspected);
    return { kind: "new", bytes, binds, brought, ends: order.ends, deletes: inspected.deletes, places };
  }

  /** Takes over what a verdict or a stored update brings. */
  learn({ ends, deletes, places }: Lesson): void {
    for (const [client, end] of ends) this.clocks.set(client, Math.max(end, this.clockOf(client)));
    for (const [client, ranges] of deletes) for (const range of ranges) this.deleted.add(client, range);
    this.places.adopt(places);
  }

  /** Takes over what was stored. False, and nothing taken, when it does not join on without a hole. */
  learnStored({ structs, deletes }: Inspected): boolean {
    const order = inOrder(this.freshStructs(structs), (client) => this.clockOf(client));
    if (!order || !this.reaches(deletes, order.ends)) return false;
    const places = new Places(this.places);
    places.put(order.pieces);
    this.learn({ ends: order.ends, deletes, places });
    return true;
  }

  /** All that is deleted, as an update that does nothing else. */
  deletions(): Uint8Array {
    return this.deleted.asUpdate();
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

/** A map client → count in Yjs encoding. */
export function encodeVector(clocks: Map<number, number>): Uint8Array {
  // the types only know documents, the function also takes a vector
  return Y.encodeStateVector(clocks as unknown as Y.Doc);
}
