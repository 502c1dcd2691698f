// SPDX-License-Identifier: AGPL-3.0-or-later
import { resolve } from "node:path";

/** Where the generated migrations of an engine lie; the commands of package.json start in the project's folder. */
export function migrationsFolder(engine: "sqlite" | "pg"): string {
  return resolve("db", "migrations", engine);
}
