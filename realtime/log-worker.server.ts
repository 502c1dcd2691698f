// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The desk of the log's thread, as a store. Writing to the disk and waiting for it happens in the thread, so that a slow
 * disk never holds up sockets and pages. When the thread ends unasked, what was handed in and not answered fails; it was
 * not acknowledged to anybody, the commit cycle hands it in again, and a new thread finds out how much of it is stored.
 */
import type { Worker } from "node:worker_threads";
import type { Database, SharedFile } from "~db/client.server";
import { Turns } from "~db/turns";
import { type LogJob, type LogJobs, type LogReply, type LogRequest, type LogStart, packRows } from "./log-jobs";
import { type Log, type NewUpdate, NotTaken, type Store } from "./ports";
import { databaseStore } from "./store.server";
import { startThread } from "./threads.server";

/** Milliseconds to wait for another process that writes to the same file, or for a long transaction of this one. */
const PATIENCE_MS = 2000;
/** Milliseconds the thread may take to end when asked to. */
const LAST_WORDS_MS = 1500;

export type LogWorkerOptions = {
  /** See `LogStart`. */
  sealed?: string | undefined;
  patience?: number | undefined;
  start?: ((data: LogStart) => Worker) | undefined;
};

/** A store that holds a thread, and must be closed after the hub that uses it and before the database. */
export type OpenStore = Store & { close(): Promise<void> };

/** The store of a SQLite database: read through its door, written by the log's thread. Throws on PostgreSQL. */
export function logStore(db: Database, log: Log, options?: LogWorkerOptions): OpenStore {
  if (!db.file) throw new TypeError("Only a database in a file can be written by a thread");
  const worker = new LogWorker(db.file, log, options);
  return {
    load: databaseStore(db, log).load,
    append: (batch) => worker.append(batch),
    quarantine: (refused) => worker.quarantine(refused),
    compact: (documentId, next) => worker.compact(documentId, next),
    setAside: (documentId, rows) => worker.setAside(documentId, rows),
    health: () => ({ waiting: worker.waiting, restarts: worker.failures }),
    close: () => worker.close(),
  };
}

type Pending = { rows: NewUpdate[]; done(answer: unknown): void; failed(failure: Error): void };

export class LogWorker implements Omit<Store, "load"> {
  private readonly pending: Pending[] = [];
  private readonly turns: Turns;
  private readonly perhapsStored = new WeakSet<NewUpdate>();
  private thread: Worker | undefined;
  private closed = false;
  /** Threads that ended unasked since the start. */
  failures = 0;

  constructor(
    private readonly file: SharedFile,
    private readonly log: Log,
    private readonly options: LogWorkerOptions = {},
  ) {
    this.turns = new Turns(file.turns, "door");
    this.thread = this.startThread();
  }

  /** Jobs handed in and not answered. */
  get waiting(): number {
    return this.pending.length;
  }

  append(batch: NewUpdate[]): Promise<number[]> {
    const rows = packRows(batch);
    const perhapsStored = batch.some((row) => this.perhapsStored.has(row));
    return this.ask("append", { rows, perhapsStored }, batch, [rows.bytes]);
  }

  async quarantine({ documentId, at, who, connectionId, reason, bytes }: Parameters<Store["quarantine"]>[0]): Promise<void> {
    const { personId, organisationId } = who;
    await this.ask("quarantine", { documentId, at, who: { personId, organisationId }, connectionId, reason, bytes });
  }

  compact(documentId: string, next: Parameters<Store["compact"]>[1]): Promise<boolean> {
    return this.ask("compact", { documentId, ...next });
  }

  async setAside(documentId: string, rows: Parameters<Store["setAside"]>[1]): Promise<void> {
    await this.ask("setAside", { documentId, ...rows });
  }

  /** Lets the thread finish what it was given, and ends it. */
  async close(): Promise<void> {
    if (this.closed) return;
    const { thread } = this;
    if (thread) {
      const ended = new Promise((done) => thread.once("exit", done));
      const late = setTimeout(() => void thread.terminate(), LAST_WORDS_MS);
      const done = this.ask("close", null).catch(() => {});
      this.closed = true;
      await done;
      await ended;
      clearTimeout(late);
    }
    this.closed = true;
  }

  private ask<K extends LogJob>(job: K, asks: LogJobs[K]["asks"], rows: NewUpdate[] = [], transfer: ArrayBuffer[] = []): Promise<LogJobs[K]["answers"]> {
    return new Promise((done, failed) => {
      if (this.closed) return failed(new Error("The log is closed"));
      this.thread ??= this.startThread();
      this.pending.push({ rows, done: done as Pending["done"], failed });
      this.thread.postMessage({ job, asks } as LogRequest, transfer);
    });
  }

  private startThread(): Worker {
    const { sealed = null, patience = PATIENCE_MS, start = startLogThread } = this.options;
    const thread = start({ ...this.file, sealed, patience });
    thread.on("message", (reply: LogReply) => this.answered(reply));
    thread.on("error", (err) => this.log.error({ err }, "The thread of the log broke"));
    thread.on("exit", () => this.ended(thread));
    return thread;
  }

  private answered(reply: LogReply): void {
    const job = this.pending.shift();
    if (reply.ok) job?.done(reply.answer);
    else if (reply.refusal) job?.failed(new NotTaken(reply.refusal));
    else job?.failed(Object.assign(new Error(reply.message), { code: reply.code }));
  }

  private ended(thread: Worker): void {
    if (this.thread !== thread) return;
    this.thread = undefined;
    this.turns.otherIsGone();
    const lost = this.pending.splice(0);
    for (const { rows } of lost) for (const row of rows) this.perhapsStored.add(row);
    if (!this.closed) {
      this.failures++;
      this.log.error({ jobs: lost.length }, "The thread of the log ended and is started anew");
    }
    for (const { failed } of lost) failed(new Error("The thread of the log ended"));
  }
}

function startLogThread(data: LogStart): Worker {
  return startThread("realtime/log-worker.thread.ts", data);
}
