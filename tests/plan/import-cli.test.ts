// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { readPlan } from "~/plan/index.server";
import { makeWorld, openTestDatabase, temporaryFolder } from "~tests/harness";

const root = resolve(import.meta.dirname, "../..");
const fixture = resolve(import.meta.dirname, "fixtures/piano-di-borgo-alto.txt");

function run(dataDir: string, ...words: string[]) {
  const env = { ...process.env, DATA_DIR: dataDir, VITEST: "" };
  return spawnSync(process.execPath, ["--import", "tsx", "app/plan/import.cli.ts", ...words], {
    cwd: root,
    env,
    encoding: "utf8",
  });
}

describe("the import from the command line", { timeout: 90_000 }, () => {
  test("prints the plan in the published shape and writes nothing when it is only a trial", () => {
    const dataDir = temporaryFolder();
    const { status, stdout } = run(dataDir, fixture, "--dry-run", "--json");
    expect(status).toBe(0);
    const plan = JSON.parse(stdout);
    expect(plan).toMatchObject({
      edition: "2030-2032",
      totals: { areas: 3, objectives: 6, strategies: 18, pillarLinks: 13, consolidation: 9 },
    });
    expect(plan.areas[0]).toMatchObject({
      number: "5.1",
      title: "Abitare i cortili",
      objectives: [
        { title: "Riaprire i cortili chiusi", pillars: ["1.1", "1.9"] },
        { strategies: ["Firmare patti semplici fra vicini e uffici (portinerie, comitati, botteghe)."] },
        {},
      ],
    });
    expect(plan.warnings).toContainEqual({
      line: 91,
      kind: "numbersLost",
      message: expect.stringContaining("Da rivedere"),
    });
    expect(existsSync(join(dataDir, "concerto.db"))).toBe(false);
  });

  test("imports, and a second time changes nothing", async () => {
    const dataDir = temporaryFolder();
    expect(run(dataDir, fixture).stderr).toContain("0 cambiate, 0 uscite");
    expect(run(dataDir, fixture).stderr).toContain("0 parti nuove, 0 cambiate, 0 uscite");
    const world = await makeWorld({ db: await openTestDatabase(dataDir) });
    expect((await readPlan(world.nobody))!.areas).toHaveLength(3);
  });

  test("refuses what is not a plan, what is not there, and words it does not know", () => {
    const dataDir = temporaryFolder();
    const other = run(dataDir, resolve(root, "package.json"));
    expect(other).toMatchObject({ status: 1, stdout: "" });
    expect(other.stderr).toContain("Non sembra un piano");
    expect(run(dataDir, "nessun-file.txt").status).toBe(2);
    expect(run(dataDir, fixture, "--force").status).toBe(2);
    expect(run(dataDir).stderr).toContain("npm run plan:import");
  });
});
