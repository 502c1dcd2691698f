// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * npm run soak -- [--minutes N] [--seed S] [--steps N] [--no-tests]
 *
 * Runs one trial of the fault model after the other, each with the next seed, until the time is up. Ends with 1 at the
 * first broken promise, naming the seed that repeats it, and when memory or handles grow from trial to trial. Before the trials,
 * the tests of crowds and leaks are run as large as they may be in a city (thousands of openings, documents and viewers), and
 * all properties of the application with other random cases than `npm test` draws; `--no-tests` leaves both out.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { openDatabase } from "~db/client.server";
import { Trial } from "./trial";

/** Growth beyond these, from the first quarter of the soak to its last, is a leak and no noise. */
const MAX_GROWTH_MB = 64;
const MAX_HANDLES_MORE = 20;

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "10" }, seed: { type: "string" }, steps: { type: "string", default: "300" }, "no-tests": { type: "boolean", default: false } },
});
let seed = Number(values.seed ?? Date.now() % 1_000_000);
const samples: { mb: number; handles: number }[] = [];
const totals = { trials: 0, acts: 0, promised: 0, faults: 0 };

async function trial(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), "concerto-soak-"));
  const db = await openDatabase({ dataDir });
  try {
    const { acts, promised, faults } = await new Trial(db, seed).run(Number(values.steps));
    const happened = Object.values(faults).reduce((sum, count) => sum + count, 0);
    totals.trials++;
    totals.acts += acts;
    totals.promised += promised;
    totals.faults += happened;
    process.stdout.write(`seed ${seed}: ${acts} acts, ${promised} promised, ${happened} faults; ${samples.at(-1)?.mb ?? "?"} MB, ${samples.at(-1)?.handles ?? "?"} handles\n`);
  } finally {
    await db.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** What the process holds between two trials. */
function sample(): void {
  (globalThis as { gc?: () => void }).gc?.();
  samples.push({ mb: Math.round(process.memoryUsage().heapUsed / 1e6), handles: process.getActiveResourcesInfo().length });
}

const mean = (of: typeof samples, key: "mb" | "handles") => of.reduce((sum, one) => sum + one[key], 0) / Math.max(1, of.length);

/** Whether the tests of crowds and leaks hold at full size, and the properties with cases of their own. */
function testsHold(): boolean {
  const hold = (files: string[], env: Record<string, string>) =>
    spawnSync("npx", ["vitest", "run", "--config", "tests/vitest.config.ts", "--project", "unit", ...files], { stdio: "inherit", env: { ...process.env, ...env } }).status === 0;
  const properties = readdirSync("tests", { recursive: true, encoding: "utf8" })
    .map((file) => join("tests", file))
    .filter((file) => file.endsWith(".test.ts") && /from "fast-check"|harness\/properties"/.test(readFileSync(file, "utf8")));
  process.stdout.write(`properties, seed ${seed}: repeat with SEED=${seed}\n`);
  return hold(["tests/realtime/faults/load.test.ts"], { LOAD: "full" }) && hold(properties, { SEED: String(seed) });
}

/** Answers the exit code. */
export async function soak(): Promise<number> {
  if (!values["no-tests"] && !testsHold()) return 1;
  const until = performance.now() + Number(values.minutes) * 60_000;
  try {
    do {
      await trial();
      sample();
      seed++;
    } while (performance.now() < until);
  } catch (failure) {
    process.stderr.write(`${(failure as Error).stack}\nrepeat with: npm run soak -- --no-tests --minutes 0 --seed ${seed} --steps ${values.steps}\n`);
    return 1;
  }
  const quarter = Math.max(1, Math.floor(samples.length / 4));
  const grown = (key: "mb" | "handles") => mean(samples.slice(-quarter), key) - mean(samples.slice(0, quarter), key);
  process.stdout.write(
    `${totals.trials} trials, ${totals.acts} acts, ${totals.promised} promised, ${totals.faults} faults: no promise broken; ` +
      `heap ${signed(grown("mb"))} MB, handles ${signed(grown("handles"))}\n`,
  );
  // with few trials the first ones, in which everything is loaded, weigh too much
  return samples.length >= 8 && (grown("mb") > MAX_GROWTH_MB || grown("handles") > MAX_HANDLES_MORE) ? 1 : 0;
}

const signed = (number: number) => `${number >= 0 ? "+" : ""}${number.toFixed(1)}`;
