// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { environmentWith } from "~/web/env.server";
import { spawnSync } from "node:child_process";

declare module "vitest" {
  export interface ProvidedContext {
    postgresTemplate: string;
  }
}

/** Makes one migrated PostgreSQL folder; each test opens a copy, which is much quicker than starting from nothing. */
export default function makeTemplate(project: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "concerto-postgres-"));
  const template = join(folder, "template");
  const made = spawnSync(process.execPath, ["--import", "tsx", "tests/harness/make-postgres-template.ts"], {
    env: environmentWith({ DATABASE_URL: `pglite:${template}` }),
    stdio: "inherit",
  });
  if (made.status !== 0) throw new Error("The PostgreSQL template could not be made");
  project.provide("postgresTemplate", template);
  return () => rmSync(folder, { recursive: true, force: true });
}
