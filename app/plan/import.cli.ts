// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * `npm run plan:import -- FILE [--dry-run] [--json]`: reads a printed plan and imports it. Exit 0: done; 1: refused; 2: wrong use. With --json the result goes to
 * standard output in the published shape and nothing else does.
 */
import { readFileSync } from "node:fs";
import { readEnv } from "~/web/env.server";
import { translate } from "~/web/translate.server";
import { openDatabase } from "~db/client.server";
import { parsePlan } from "./import/parse-plan";
import { type ParsedPlan, totalsOf } from "./import/parsed";
import { planJson } from "./import/plan-json";
import { sayWarning } from "./say-warning.server";
import { writePlan } from "./write-plan.server";

const words = process.argv.slice(2);
const [file] = words.filter((word) => !word.startsWith("--"));
const dryRun = words.includes("--dry-run");
const asJson = words.includes("--json");
const say = (key: string, values?: Record<string, string | number>) => translate("it", `plan.cli.${key}`, values);
const tell = (text: string) => process.stderr.write(`${text}\n`);

function stop(code: number, text: string): never {
  tell(text);
  process.exit(code);
}

function readFile(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    return stop(2, say("unreadable", { file: path }));
  }
}

async function store(plan: ParsedPlan): Promise<void> {
  const env = readEnv();
  const db = await openDatabase({ dataDir: env.DATA_DIR, url: env.DATABASE_URL });
  const ctx = { actor: null, now: new Date() };
  const outcome = await db.tx((tx) => writePlan(tx, ctx, plan, translate("it", "plan.import.notInNewReading")));
  await db.close();
  const { added, changed, ended } = outcome;
  tell(say("imported", { edition: plan.edition ?? "", added, changed, ended }));
}

function summary(plan: ParsedPlan): string {
  const totals = Object.entries(totalsOf(plan)).map(([name, count]) =>
    translate("it", `plan.totals.${name}`, { count }),
  );
  const warnings = plan.warnings.map((warning) =>
    say("line", { line: warning.line, message: sayWarning("it", warning) }),
  );
  return [`${say("edition")}: ${plan.edition ?? say("unknown")}`, ...totals, "", ...warnings, ""].join("\n");
}

if (!file || words.some((word) => word.startsWith("--") && !["--dry-run", "--json"].includes(word)))
  stop(2, say("usage"));
const reading = parsePlan(readFile(file));
if (!reading.ok) stop(1, say("refused", { reason: translate("it", `plan.refusals.${reading.because}`) }));
if (!dryRun && !reading.plan.edition) stop(1, say("refused", { reason: translate("it", "plan.import.noEdition") }));
const printed = asJson
  ? JSON.stringify(
      planJson(reading.plan, (warning) => sayWarning("it", warning)),
      null,
      2,
    )
  : summary(reading.plan);
process.stdout.write(`${printed}\n`);
if (dryRun) tell(say("dryRun"));
else await store(reading.plan);
