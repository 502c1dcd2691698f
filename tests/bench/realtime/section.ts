// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The realtime server beside its peers and beside the floor, a bare relay without documents or storage.
 *
 * Real processes: the server on the first core, the load on the second. Everybody who can store stores. Runs take turns;
 * shown are medians and, in brackets, the range. Every run proves that what was typed arrived whole, by counting the marks in
 * the keystrokes and by building the text. Processor time is user and system time of all threads of the server's process.
 * `--quick` makes each run once, shorter, and fewer trials; the rows say how many.
 */
import type { Options, Row, Section } from "../table";
import { endAll } from "./contenders";
import { crashes } from "./crashes";
import { diskFull, mayMount, storeThrows } from "./faults";
import { malformed } from "./malformed";
import { memory } from "./memory";
import { openings } from "./openings";
import { typing } from "./typing";

type Measure = (options: Options, say: (s: string) => void) => Promise<Row[]>;
type Dimension = { name: string; measure: Measure };

const TIMED: Dimension[] = [
  { name: "one document, 50 people", measure: typing({ documents: 1, people: 50, writers: 50, pace: 5 }) },
  { name: "one document, 200 people", measure: typing({ documents: 1, people: 200, writers: 40, pace: 5 }) },
  { name: "500 documents, 2 typists each", measure: typing({ documents: 500, people: 2, writers: 2, pace: 2 }) },
  { name: "opening a 1 MB document", measure: openings },
  { name: "memory", measure: memory },
];

/** No time is measured in these: they go on side by side. */
const FAULTS: Dimension[] = [
  { name: "kill -9", measure: crashes },
  { name: "store throws", measure: (_options, say) => storeThrows(say) },
  { name: "disk full", measure: async (_options, say) => (mayMount() ? diskFull(say) : unmeasured) },
  { name: "malformed", measure: malformed },
];

const unmeasured: Row[] = [
  { dimension: "the disk is full for a while", value: "not measured: needs the right to mount a small disk", against: "", ratio: "", target: "0, recovers by itself", ok: null },
];

/** Milliseconds that no dimension needs on a machine with nothing else to do. */
const MOST_TIMED = 300_000;
const MOST_FAULTS = 360_000;

export const realtime: Section = {
  title: "Realtime",
  async run(options, say, show) {
    const wanted = (dimensions: Dimension[]) => dimensions.filter(({ name }) => !options.only || name.includes(options.only));
    const rows: Row[] = [];
    const take = (some: Row[]) => {
      rows.push(...some);
      show(some);
    };
    for (const dimension of wanted(TIMED)) {
      say(dimension.name);
      take(await atMost(MOST_TIMED, dimension, options, say));
      endAll();
    }
    const faults = wanted(FAULTS);
    if (faults.length > 0) say(faults.map(({ name }) => name).join(", "));
    for (const some of await Promise.all(faults.map((fault) => atMost(MOST_FAULTS, fault, options, say)))) take(some);
    endAll();
    return rows;
  },
};

/** Whatever goes wrong in a dimension, or never ends, costs that dimension: it is a row that says so. */
async function atMost(milliseconds: number, { name, measure }: Dimension, options: Options, say: (s: string) => void): Promise<Row[]> {
  let late: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, failed) => {
    late = setTimeout(() => failed(new Error(`took more than ${milliseconds / 60_000} minutes`)), milliseconds);
  });
  try {
    return await Promise.race([measure(options, say), tooLong]);
  } catch (failure) {
    return [{ dimension: name, value: `not measured: ${(failure as Error).message}`, against: "", ratio: "", target: "", ok: false }];
  } finally {
    clearTimeout(late);
  }
}
