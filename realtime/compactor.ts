// SPDX-License-Identifier: AGPL-3.0-or-later
/** Storing documents anew as one base, when their tail has grown long. The document worker makes it. */
import type { DocumentWorker } from "./document-worker.server";
import { baseOf } from "./loading";
import type { Metrics } from "./metrics";
import type { Log, Store } from "./ports";
import type { Room } from "./room";
import { partsOf } from "./state";
import { readSummary, type Summary } from "./summary";

const LONG_ROWS = 4000;
const LONG_BYTES = 256 * 1024;
/** The larger a document, the dearer it is to store anew: a row of the tail is worth this many bytes of the base. */
const BASE_BYTES_PER_ROW = 128;
/** After a failure, milliseconds until the same document is tried again. */
const PATIENCE = 60_000;

type Needs = {
  store: Store;
  worker: Pick<DocumentWorker, "ask">;
  log: Log;
  clock: () => Date;
  metrics: Metrics;
};

export class Compactor {
  private readonly busy = new Set<Room>();
  private readonly failedAt = new WeakMap<Room, number>();

  constructor(private readonly needs: Needs) {}

  /** Whether the tail is so long that loading would suffer. */
  isDue({ tail, baseBytes }: Room): boolean {
    return tail.rows > Math.max(LONG_ROWS, baseBytes / BASE_BYTES_PER_ROW) || tail.bytes > Math.max(LONG_BYTES, baseBytes / 2);
  }

  /** Makes and stores a new base. When anything is odd the log stays as it is: it is always enough. */
  async compact(room: Room): Promise<void> {
    const { store, worker, log, clock, metrics } = this.needs;
    const failedAt = this.failedAt.get(room);
    if (room.stale || room.unsound || this.busy.has(room)) return;
    if (failedAt !== undefined && performance.now() - failedAt < PATIENCE) return;
    this.busy.add(room);
    try {
      const bytes = await room.state.get();
      // no await between these: the seq and the covered rows are those of the parts
      const parts = partsOf(bytes);
      const seq = room.headSeq;
      const covered = { ...room.tail };
      room.state.beginCompaction();
      const { state, summary } = await worker.ask("compact", { parts }, { whenIdle: true });
      if (room.unsound) return;
      const next = { expectedBaseSeq: room.baseSeq, seq, state, summary, at: clock() };
      if (!(await store.compact(room.documentId, next))) return await this.catchUp(room);
      metrics.compactions++;
      room.rebase(seq, covered, baseOf(state, readSummary(summary) as Summary));
    } catch (err) {
      this.failedAt.set(room, performance.now());
      log.error({ err, documentId: room.documentId }, "A document could not be compacted");
    } finally {
      room.state.endCompaction(null);
      this.busy.delete(room);
    }
  }

  /** Somebody else stored a base: it counts from now on. */
  private async catchUp(room: Room): Promise<void> {
    const stored = await this.needs.store.load(room.documentId);
    if (!stored) return;
    room.baseSeq = stored.baseSeq;
    room.baseBytes = stored.base?.length ?? 0;
    room.tail = { rows: stored.updates.length, bytes: stored.updates.reduce((sum, { bytes }) => sum + bytes.length, 0) };
    room.rest();
  }
}
