// SPDX-License-Identifier: AGPL-3.0-or-later
/** What every measured server has beside itself: a line to whoever measures it. */
import { readRows, type Rows } from "../texts";

export type Task = {
  mode: "seed" | "serve";
  port: number;
  dataDir: string;
  /** Documents that exist, all with the rows of the file, or empty. */
  documents: string[];
  rows: string | null;
  /** Words that one kind of server understands. */
  variant?: string | undefined;
};

export type Usage = { cpuMicros: number; rss: number; heap: number };

type Server = {
  seed(task: Task, rows: Rows): Promise<void>;
  /** Resolves when the port answers. */
  serve(task: Task): Promise<void>;
};

/** Runs the task given as the process's last argument. Processor time counts all threads of the process. */
export async function run({ seed, serve }: Server): Promise<void> {
  const task = JSON.parse(process.argv.at(-1) as string) as Task;
  const rows = task.rows ? readRows(task.rows) : [];
  if (task.mode === "seed") {
    await seed(task, rows);
    process.exit(0);
  }
  process.on("message", (ask: "usage" | "settle") => {
    if (ask === "settle") collect();
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed, external } = process.memoryUsage();
    process.send?.({ cpuMicros: user + system, rss, heap: heapUsed + external } satisfies Usage);
  });
  process.on("disconnect", () => process.exit(0));
  await serve(task);
  process.send?.("ready");
}

function collect(): void {
  for (let i = 0; i < 3; i++) (globalThis as { gc?: () => void }).gc?.();
}
