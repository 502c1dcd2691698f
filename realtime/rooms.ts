// SPDX-License-Identifier: AGPL-3.0-or-later
/** The open documents: loaded when the first person comes, kept small, unloaded some time after the last has left. */
import type { CommitCycle } from "./commits";
import type { Metrics } from "./metrics";
import type { Log, Store } from "./ports";
import type { Refusal } from "./protocol";
import { type Author, Room } from "./room";
import { collectGarbage, DocumentState } from "./state";

const COMPACT_ROWS = 500;
const COMPACT_BYTES = 64 * 1024;

type Needs = {
  store: Store;
  commits: CommitCycle;
  log: Log;
  clock: () => Date;
  metrics: Metrics;
  /** Milliseconds an empty room stays in memory. */
  idle: number;
  /** Another process wrote to the document; everybody in it must start over. */
  onStale(room: Room): void;
  /** Bytes that were accepted and will not be stored after all: their author must be told. */
  onRejected(room: Room, author: Author, reason: Refusal, bytes: Uint8Array): void;
  track(work: Promise<unknown>): void;
};

export class Rooms {
  private readonly loading = new Map<string, Promise<Room | undefined>>();
  private readonly loaded = new Map<string, Room>();
  private readonly leaving = new Map<Room, NodeJS.Timeout>();
  private readonly compacting = new Set<Room>();

  constructor(private readonly needs: Needs) {}

  all(): Room[] {
    return [...this.loaded.values()];
  }

  /** The room if it is in memory. */
  get(documentId: string): Room | undefined {
    return this.loaded.get(documentId);
  }

  /** The room of a document, loaded once however many ask; undefined when there is no such document. */
  async open(documentId: string): Promise<Room | undefined> {
    const room = this.loaded.get(documentId);
    if (room) return room;
    let loading = this.loading.get(documentId);
    if (!loading) {
      loading = this.load(documentId).finally(() => this.loading.delete(documentId));
      this.loading.set(documentId, loading);
    }
    return loading;
  }

  /** The stored text of a document, from memory or disk. */
  async read(documentId: string): Promise<Uint8Array | undefined> {
    const room = this.loaded.get(documentId);
    if (room) return room.state.whole();
    const stored = await this.needs.store.load(documentId);
    return (
      stored &&
      new DocumentState(
        stored.base,
        stored.updates.map(({ bytes }) => bytes),
      ).whole()
    );
  }

  /** Somebody left: an empty room is unloaded after a while. */
  left(room: Room): void {
    if (room.connections.size > 0 || this.leaving.has(room)) return;
    const timer = setTimeout(() => {
      this.leaving.delete(room);
      if (room.connections.size > 0) return;
      if (!room.settled || room.isStill) return this.left(room);
      this.unload(room);
    }, this.needs.idle);
    this.leaving.set(room, timer.unref());
  }

  /** Leaves no timers behind. */
  dispose(): void {
    for (const timer of this.leaving.values()) clearTimeout(timer);
    for (const room of this.all()) room.dispose();
    this.loaded.clear();
  }

  private async load(documentId: string): Promise<Room | undefined> {
    const stored = await this.needs.store.load(documentId);
    if (!stored) return undefined;
    const room = new Room(
      documentId,
      stored,
      this.needs.commits,
      (after) => this.afterDelivery(after),
      this.needs.onRejected,
      this.needs.log,
    );
    this.loaded.set(documentId, room);
    // whoever asked may be gone by now
    this.left(room);
    return room;
  }

  private unload(room: Room): void {
    if (this.loaded.get(room.documentId) === room) this.loaded.delete(room.documentId);
    room.dispose();
    if (room.tail.rows > 1) this.needs.track(this.compact(room));
  }

  private afterDelivery(room: Room): void {
    if (room.stale && room.settled) {
      this.unload(room);
      this.needs.onStale(room);
    } else if (room.tail.rows > COMPACT_ROWS || room.tail.bytes > Math.max(COMPACT_BYTES, room.baseBytes / 2)) {
      this.needs.track(this.compact(room));
    }
  }

  /** Stores the document anew as one base. When anything is odd the log stays as it is: it is always enough. */
  private async compact(room: Room): Promise<void> {
    const { store, log, clock, metrics } = this.needs;
    if (room.stale || this.compacting.has(room)) return;
    this.compacting.add(room);
    const seq = room.headSeq;
    const covered = { ...room.tail };
    try {
      const whole = room.state.whole();
      const state = collectGarbage(whole);
      const next = { expectedBaseSeq: room.baseSeq, seq, state, at: clock() };
      if (!(await store.compact(room.documentId, next))) return;
      metrics.compactions++;
      room.rebase(seq, covered, whole, state);
    } catch (err) {
      log.error({ err, documentId: room.documentId }, "A document could not be compacted");
    } finally {
      this.compacting.delete(room);
    }
  }
}
