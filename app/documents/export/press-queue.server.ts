// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Worker } from "node:worker_threads";
import { startThread } from "~realtime/index.server";
import type { Made, Order, Task } from "./paper.thread";

/** Pandoc alone takes a third of a gigabyte; its memory is outside what the limit counts, a runaway text is not. */
const MEMORY_MB = 768;
const IDLE_MS = 60_000;

/** The file could not be made or read: the text broke the writer, or it took too long. */
export class NotMade extends Error {
  constructor(
    readonly why: "tooLong" | "broken",
    message: string,
  ) {
    super(message);
  }
}

type Waiting = { order: Order; longest: number; done(answer: unknown): void; failed(failure: NotMade): void };

/** One thread and its queue: a task at a time, in the order they came. The thread starts with the first and ends after a while without any. */
export function openPress() {
  const queue: Waiting[] = [];
  let current: Waiting | undefined;
  let thread: Worker | undefined;
  let timer: NodeJS.Timeout | undefined;
  let orders = 0;

  function inTurn<T>(task: Task, longest: number): Promise<T> {
    return new Promise((done, failed) => {
      queue.push({ order: { number: ++orders, task }, longest, done: done as (answer: unknown) => void, failed });
      next();
    });
  }

  async function close(): Promise<void> {
    const open = [current, ...queue.splice(0)];
    const ending = end();
    current = undefined;
    for (const waiting of open) waiting?.failed(new NotMade("broken", "the house is closing"));
    await ending;
  }

  function next(): void {
    if (current) return;
    clearTimeout(timer);
    current = queue.shift();
    if (!current) {
      if (thread) timer = setTimeout(() => void end(), IDLE_MS).unref();
      return;
    }
    const { longest } = current;
    thread ??= start();
    timer = setTimeout(() => broke("tooLong", `not made in ${longest} ms`), longest).unref();
    thread.postMessage(current.order);
  }

  function start(): Worker {
    const started = startThread("app/documents/export/paper.thread.ts", {}, { maxOldGenerationSizeMb: MEMORY_MB });
    started.unref();
    started.on("message", (made: Made) => {
      if (made.number !== current?.order.number) return;
      const { done, failed } = current;
      current = undefined;
      if (made.ok) done(made.answer);
      else failed(new NotMade("broken", made.message));
      next();
    });
    started.on("error", (failure) => started === thread && broke("broken", String(failure)));
    started.on("exit", () => started === thread && broke("broken", "the thread ended"));
    return started;
  }

  function broke(why: NotMade["why"], message: string): void {
    const lost = current;
    current = undefined;
    void end();
    lost?.failed(new NotMade(why, message));
    next();
  }

  async function end(): Promise<void> {
    clearTimeout(timer);
    const ended = thread;
    thread = undefined;
    await ended?.terminate();
  }

  return {
    /** Throws `NotMade`; `longest` (milliseconds) is counted from when its turn comes. */
    inTurn,
    /** Ends the thread; what was asked for fails. */
    close,
  };
}
