// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who is measured, and how their processes are started: server on the first core, load generator on the second. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { DIALECTS } from "./dialects";
import type { Job, Outcome } from "./generator";
import type { Task, Usage } from "./servers/control";

export type Contender = { name: string; script: string; dialect: keyof typeof DIALECTS; variant?: string };

export const CONCERTO: Contender = { name: "Concerto", script: "concerto", dialect: "concerto" };
export const FLOOR: Contender = { name: "floor", script: "relay", dialect: "plain" };
/** The floor that stores: see the relay. */
export const DURABLE_FLOOR: Contender = { ...FLOOR, name: "floor that syncs to disk first", variant: "durable" };
export const Y_WEBSOCKET: Contender = { name: "y-websocket", script: "y-websocket", dialect: "plain" };
export const HOCUSPOCUS: Contender = { name: "Hocuspocus", script: "hocuspocus", dialect: "hocuspocus" };
export const PEERS = [Y_WEBSOCKET, HOCUSPOCUS];
export const ALL = [CONCERTO, FLOOR, ...PEERS];

const canPin = availableParallelism() > 1 && hasTaskset();

function hasTaskset(): boolean {
  try {
    execFileSync("taskset", ["-V"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

function start(core: 0 | 1 | null, script: string, argument: string, node: string[] = []): ChildProcess {
  const words = [...node, "--import", "tsx", join(import.meta.dirname, script), argument];
  const [program, args] = canPin && core !== null ? ["taskset", ["-c", String(core), process.execPath, ...words]] : [process.execPath, words];
  const child = spawn(program as string, args as string[], { stdio: ["ignore", "ignore", process.env.BENCH_LOUD ? "inherit" : "ignore", "ipc"] });
  running.add(child);
  child.once("exit", () => running.delete(child));
  return child;
}

const running = new Set<ChildProcess>();
process.once("exit", endAll);

/** Ends every process that was started here and still runs. */
export function endAll(): void {
  for (const child of running) child.kill("SIGKILL");
}

/** What a process says next. Fails when it ends instead. */
async function answer<T>(child: ChildProcess, within = 120_000): Promise<T> {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(new Error(`silent for ${within} ms`)), within);
  try {
    return await Promise.race([
      once(child, "message", { signal: stop.signal }).then(([message]) => message as T),
      once(child, "exit", { signal: stop.signal }).then(([code, signal]) => {
        throw new Error(`A process of the benchmark ended with ${code ?? signal}`);
      }),
    ]);
  } finally {
    clearTimeout(late);
    stop.abort();
  }
}

export type RunningServer = {
  port: number;
  dataDir: string;
  usage(): Promise<Usage>;
  /** Collects garbage first. */
  settledUsage(): Promise<Usage>;
  kill(): Promise<void>;
  alive(): boolean;
};

export type Folder = { dataDir: string; remove(): void };

/** A folder filled with what a contender has stored; goes away with `remove`. */
export async function stored(contender: Contender, documents: string[], rows: string | null): Promise<Folder> {
  const folder = emptyFolder();
  await fill(contender, folder.dataDir, documents, rows);
  return folder;
}

/** Another folder with the same in it. */
export function copyOf({ dataDir }: Folder): Folder {
  const folder = emptyFolder();
  cpSync(dataDir, folder.dataDir, { recursive: true });
  return folder;
}

/** Folders of several contenders, filled side by side. Who cannot be filled is left out, and fails where it is measured. */
export async function storedForAll(contenders: Contender[], documents: string[], rows: string | null): Promise<Map<Contender, Folder>> {
  const folders = new Map<Contender, Folder>();
  await Promise.allSettled(contenders.map(async (contender) => folders.set(contender, await stored(contender, documents, rows))));
  return folders;
}

export function folderOf(folders: Map<Contender, Folder>, contender: Contender): Folder {
  const folder = folders.get(contender);
  if (!folder) throw new Error("could not be filled");
  return folder;
}

function emptyFolder(): Folder {
  const dataDir = mkdtempSync(join(tmpdir(), "concerto-bench-"));
  return { dataDir, remove: () => rmSync(dataDir, { recursive: true, force: true }) };
}

export async function fill(contender: Contender, dataDir: string, documents: string[], rows: string | null): Promise<void> {
  if (contender.script === FLOOR.script) return;
  const task: Task = { mode: "seed", port: 0, dataDir, documents, rows };
  const child = start(null, `servers/${contender.script}.ts`, JSON.stringify(task));
  const [code] = await once(child, "exit");
  if (code !== 0) throw new Error(`${contender.name} could not be filled: ${code}`);
}

/** Starts a server on the first core, or where there is room when its time is not measured. */
export async function serve(contender: Contender, dataDir: string, documents: string[], rows: string | null, timed = true): Promise<RunningServer> {
  const port = await freePort();
  const task: Task = { mode: "serve", port, dataDir, documents, rows, variant: contender.variant };
  const child = start(timed ? 0 : null, `servers/${contender.script}.ts`, JSON.stringify(task), ["--expose-gc"]);
  await answer(child);
  const ask = async (question: string) => {
    child.send(question);
    return answer<Usage>(child);
  };
  return {
    port,
    dataDir,
    usage: () => ask("usage"),
    settledUsage: () => ask("settle"),
    alive: () => child.exitCode === null && child.signalCode === null,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}

/** Waits until a server has nothing to do any more. */
export async function calm(server: Pick<RunningServer, "usage">): Promise<void> {
  let { cpuMicros } = await server.usage();
  for (let i = 0; i < 25; i++) {
    await pause(200);
    const now = await server.usage();
    if (now.cpuMicros - cpuMicros < 10_000) return;
    ({ cpuMicros } = now);
  }
}

/** Starts a load generator, which has its modules read by the time there is something for it to do. */
export const startGenerator = (): ChildProcess => start(1, "generator.ts", "");

/** Gives the generator its job: it connects, begins when told, and stays connected until it may leave. */
export async function generate(job: Job, child = startGenerator()): Promise<{ go(): Promise<Outcome>; leave(): void }> {
  child.send(job);
  await answer(child);
  return {
    go() {
      child.send("go");
      return answer<Outcome>(child);
    },
    leave: () => child.disconnect(),
  };
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, "close");
  return port;
}
