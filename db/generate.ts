// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * Rewrites the migrations of both engines from the schema. Until the first release no database is in use anywhere,
 * so they start from nothing each time; afterwards this file only ever adds.
 */
import { execFileSync } from "node:child_process";
import { closeSync, openSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { environmentWith } from "../app/web/env.server";

const lock = join(tmpdir(), "concerto-migrations.lock");

async function locked(work: () => void): Promise<void> {
  for (;;) {
    try {
      closeSync(openSync(lock, "wx"));
      break;
    } catch {
      await pause(500);
    }
  }
  try {
    work();
  } finally {
    rmSync(lock, { force: true });
  }
}

await locked(() => {
  for (const [engine, url] of [["sqlite", ""], ["pg", "pglite:"]] as const) {
    rmSync(join("db", "migrations", engine), { recursive: true, force: true });
    execFileSync("npx", ["drizzle-kit", "generate", "--config", "db/drizzle.config.ts", "--name", "first_release"], {
      env: environmentWith({ DATABASE_URL: url }),
      stdio: "inherit",
    });
  }
});
