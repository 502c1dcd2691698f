// SPDX-License-Identifier: AGPL-3.0-or-later
/** How worker threads are started, the same way in production, development and tests. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";

/** Room for what is soon thrown away: twice as much saves no time that shows, and every thread has its own. */
const YOUNG_MB = 8;

/** Address of a module by its path from the project's root, where every command starts. */
export const moduleAt = (path: string): string => pathToFileURL(resolve(path)).href;

/**
 * Runs a module of this project in a thread of its own. The server is one bundle and a thread is not part of it, so the
 * module is named by its path from the project's root and read as it stands, TypeScript included. `data` reaches it as
 * `workerData`.
 */
export function startThread(path: string, data: object, limits: WorkerOptions["resourceLimits"] = {}): Worker {
  return new Worker(resolve("realtime/thread-start.js"), {
    workerData: { ...data, module: moduleAt(path) },
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB, ...limits },
    // flags of the process, such as those of a profiler or a loader, are not the thread's
    execArgv: [],
  });
}
