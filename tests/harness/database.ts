// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Database, openDatabase } from "~db/client.server";

/** An empty folder that goes away with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "concerto-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A real database with the schema of today: a SQLite file, or PostgreSQL when DATABASE_URL says pglite. */
export async function openTestDatabase(dataDir = temporaryFolder()): Promise<Database> {
  const db = await openDatabase({ dataDir, url: process.env.DATABASE_URL });
  onTestFinished(() => db.close());
  return db;
}
