// SPDX-License-Identifier: AGPL-3.0-or-later
/** The load, as a process of its own. Told its job it says "ready", and at each "go" does its part and answers with the outcome. */
import { once } from "node:events";
import { open } from "./jobs/opening";
import { type } from "./jobs/typing";

export type Target = { dialect: "plain" | "concerto" | "hocuspocus"; port: number };

/** People open documents and type at a steady pace, whatever the server does. */
export type TypingJob = Target & {
  kind: "typing";
  documents: string[];
  people: number;
  writers: number;
  /** Keystrokes of one writer a second. */
  pace: number;
  /** Seconds of typing at the first "go", which lets everybody warm up, and at the second, which counts. */
  warm: number;
  seconds: number;
};

/** People open a prepared text, all at once. */
export type OpeningJob = Target & { kind: "opening"; documents: string[]; people: number; text: string };

export type Job = TypingJob | OpeningJob;

export type Outcome = {
  /** Updates of others that reached somebody, each counted once. */
  delivered: number;
  expected: number;
  /** From sending to hearing, or from connecting to having the text; milliseconds. */
  p50: number;
  p99: number;
  last: number;
  /** Share of one core the generator used. */
  busy: number;
  /** What was wrong; null when every replica is as it must be. */
  fault: string | null;
};

process.on("disconnect", () => process.exit(0));
const [job] = (await once(process, "message")) as [Job];
const begin = job.kind === "typing" ? await type(job) : await open(job);
process.on("message", () => {
  void begin().then((outcome) => process.send?.(outcome));
});
process.send?.("ready");
