// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Looking at documents as an editor would. What is known to break editors is refused at the door; this finds what nobody
 * thought of, or what an earlier version let in: the document worker builds each document that was written to and converts
 * it by the application's own rules. When that fails, the rows to blame are found and set aside, the document begins a new
 * epoch without them, and everybody starts over; so a bad row costs a row, never a document.
 *
 * Documents are looked at one after the other, and looking takes a small part of the worker's time however many there are.
 */
import { rowsToBlame } from "./blame";
import type { DocumentWorker } from "./document-worker.server";
import type { Log, Store } from "./ports";
import type { Room } from "./room";

/** After a look, so many times as long as it took nobody looks, or so many times the usual pause. */
const REST = 20;
const MOST_RESTS = 10;

type Needs = {
  store: Pick<Store, "load">;
  worker: Pick<DocumentWorker, "ask" | "knowsTexts">;
  log: Log;
  /** Milliseconds from a change to the look at it, at least. */
  examine: number;
  track(work: Promise<unknown>): void;
  setAside(room: Room, seqs: number[]): Promise<void>;
};

export class Examiner {
  private readonly due = new Set<Room>();
  private timer: NodeJS.Timeout | undefined;
  private looking = false;
  private stopped = false;

  constructor(private readonly needs: Needs) {}

  /** Something was written to it, or it was loaded with what nobody looked at. */
  note(room: Room): void {
    if (!this.needs.worker.knowsTexts) return;
    this.due.add(room);
    if (!this.looking) this.schedule(this.needs.examine);
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private schedule(pause: number): void {
    if (this.stopped || this.due.size === 0) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.needs.track(this.round());
    }, pause).unref();
  }

  private async round(): Promise<void> {
    const [room] = this.due;
    if (!room) return;
    this.due.delete(room);
    this.looking = true;
    const from = performance.now();
    try {
      if (!room.stale && !room.closed && !(await this.isReadable(await room.parts()))) await this.clean(room);
    } catch (err) {
      this.needs.log.error({ err, documentId: room.documentId }, "A document could not be looked at");
    }
    this.looking = false;
    const { examine } = this.needs;
    this.schedule(Math.min(MOST_RESTS * examine, Math.max(examine, REST * (performance.now() - from))));
  }

  /** What breaks the worker twice is as unreadable as what it says no to. */
  private isReadable(parts: Uint8Array[]): Promise<boolean> {
    const ask = () => this.needs.worker.ask("isReadable", { parts }, { whenIdle: true });
    return ask().catch(() => (this.stopped ? true : ask().catch(() => this.stopped)));
  }

  private async clean(room: Room): Promise<void> {
    const { log } = this.needs;
    const { documentId } = room;
    const seqs = (await this.blame(documentId, false)) ?? (await this.blame(documentId, true));
    if (this.stopped) return;
    if (!seqs) return log.error({ documentId }, "A document cannot be shown, and no row of it is to blame");
    if (seqs.length > 0) await this.needs.setAside(room, seqs);
  }

  /** `fromStart`: the base itself may hold what is wrong. */
  private async blame(documentId: string, fromStart: boolean): Promise<number[] | null> {
    const stored = await this.needs.store.load(documentId, { fromStart });
    if (!stored) return [];
    return rowsToBlame(stored.base ? [stored.base] : [], stored.updates, (parts) => this.isReadable(parts));
  }
}
