// SPDX-License-Identifier: AGPL-3.0-or-later
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { Socket } from "node:net";
import type { Worker } from "node:worker_threads";
import type { Database } from "~db/client.server";
import { attachRealtime, databaseStore, type Hub, type Log, logStore, type Who } from "~realtime/index.server";
import type { LogStart } from "~realtime/log-jobs";
import { startThread } from "~realtime/threads.server";
import { type DiskMood, moodyStore } from "./storage";

export const person = (personId: string): Who => ({
  personId,
  organisationId: `ente-${personId}`,
  sessionId: `session-${personId}`,
  name: `Referente ${personId}`,
  organisationName: `Ente ${personId}`,
  role: "member",
});

type Incarnation = {
  hub: Hub;
  server: Server;
  store: ReturnType<typeof moodyStore>;
  threads: Worker[];
  sockets: Set<Socket>;
  /** Ends the log's thread, if there is one. */
  closeLog(): Promise<void>;
};

/**
 * A realtime server over one database that can be stopped, or lost in the middle of anything, and started again. Whoever
 * calls with a cookie is the person of that name. Refusals and closings are written to `errors`, for the report of a failure.
 */
export class Site {
  readonly errors: string[] = [];
  /** Milliseconds by which the clock of the server is wrong. */
  clockError = 0;
  private now: Incarnation | null = null;
  private readonly past: Promise<unknown>[] = [];

  constructor(
    readonly db: Database,
    private readonly withThread: boolean,
  ) {}

  get port(): number | null {
    return this.now && (this.now.server.address() as { port: number }).port;
  }

  get hub(): Hub {
    if (!this.now) throw new Error("The server is down");
    return this.now.hub;
  }

  async start(): Promise<void> {
    const log: Log = { info: () => {}, warn: () => {}, error: (_facts, sentence) => void this.errors.push(sentence) };
    const threads: Worker[] = [];
    const start = (data: LogStart) => {
      const thread = startThread("realtime/log-worker.thread.ts", data);
      threads.push(thread);
      return thread;
    };
    const opened = this.withThread ? logStore(this.db, log, { start }) : null;
    const store = moodyStore(opened ?? databaseStore(this.db, log));
    const server = createServer();
    const sockets = new Set<Socket>();
    server.on("connection", (socket) => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const hub = attachRealtime(server, {
      admit: async ({ headers }) => ({ ok: true, access: "write", who: person(headers.cookie ?? "") }),
      store,
      originAllowed: () => true,
      log,
      clock: () => new Date(Date.now() + this.clockError),
      limits: { pointsPerSecond: 100_000, openingsPerAddress: 1_000_000 },
      // rooms come and go, and are compacted, within one trial
      timing: { idle: 30, rest: 40, keepalive: 400, ping: 400 },
    });
    this.now = { hub, server, store, threads, sockets, closeLog: async () => opened?.close() };
  }

  /** As at an update of the software: everything received is stored, then everybody is sent away. */
  async stop(): Promise<void> {
    const now = this.leave();
    if (!now) return;
    now.server.close();
    await now.hub.close();
    await now.closeLog();
    // a process that ends leaves nobody in the middle of an opening
    for (const socket of now.sockets) socket.destroy();
  }

  /** As at a loss of power: what was not written through at this instant never will be, and nobody is told. */
  crash(): void {
    const now = this.leave();
    if (!now) return;
    now.store.mood = "gone";
    for (const socket of now.sockets) socket.destroy();
    now.server.close();
    this.past.push(Promise.all(now.threads.map((thread) => thread.terminate())).then(() => now.hub.close()).then(now.closeLog));
  }

  disk(mood: DiskMood): void {
    if (this.now) this.now.store.mood = mood;
  }

  killThread(): void {
    void this.now?.threads.at(-1)?.terminate();
  }

  async close(): Promise<void> {
    await this.stop();
    await Promise.all(this.past);
  }

  private leave(): Incarnation | null {
    const { now } = this;
    this.now = null;
    return now;
  }
}
