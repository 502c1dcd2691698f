// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The commit cycle. While one commit is in flight everything else queues; when it returns, its updates are broadcast and
 * acknowledged, and what queued meanwhile becomes the next batch. A slow disk thus makes larger batches by itself.
 *
 * Commits keep a pace, because waking the disk and writing to every socket costs the same for one letter as for ten. Each
 * commit costs a credit, and credits grow at that pace, a few of them in advance: where few people write every letter goes at
 * once, where many do theirs go together. Many documents at once share only the disk, so their pace is slower; to a large
 * audience it is quicker, for there the writing to sockets is most of the cost and a relay would pay it at every letter.
 *
 * When a commit fails, the documents of the batch are tried one by one, so that one cannot hold up the others. A document
 * that still fails is frozen: nothing is acknowledged or shown, nothing is thrown away, and it is tried again, ever
 * more rarely, until it works.
 */
import type { Metrics } from "./metrics";
import { type Log, type NewUpdate, NotTaken, type Store } from "./ports";
import type { Refusal } from "./protocol";

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5000;
/** Documents in one commit from which they count as many, and how much slower the pace is then. */
const MANY = 16;
const SLOWER = 2;
/** People told by one commit from which they are a large audience, and how much of the time passes until the next. */
const LARGE = 100;
const QUICKER = 0.5;
/** Commits that a quiet time saves up. */
const MOST_CREDITS = 8;

/** A document with updates to store. */
export type Writer = {
  readonly documentId: string;
  /** The people who are told of what it stores. */
  readonly connections: { readonly size: number };
  /** Rows to store now: the same ones again until they are delivered. Empty when nothing waits. */
  batch(): NewUpdate[];
  /** The rows of the last batch are on disk under these numbers. */
  deliver(seqs: number[]): void;
  /** The rows of the last batch, and all that waits behind them, will never be stored. */
  reject(reason: Refusal): void;
  /** Storing began to fail, or works again. */
  freeze(frozen: boolean): void;
};

type Retry = { delay: number; at: number };

export class CommitCycle {
  private readonly waiting = new Set<Writer>();
  private readonly failing = new Map<Writer, Retry>();
  private running: Promise<void> | null = null;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private credits = MOST_CREDITS;
  private creditedAt = 0;
  private slowness = 1;

  /** `pace`: milliseconds in which the right to one commit grows; see above. */
  constructor(
    private readonly store: Pick<Store, "append">,
    private readonly log: Log,
    private readonly metrics: Metrics,
    private readonly pace: number,
  ) {}

  get frozen(): number {
    return this.failing.size;
  }

  /** The writer has something to store. */
  enqueue(writer: Writer): void {
    this.waiting.add(writer);
    this.start();
  }

  /** Resolves when nothing waits any more, or only what cannot be stored; then stops for good. */
  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    while (this.running) await this.running;
  }

  private start(): void {
    this.running ??= this.run().finally(() => {
      this.running = null;
      this.scheduleRetry();
      if (this.healthy().length > 0) this.start();
    });
  }

  private async run(): Promise<void> {
    for (;;) {
      await this.itsTime();
      const healthy = this.healthy();
      if (healthy.length > 0) await this.commit(healthy);
      const due = this.due();
      if (due) await this.commit([due]);
      if (healthy.length === 0 && !due) return;
    }
  }

  private itsTime(): Promise<void> {
    const now = performance.now();
    const pace = this.slowness * this.pace;
    if (pace > 0) this.credits = Math.min(MOST_CREDITS, this.credits + (now - this.creditedAt) / pace);
    this.creditedAt = now;
    const wait = this.stopped ? 0 : (1 - this.credits) * pace;
    return new Promise((now) => {
      // what else the sockets bring in this turn belongs to the batch too
      if (wait < 0.5) setImmediate(now);
      else setTimeout(now, wait);
    });
  }

  private healthy(): Writer[] {
    return [...this.waiting].filter((writer) => !this.failing.has(writer));
  }

  private due(): Writer | undefined {
    const now = performance.now();
    return [...this.failing].find(([, { at }]) => at <= now)?.[0];
  }

  private async commit(writers: Writer[]): Promise<void> {
    const batches = writers.map((writer) => ({ writer, rows: writer.batch() }));
    for (const { writer } of batches) this.waiting.delete(writer);
    const rows = batches.flatMap((batch) => batch.rows);
    const start = performance.now();
    this.credits = Math.max(-1, this.credits - 1);
    this.slowness = slownessFor(writers);
    let seqs: number[];
    try {
      seqs = rows.length > 0 ? await this.store.append(rows) : [];
    } catch (failure) {
      if (failure instanceof NotTaken && writers.length === 1) return this.reject(writers[0] as Writer, failure.reason);
      if (!(failure instanceof NotTaken)) this.metrics.commitFailures++;
      for (const writer of writers) this.waiting.add(writer);
      if (writers.length === 1) return this.freeze(writers[0] as Writer, failure);
      for (const writer of writers) await this.commit([writer]);
      return;
    }
    if (rows.length > 0) this.metrics.countCommit(rows.length, performance.now() - start);
    let from = 0;
    for (const batch of batches) {
      if (this.failing.delete(batch.writer)) batch.writer.freeze(false);
      batch.writer.deliver(seqs.slice(from, (from += batch.rows.length)));
    }
  }

  private reject(writer: Writer, reason: Refusal): void {
    if (this.failing.delete(writer)) writer.freeze(false);
    writer.reject(reason);
  }

  private freeze(writer: Writer, failure: unknown): void {
    const previous = this.failing.get(writer);
    const delay = previous ? Math.min(previous.delay * 2, LAST_RETRY_MS) : FIRST_RETRY_MS;
    this.failing.set(writer, { delay, at: performance.now() + delay });
    this.log.error({ documentId: writer.documentId, err: failure, retryMs: delay }, "Updates could not be stored");
    if (!previous) writer.freeze(true);
  }

  private scheduleRetry(): void {
    clearTimeout(this.timer);
    if (this.failing.size === 0 || this.stopped) return;
    const next = Math.min(...[...this.failing.values()].map(({ at }) => at));
    this.timer = setTimeout(() => this.start(), Math.max(1, next - performance.now()));
  }
}

function slownessFor(writers: Writer[]): number {
  if (writers.length > MANY) return SLOWER;
  return writers.reduce((sum, { connections }) => sum + connections.size, 0) > LARGE ? QUICKER : 1;
}
