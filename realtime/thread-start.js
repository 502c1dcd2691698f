// SPDX-License-Identifier: AGPL-3.0-or-later
/** First lines of every worker thread: it learns to read TypeScript, then runs the module it was started for. */
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

register();
await import(workerData.module);
