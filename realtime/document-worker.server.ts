// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The desk where work on whole documents is handed in. The work is done in a thread, so that building a large document
 * never delays anybody's typing, and neither does a document that breaks whoever builds it. The thread is started when
 * there is something to do and ended when there was nothing for a while.
 */
import type { Worker } from "node:worker_threads";
import type { JobName, Jobs, Reply, Request } from "./document-jobs";
import type { Log } from "./ports";
import { moduleAt, startThread } from "./threads.server";

/** A document of many megabytes takes seconds; a thread that says nothing for so long will never say anything. */
const LONGEST_JOB_MS = 60_000;
const MEMORY_MB = 1024;

/** The job did not end: the thread broke, was too slow, or the work itself failed. */
export class JobFailed extends Error {}

type Job = { request: Request; done(answer: unknown): void; failed(failure: Error): void };

export class DocumentWorker {
  private readonly urgent: Job[] = [];
  private readonly leisurely: Job[] = [];
  private current: Job | undefined;
  private thread: Worker | undefined;
  private timer: NodeJS.Timeout | undefined;
  private closed = false;
  /** Threads that broke since the start. */
  failures = 0;

  /** `textRules` is the path of a module from the project's root; `idle` milliseconds without work end the thread. */
  constructor(
    private readonly textRules: string | undefined,
    private readonly log: Log,
    private readonly idle: number,
  ) {}

  /** Whether the application gave rules about its texts. */
  get knowsTexts(): boolean {
    return this.textRules !== undefined;
  }

  get waiting(): number {
    return this.urgent.length + this.leisurely.length + (this.current ? 1 : 0);
  }

  /** Has a job done. With `whenIdle` everything else goes first. Throws `JobFailed`. */
  ask<K extends JobName>(job: K, asks: Jobs[K]["asks"], { whenIdle = false } = {}): Promise<Jobs[K]["answers"]> {
    return new Promise((done, failed) => {
      if (this.closed) return failed(new JobFailed("The document worker is closed"));
      const request = { job, asks } as Request;
      (whenIdle ? this.leisurely : this.urgent).push({ request, done: done as Job["done"], failed });
      this.next();
    });
  }

  /** Ends the thread; what was not done fails. */
  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.timer);
    const given = [this.current, ...this.urgent.splice(0), ...this.leisurely.splice(0)];
    this.current = undefined;
    for (const job of given) job?.failed(new JobFailed("The document worker is closed"));
    await this.thread?.terminate();
  }

  private next(): void {
    if (this.current || this.closed) return;
    clearTimeout(this.timer);
    this.current = this.urgent.shift() ?? this.leisurely.shift();
    if (!this.current) {
      if (this.thread) this.timer = setTimeout(() => this.end(), this.idle).unref();
      return;
    }
    this.thread ??= this.start();
    this.timer = setTimeout(() => this.broke("too slow"), LONGEST_JOB_MS).unref();
    this.thread.postMessage(this.current.request);
  }

  private start(): Worker {
    const textRules = this.textRules === undefined ? null : moduleAt(this.textRules);
    const thread = startThread(
      "realtime/document-worker.thread.ts",
      { textRules },
      { maxOldGenerationSizeMb: MEMORY_MB },
    );
    thread.unref();
    thread.on("message", (reply: Reply) => {
      const job = this.current;
      this.current = undefined;
      if (reply.ok) job?.done(reply.answer);
      else job?.failed(new JobFailed(reply.message));
      this.next();
    });
    thread.on("error", (failure) => this.thread === thread && this.broke(String(failure)));
    thread.on("exit", () => this.thread === thread && this.broke("it ended"));
    return thread;
  }

  /** The job at hand is lost with the thread; the others are done by a new one. */
  private broke(how: string): void {
    if (this.closed) return;
    const job = this.current;
    this.failures++;
    this.log.error({ job: job?.request.job, how }, "The document worker broke and is started anew");
    this.end();
    this.current = undefined;
    job?.failed(new JobFailed(how));
    this.next();
  }

  private end(): void {
    clearTimeout(this.timer);
    const { thread } = this;
    this.thread = undefined;
    void thread?.terminate();
  }
}
