// SPDX-License-Identifier: AGPL-3.0-or-later
/** The open documents: loaded when the first person comes, kept small, unloaded some time after the last has left. */
import type { CommitCycle } from "./commits";
import { Compactor } from "./compactor";
import type { DocumentWorker } from "./document-worker.server";
import { Examiner } from "./examiner";
import { type Loaded, takeIn } from "./loading";
import type { Metrics } from "./metrics";
import type { Log, Store } from "./ports";
import type { Refusal } from "./protocol";
import { type Author, Room } from "./room";
import { wholeOf } from "./state";

/** A tail shorter than this is not worth a new base when nobody writes. */
const SHORT_ROWS = 8;

type Needs = {
  store: Store;
  commits: CommitCycle;
  log: Log;
  clock: () => Date;
  metrics: Metrics;
  /** Milliseconds an empty room stays in memory. */
  idle: number;
  /** Milliseconds after which the bytes of a document are let go when nobody asked for them. */
  rest: number;
  /** Milliseconds after which a document that nobody writes in is stored anew as one base. */
  quiet: number;
  /** Bytes of documents kept in memory all together; beyond, those not asked for longest are let go. */
  maxDocumentBytes: number;
  worker: Pick<DocumentWorker, "ask" | "knowsTexts">;
  /** Milliseconds from a change to the look at it; see `Examiner`. */
  examine: number;
  /** See `HubOptions`. */
  onLoss(documentId: string): void;
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
  private readonly compactor: Compactor;
  private readonly examiner: Examiner;

  constructor(private readonly needs: Needs) {
    this.compactor = new Compactor(needs);
    this.examiner = new Examiner({ ...needs, setAside: (room, seqs) => this.setAside(room, seqs, "unreadable") });
  }

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
    if (room) return room.whole();
    const stored = await this.needs.store.load(documentId);
    return stored && wholeOf(takeIn(stored));
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

  /** Lets go of the bytes of documents that nobody asked for in a while, and of more when there are too many. */
  tidy(now: number): void {
    for (const room of this.all()) {
      const isQuiet = now - room.wroteAt > this.needs.quiet && room.tail.rows > SHORT_ROWS;
      if (isQuiet) this.needs.track(this.compactor.compact(room));
    }
    const awake = this.all()
      .filter(({ state, stale }) => !state.isResting && !stale)
      .sort((one, other) => one.state.usedAt - other.state.usedAt);
    let held = awake.reduce((sum, { state }) => sum + state.size, 0);
    for (const room of awake) {
      const unused = now - room.state.usedAt > this.needs.rest;
      if (!unused && held <= this.needs.maxDocumentBytes) continue;
      held -= room.state.size;
      room.rest();
    }
  }

  /** Nobody looks at documents any more. */
  stopExamining(): void {
    this.examiner.stop();
  }

  /** Leaves no timers behind. */
  dispose(): void {
    for (const timer of this.leaving.values()) clearTimeout(timer);
    for (const room of this.all()) room.dispose();
    this.loaded.clear();
  }

  private async load(documentId: string, isSecondTry = false): Promise<Room | undefined> {
    const { store, commits, worker, clock } = this.needs;
    const stored = await store.load(documentId, { now: clock() });
    if (!stored) return undefined;
    const room: Room = new Room(
      documentId,
      stored,
      commits,
      (after) => this.afterDelivery(after),
      this.needs.onRejected,
      () => this.readAgain(room),
      (base, vector) => worker.ask("since", { base, vector }),
    );
    if (room.damaged.length > 0 && !isSecondTry) {
      await this.setAside(room, room.damaged, "damaged");
      return this.load(documentId, true);
    }
    this.loaded.set(documentId, room);
    // whoever asked may be gone by now
    this.left(room);
    if (this.compactor.isDue(room)) this.needs.track(this.compactor.compact(room));
    if (room.tail.rows > 0) this.examiner.note(room);
    return room;
  }

  private async readAgain(room: Room): Promise<Loaded> {
    const stored = await this.needs.store.load(room.documentId);
    if (!stored) throw new Error(`The document ${room.documentId} is gone`);
    const read = takeIn(stored);
    if (read.damaged.length === 0) return read;
    await this.setAside(room, read.damaged, "damaged");
    throw new Error(`Rows of the document ${room.documentId} are damaged`);
  }

  /** Rows that do not count: the document goes on without them, and everybody in it starts over. */
  private async setAside(room: Room, seqs: number[], reason: "damaged" | "unreadable"): Promise<void> {
    const { store, clock, log, metrics, onLoss } = this.needs;
    const { documentId } = room;
    log.error({ documentId, seqs, reason }, "Stored updates are damaged or cannot be shown, and were left out");
    room.unsound = true;
    await store.setAside(documentId, { seqs, at: clock(), reason });
    metrics.rowsSetAside += seqs.length;
    onLoss(documentId);
    room.stale = true;
    this.startOver(room);
  }

  private unload(room: Room): void {
    if (this.loaded.get(room.documentId) === room) this.loaded.delete(room.documentId);
    room.dispose();
    if (room.tail.rows > 1) this.needs.track(this.compactor.compact(room));
  }

  private afterDelivery(room: Room): void {
    if (room.broughtBack) this.needs.onLoss(room.documentId);
    room.broughtBack = false;
    if (room.stale) return this.startOver(room);
    this.examiner.note(room);
    if (this.compactor.isDue(room)) this.needs.track(this.compactor.compact(room));
  }

  /** What is on its way to the disk gets there first. */
  private startOver(room: Room): void {
    if (!room.settled || this.loaded.get(room.documentId) !== room) return;
    this.unload(room);
    this.needs.onStale(room);
  }
}
