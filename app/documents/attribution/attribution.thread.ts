// SPDX-License-Identifier: AGPL-3.0-or-later
/** The thread in which long logs are read. One job at a time; whatever goes wrong here costs that job. */
import { parentPort } from "node:worker_threads";
import { type Answers, type Asks, workOut } from "./work";

export type Order = { number: number; asks: Asks };
export type Done = { number: number } & ({ ok: true; answers: Answers } | { ok: false; message: string });

parentPort?.on("message", ({ number, asks }: Order) => {
  let done: Done;
  try {
    done = { number, ok: true, answers: workOut(asks) };
  } catch (failure) {
    done = { number, ok: false, message: String(failure) };
  }
  parentPort?.postMessage(done);
});
