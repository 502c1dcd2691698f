// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The realtime server beside its peers and beside the floor, a bare relay without documents or storage.
 *
 * Real processes: the server on the first core, the load on the second. Everybody who can store stores. Runs take turns;
 * shown are medians and, in brackets, the range. Every run proves that what was typed arrived whole, by counting the marks in
 * the keystrokes and by building the text. Processor time is user and system time of all threads of the server's process.
 */
import type { Options, Row, Section } from "../table";
import { crashes } from "./crashes";
import { diskFull, mayMount, storeThrows } from "./faults";
import { malformed } from "./malformed";
import { memory } from "./memory";
import { openings } from "./openings";
import { typing } from "./typing";

const DIMENSIONS: { name: string; measure(options: Options, say: (s: string) => void): Promise<Row[]> }[] = [
  { name: "one document, 50 people", measure: typing({ documents: 1, people: 50, writers: 50, pace: 5 }) },
  { name: "one document, 200 people", measure: typing({ documents: 1, people: 200, writers: 40, pace: 5 }) },
  { name: "500 documents, 2 typists each", measure: typing({ documents: 500, people: 2, writers: 2, pace: 2 }) },
  { name: "opening a 1 MB document", measure: openings },
  { name: "memory", measure: memory },
  { name: "kill -9", measure: crashes },
  { name: "store throws", measure: (_options, say) => storeThrows(say) },
  { name: "disk full", measure: async (_options, say) => (mayMount() ? diskFull(say) : unmeasured) },
  { name: "malformed", measure: (_options, say) => malformed(say) },
];

const unmeasured: Row[] = [
  { dimension: "the disk is full for a while", value: "not measured: needs the right to mount a small disk", against: "", ratio: "", target: "0, recovers by itself", ok: null },
];

export const realtime: Section = {
  title: "Realtime",
  async run(options, say) {
    const rows: Row[] = [];
    for (const { name, measure } of DIMENSIONS) {
      if (options.only && !name.includes(options.only)) continue;
      say(name);
      rows.push(...(await measure(options, say)));
    }
    return rows;
  },
};
