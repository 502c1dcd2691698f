// SPDX-License-Identifier: AGPL-3.0-or-later
/** Where attribution is worked out: here when there is little to read, else in a thread, so that nobody's typing waits for it. */
import type { Worker } from "node:worker_threads";
import { startThread } from "~realtime/index.server";
import type { Done, Order } from "./attribution.thread";
import { type Answers, type Asks, workOut } from "./work";

/** A few milliseconds of work; handing it to a thread would take longer. */
const LITTLE_BYTES = 48 * 1024;
const LITTLE_ROWS = 300;
const MEMORY_MB = 1024;
const IDLE_MS = 60_000;
const LONGEST_MS = 120_000;

type Waiting = { order: Order; done(answers: Answers): void; failed(failure: Error): void };

const queue: Waiting[] = [];
let current: Waiting | undefined;
let thread: Worker | undefined;
let timer: NodeJS.Timeout | undefined;
let orders = 0;

/** Works out whose a text is. Throws when it could not be done. */
export async function askAttribution(asks: Asks): Promise<Answers> {
  const bytes = asks.rows.reduce((sum, row) => sum + row.bytes.length, asks.kept?.state.length ?? 0);
  if (bytes <= LITTLE_BYTES && asks.rows.length <= LITTLE_ROWS) return workOut(asks);
  return new Promise((done, failed) => {
    queue.push({ order: { number: ++orders, asks }, done, failed });
    next();
  });
}

function next(): void {
  if (current) return;
  clearTimeout(timer);
  current = queue.shift();
  if (!current) {
    if (thread) timer = setTimeout(end, IDLE_MS).unref();
    return;
  }
  thread ??= start();
  timer = setTimeout(() => broke(`not done in ${LONGEST_MS} ms`), LONGEST_MS).unref();
  thread.postMessage(current.order);
}

function start(): Worker {
  const started = startThread("app/documents/attribution/attribution.thread.ts", {}, { maxOldGenerationSizeMb: MEMORY_MB });
  started.unref();
  started.on("message", (done: Done) => {
    if (done.number !== current?.order.number) return;
    const waiting = current;
    current = undefined;
    if (done.ok) waiting.done(done.answers);
    else waiting.failed(new Error(`Attribution failed: ${done.message}`));
    next();
  });
  started.on("error", (failure) => started === thread && broke(String(failure)));
  started.on("exit", () => started === thread && broke("the thread ended"));
  return started;
}

function broke(message: string): void {
  const lost = current;
  current = undefined;
  end();
  lost?.failed(new Error(`Attribution failed: ${message}`));
  next();
}

function end(): void {
  const ended = thread;
  thread = undefined;
  void ended?.terminate();
}
