// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * npm run bench -- [section …] [--quick] [--only <dimension>] [--readme]
 *
 * Without a section all are run. `--only` keeps the dimensions whose name contains the words; `--readme` also writes the
 * tables into README.md. Rows are shown as they come; whoever interrupts gets the table of those there are. Ends with 1 when
 * something that was to be reached was not.
 */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { asLine, asMarkdown, intoReadme, type Row, type Section } from "./table";

const SECTIONS: Record<string, () => Promise<Section>> = {
  realtime: async () => (await import("./realtime/section")).realtime,
  tables: async () => (await import("./tables/section")).tables,
  documents: async () => (await import("./documents/section")).documents,
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: "boolean", default: false }, only: { type: "string" }, readme: { type: "boolean", default: false } },
});
const unknown = positionals.filter((name) => !SECTIONS[name]);
if (unknown.length > 0) {
  process.stderr.write(`No section ${unknown.join(", ")}; there are: ${Object.keys(SECTIONS).join(", ")}\n`);
  process.exit(2);
}
const started = performance.now();
const say = (sentence: string) => process.stderr.write(`${((performance.now() - started) / 1000).toFixed(0).padStart(4)} s  ${sentence}\n`);
let missed = 0;
for (const name of positionals.length > 0 ? positionals : Object.keys(SECTIONS)) {
  const section = await (SECTIONS[name] as () => Promise<Section>)();
  const shown: Row[] = [];
  const command = ["npm run bench --", name, values.quick && "--quick", values.only && `--only "${values.only}"`].filter(Boolean).join(" ");
  const conclude = (rows: Row[], note: string) => {
    const table = asMarkdown(`${section.title}${note}`, rows, command);
    process.stdout.write(`\n${table}\n`);
    if (values.readme) intoReadme(resolve(import.meta.dirname, "../../README.md"), name, table);
  };
  const interrupted = () => {
    if (shown.length > 0) conclude(shown, ", interrupted before the end");
    process.exit(1);
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, interrupted);
  const rows = await section.run(values, say, (some) => {
    shown.push(...some);
    for (const row of some) say(asLine(row));
  });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, interrupted);
  conclude(rows, "");
  missed += rows.filter(({ ok }) => ok === false).length;
}
process.exit(missed > 0 ? 1 : 0);
