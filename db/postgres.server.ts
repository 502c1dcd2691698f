// SPDX-License-Identifier: AGPL-3.0-or-later
import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { migrate } from "drizzle-orm/pglite/migrator";
import { type Db, type Engine, errorCode } from "./engine";
import { migrationsFolder } from "./migrations-folder";
import * as schema from "./schema";

/**
 * The PostgreSQL engine. For now only the embedded one (`pglite:` with an optional folder), which proves that schema,
 * queries and use-cases are portable; a server over the network refuses to start with a clear sentence.
 */
export async function openPostgres(url: string): Promise<Engine> {
  if (!url.startsWith("pglite:")) throw new Error("Only pglite: is supported for now; a PostgreSQL server is not yet");
  const client = new PGlite(url.slice("pglite:".length) || undefined);
  const db = drizzle(client, { schema });
  await migrate(db, { migrationsFolder: migrationsFolder("pg") });
  return {
    dialect: "pg",
    reader: db as unknown as Db,
    attempt: (work) =>
      db.transaction((tx) => work(tx as unknown as Db), { isolationLevel: "serializable" }),
    collided: (failure) => ["40001", "40P01"].includes(errorCode(failure) ?? ""),
    close: () => client.close(),
  };
}
