// SPDX-License-Identifier: AGPL-3.0-or-later
/** The thread in which files are made: one paper and format in, bytes out. */
import { parentPort } from "node:worker_threads";
import type { Format, Paper } from "./paper";

export type Order = { number: number; paper: Paper; format: Format };
export type Made = { number: number } & ({ ok: true; bytes: Uint8Array } | { ok: false; message: string });

async function make({ paper, format }: Order): Promise<Uint8Array> {
  if (format === "pdf" || format === "pdf-ua") return (await import("./pdf.thread")).makePdf(paper, format === "pdf" ? "a-3a" : "ua-1");
  return (await import("./office.thread")).makeOfficeFile(paper, format);
}

parentPort?.on("message", async (order: Order) => {
  const { number } = order;
  const made = await make(order).then(
    (bytes): Made => ({ number, ok: true, bytes }),
    (failure: unknown): Made => ({ number, ok: false, message: String((failure as Error)?.message ?? failure) }),
  );
  parentPort?.postMessage(made);
});
