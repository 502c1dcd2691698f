// SPDX-License-Identifier: AGPL-3.0-or-later
import * as Y from "yjs";
import type { CommitCycle, Writer } from "./commits";
import type { Connection } from "./connection";
import { Answers, type Search } from "./answers";
import { framed, type Wire } from "./framing";
import type { Known, Verdict } from "./known";
import { takeIn } from "./loading";
import type { NewUpdate, StoredDocument } from "./ports";
import { Presence } from "./presence";
import { PresenceFeed } from "./presence-feed";
import { type Refusal, writePresence, writeUpdate } from "./protocol";
import { type Base, type Bytes, DocumentState, mergeInTree, partsOf, wholeOf } from "./state";
import { Repeats } from "./repeats";
import { Recovery } from "./recovery";
import type { Submission } from "./submission";

/** Who sent an update: a socket, or the server itself in somebody's name. */
export type Author = Connection | Submission;

/** Text that was taken but is not on disk yet; it came in so many `updates`. */
type Queued = Pick<NewUpdate, "at" | "kind" | "bytes" | "binds"> & { author: Author; updates: number };

/** Updates of one commit: rows for the log, each with its author and how many updates it carries. */
type InFlight = { row: NewUpdate; author: Author; updates: number; entries: number }[];

/** Rows of one document in one commit, and bytes of one room that may wait for a failing disk. */
const MAX_ROWS = 256;
const MAX_WAITING_BYTES = 16 * 1024 * 1024;

/** One open document: its people, what is stored of it, and what is on its way to the disk. */
export class Room implements Writer {
  readonly documentId: string;
  readonly epoch: number;
  readonly oldestEpoch: number;
  readonly connections = new Set<Connection>();
  readonly known: Known;
  readonly presence: Presence;
  readonly presenceFeed: PresenceFeed;
  readonly state: DocumentState;
  /** Set when another process wrote to the same document: the room must be loaded anew. */
  stale = false;
  frozen = false;
  /** Somebody makes something of exactly what is stored. */
  isStill = false;
  /** Rows of it are being set aside: no base may be made of it any more. */
  unsound = false;
  /** Words of others were brought back and stored, and nobody was told yet. */
  broughtBack = false;
  /** No longer in the hub's list. */
  closed = false;
  /** When something was last taken. */
  wroteAt = performance.now();
  headSeq: number;
  baseSeq: number;
  baseBytes: number;
  tail: { rows: number; bytes: number };
  private queue: Queued[] = [];
  private waitingBytes = 0;
  private inFlight: InFlight = [];
  readonly repeats = new Repeats();
  private oldestWaiting: number | null = null;
  private awaitingDisk: (() => void)[] = [];
  /** Stored rows that are damaged and do not count. */
  readonly damaged: number[];
  private readonly answers: Answers;
  private stillness: Promise<void> | null = null;
  /** While what was lost may be brought back. */
  readonly recovery: Recovery | null;

  constructor(
    documentId: string,
    stored: StoredDocument,
    private readonly commits: CommitCycle,
    private readonly afterDelivery: (room: Room) => void,
    private readonly onRejected: (room: Room, author: Author, reason: Refusal, bytes: Uint8Array) => void,
    read: () => Promise<Bytes>,
    search: Search,
  ) {
    this.documentId = documentId;
    this.epoch = stored.epoch;
    this.oldestEpoch = stored.oldestEpoch;
    this.headSeq = stored.headSeq;
    this.baseSeq = stored.baseSeq;
    this.recovery = stored.recovery && new Recovery(stored.recovery.until, stored.recovery.heard);
    const { known, base, tail, rows, damaged } = takeIn(stored);
    this.damaged = damaged;
    this.known = known;
    this.state = new DocumentState({ base, tail }, read);
    this.baseBytes = base.state.length;
    this.tail = { rows, bytes: tail.bytes };
    this.answers = new Answers(search);
    this.presence = new Presence((client) => this.known.owners.get(client));
    this.presenceFeed = new PresenceFeed(this.presence, this.connections);
  }

  /** Nothing waits for the disk. */
  get settled(): boolean {
    return this.queue.length === 0 && this.inFlight.length === 0;
  }

  /** Milliseconds the oldest update has been waiting for the disk. */
  get waitingFor(): number {
    return this.oldestWaiting === null ? 0 : performance.now() - this.oldestWaiting;
  }

  /** Queues a judged update for the next commit. What comes after is judged as if it were stored already. */
  accept(author: Author, verdict: Extract<Verdict, { kind: "new" }>, at: Date, updates = 1): void {
    this.known.learn(verdict);
    for (const client of verdict.binds) this.known.owners.set(client, author.owner);
    this.queue.push({ author, at, kind: verdict.brought ? "recovered" : "update", bytes: verdict.bytes, binds: verdict.binds, updates });
    this.repeats.take();
    this.waitingBytes += verdict.bytes.length;
    this.wroteAt = performance.now();
    this.oldestWaiting ??= this.wroteAt;
    if (this.waitingBytes > MAX_WAITING_BYTES) for (const writer of this.connections) writer.pause("storage");
    this.commits.enqueue(this);
  }

  batch(): NewUpdate[] {
    if (this.inFlight.length === 0) this.inFlight = this.takeRows();
    return this.inFlight.map(({ row }) => row);
  }

  /** Consecutive updates of one connection and kind share a row, so that rows keep both the order and the author. */
  private takeRows(): InFlight {
    const runs: Queued[][] = [];
    let taken = 0;
    for (const queued of this.queue) {
      const run = runs.at(-1);
      if (run?.[0]?.author === queued.author && run[0].kind === queued.kind) run.push(queued);
      else if (runs.length === MAX_ROWS) break;
      else runs.push([queued]);
      taken++;
    }
    this.queue = this.queue.slice(taken);
    return runs.map((run) => {
      const { author, at, kind } = run[0] as Queued;
      const { personId, organisationId, sessionId } = author.who;
      return {
        author,
        entries: run.length,
        updates: run.reduce((sum, { updates }) => sum + updates, 0),
        row: {
          documentId: this.documentId,
          at,
          who: { personId, organisationId, sessionId },
          connectionId: author.id,
          kind,
          bytes: mergeInTree(run.map(({ bytes }) => bytes)),
          binds: run.flatMap(({ binds }) => binds),
        },
      };
    });
  }

  /** The rows are on disk: only now others see them and their author is told. */
  deliver(seqs: number[]): void {
    const stored = this.inFlight;
    this.inFlight = [];
    if (stored.length > 0) {
      if (seqs[0] !== this.headSeq + 1) this.stale = true;
      this.headSeq = seqs.at(-1) as number;
      const merged = mergeInTree(stored.map(({ row }) => row.bytes));
      this.state.append(merged);
      this.answers.forget();
      this.broughtBack ||= stored.some(({ row }) => row.kind === "recovered");
      this.tail = { rows: this.tail.rows + stored.length, bytes: this.tail.bytes + merged.length };
      this.broadcast(merged, new Set(stored.map(({ author }) => author)));
      for (const [i, { author, updates }] of stored.entries()) author.countCommitted(updates, seqs[i] as number);
      this.repeats.store(stored.reduce((sum, { entries }) => sum + entries, 0));
    }
    this.afterCommit();
  }

  private broadcast(merged: Uint8Array, authors: Set<Author>): void {
    const wire = framed(writeUpdate(merged));
    let starts: Map<number, number> | undefined;
    // a lone author knows what they wrote; with several, hearing one's own again does no harm
    const skipped = authors.size === 1 ? [...authors][0] : undefined;
    for (const connection of this.connections) {
      if (connection === skipped) continue;
      if (connection.isBehind) connection.missed.noteText((starts ??= Y.parseUpdateMeta(merged).from));
      else connection.write(wire);
    }
  }

  private afterCommit(): void {
    const wasFull = this.waitingBytes > MAX_WAITING_BYTES;
    this.waitingBytes = this.queue.reduce((sum, { bytes }) => sum + bytes.length, 0);
    if (wasFull && this.waitingBytes <= MAX_WAITING_BYTES) {
      for (const connection of this.connections) connection.resume("storage");
    }
    this.oldestWaiting = this.queue.length > 0 ? performance.now() : null;
    if (this.queue.length > 0) this.commits.enqueue(this);
    this.afterDelivery(this);
    this.tellWaiting();
  }

  /** What was judged by a document that does not take it must be judged anew: the room starts over. */
  reject(reason: Refusal): void {
    const refused = this.inFlight;
    while (this.queue.length > 0) refused.push(...this.takeRows());
    this.inFlight = [];
    this.repeats.forget();
    for (const { author, row } of refused) this.onRejected(this, author, reason, row.bytes);
    this.stale = true;
    this.afterCommit();
  }

  freeze(frozen: boolean): void {
    this.frozen = frozen;
    this.tellWaiting();
    for (const connection of this.connections) {
      if (frozen && !connection.writeRefusal) connection.refuse("not-saved");
      connection.control({ type: "storage", state: frozen ? "failing" : "recovered" });
    }
  }

  /** A new base was stored that covers everything up to `seq`. */
  rebase(seq: number, covered: Room["tail"], base: Base): void {
    this.baseSeq = seq;
    this.baseBytes = base.state.length;
    this.tail = { rows: this.tail.rows - covered.rows, bytes: this.tail.bytes - covered.bytes };
    this.state.endCompaction(base);
    this.answers.forget();
  }

  /** Sends what somebody who knows `vector` lacks: now, or when it has been read or searched. */
  answer(to: Connection, vector: Map<number, number>): void | Promise<void> {
    if (to.isBehind) return to.missed.noteQuestion(vector);
    const send = (wires: Wire[]) => wires.forEach((wire) => to.write(wire));
    const answerFrom = (bytes: Bytes) => this.answers.to(vector, this.known.clocks, bytes);
    const bytes = this.state.now();
    const wires = bytes ? answerFrom(bytes) : this.state.get().then(answerFrom);
    return wires instanceof Promise ? wires.then(send) : send(wires);
  }

  /** Somebody who was behind has read all there was: they are told what they missed, in one go. */
  catchUp(connection: Connection): void | Promise<void> {
    const { people, vector } = connection.missed.take(this.known.clocks);
    if (people.size > 0) connection.send(writePresence(this.presence.entriesFor(connection, people)));
    if (vector) return this.answer(connection, vector);
  }

  /** The document as updates that together are all of it, the base first. */
  async parts(): Promise<Uint8Array[]> {
    return partsOf(await this.state.get());
  }

  /** All of it as one update. */
  async whole(): Promise<Uint8Array> {
    return wholeOf(await this.state.get());
  }

  /** Lets go of what can be read again: everything that was delivered is on disk. */
  rest(): void {
    this.state.rest();
    this.answers.forget();
  }

  /** True once all that was taken is on disk; false when it cannot be stored, or the room was left for a new one. */
  async settle(): Promise<boolean> {
    while (!this.settled && !this.frozen && !this.closed) {
      await new Promise<void>((settled) => this.awaitingDisk.push(settled));
    }
    return this.settled && !this.frozen && !this.closed;
  }

  private tellWaiting(): void {
    for (const settled of this.awaitingDisk.splice(0)) settled();
  }

  /** Nothing is taken any more. `stir` ends that for those who are asked about again; `end` for everybody. */
  standStill(): { stir(): void; end(): void } {
    let release = () => {};
    this.isStill = true;
    this.stillness = new Promise<void>((done) => (release = done));
    return {
      stir: () => (this.isStill = false),
      end: () => {
        this.stillness = null;
        release();
      },
    };
  }

  /** Resolves as soon as the room takes updates and everybody in it has been asked about again. */
  async stirred(): Promise<void> {
    while (this.stillness) await this.stillness;
  }

  /** Leaves nothing running behind. */
  dispose(): void {
    this.closed = true;
    this.tellWaiting();
    this.presenceFeed.stop();
  }
}
