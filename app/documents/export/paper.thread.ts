// SPDX-License-Identifier: AGPL-3.0-or-later
/** The thread in which files are made and read: one paper and format in, bytes out; or bytes in, blocks out. */
import { parentPort } from "node:worker_threads";
import type { Reading, ReadOrder } from "../import/reading";
import type { Format, Paper } from "./paper";

export type Task = { make: { paper: Paper; format: Format } } | { read: ReadOrder };
export type Order = { number: number; task: Task };
export type Made = { number: number } & ({ ok: true; answer: Uint8Array | Reading } | { ok: false; message: string });

async function work(task: Task): Promise<Uint8Array | Reading> {
  if ("read" in task) return (await import("../import/read-file.thread")).readFile(task.read);
  const { paper, format } = task.make;
  if (format === "pdf" || format === "pdf-ua") return (await import("./pdf.thread")).makePdf(paper, format === "pdf" ? "a-3a" : "ua-1");
  return (await import("./office.thread")).makeOfficeFile(paper, format);
}

parentPort?.on("message", async ({ number, task }: Order) => {
  const made = await work(task).then(
    (answer): Made => ({ number, ok: true, answer }),
    (failure: unknown): Made => ({ number, ok: false, message: String((failure as Error)?.message ?? failure) }),
  );
  parentPort?.postMessage(made);
});
