// SPDX-License-Identifier: AGPL-3.0-or-later
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject } from "vitest";
import { type Database, openDatabase } from "~db/client.server";
import { dialect } from "~db/columns";
import { atTheEnd } from "./ends";

/** An empty folder that goes away at the end. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "concerto-test-"));
  atTheEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A real database with the schema of today: a SQLite file, or in the project "postgres" an embedded PostgreSQL. */
export async function openTestDatabase(dataDir = temporaryFolder()): Promise<Database> {
  const db = await openDatabase({ dataDir, url: dialect === "pg" ? freshPostgres(dataDir) : undefined });
  atTheEnd(() => db.close());
  return db;
}

function freshPostgres(dataDir: string): string {
  const folder = join(dataDir, "postgres");
  cpSync(inject("postgresTemplate"), folder, { recursive: true });
  return `pglite:${folder}`;
}
