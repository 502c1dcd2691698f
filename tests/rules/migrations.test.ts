// SPDX-License-Identifier: AGPL-3.0-or-later
import { execFileSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "~tests/harness";
import { ROOT } from "./sources";

test.each([
  ["sqlite", ""],
  ["pg", "pglite:"],
])("the migrations for %s say what the schema says", (engine, url) => {
  const out = join(temporaryFolder(), engine);
  cpSync(join(ROOT, "db/migrations", engine), out, { recursive: true });
  const said = execFileSync(
    process.execPath,
    [join(ROOT, "node_modules/drizzle-kit/bin.cjs"), "generate", "--schema", "./db/schema.ts", "--dialect", engine === "pg" ? "postgresql" : "sqlite", "--out", relative(ROOT, out)],
    { cwd: ROOT, env: { ...process.env, DATABASE_URL: url }, encoding: "utf8" },
  );
  expect(said).toContain("No schema changes");
});
