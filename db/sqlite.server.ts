// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import { type Db, type Engine, errorCode } from "./engine";
import { migrationsFolder } from "./migrations-folder";
import * as schema from "./schema";
import { newTurns, Turns } from "./turns";

/** Below it, two connections that write and checkpoint at one instant may corrupt a WAL file. */
const OLDEST_SAFE_SQLITE = [3, 51, 3];
/** How long a blocked write may hold the event loop; longer waits happen between attempts, off the loop. */
const BUSY_MS = 250;
/** Pages of the write-ahead log after which this door checkpoints, should nobody else do it in time. */
const MAX_WAL_PAGES = 8192;

/** The SQLite engine: one writing and one reading connection on `DATA_DIR/concerto.db`, WAL, fsync at each commit. */
export async function openSqlite(dataDir: string): Promise<Engine> {
  const file = join(dataDir, "concerto.db");
  const writer = beginIn(dataDir, file);
  assertVersion(writer);
  const writing = drizzle(writer, { schema });
  writer.pragma("foreign_keys = OFF");
  // another process may be migrating the same file at this moment
  writer.pragma("busy_timeout = 30000");
  migrate(writing, { migrationsFolder: migrationsFolder("sqlite") });
  writer.pragma(`busy_timeout = ${BUSY_MS}`);
  writer.pragma("foreign_keys = ON");
  writer.pragma(`wal_autocheckpoint = ${MAX_WAL_PAGES}`);
  const reader = connect(file, true);
  const shared = newTurns();
  const turns = new Turns(shared, "door");
  const db = writing as unknown as Db;
  let tail: Promise<unknown> = Promise.resolve();
  return {
    dialect: "sqlite",
    reader: drizzle(reader, { schema }) as unknown as Db,
    attempt(work) {
      const turn = tail.then(async () => {
        await turns.take();
        try {
          writer.exec("BEGIN IMMEDIATE");
          const result = await work(db);
          writer.exec("COMMIT");
          return result;
        } catch (failure) {
          if (writer.inTransaction) writer.exec("ROLLBACK");
          throw failure;
        } finally {
          turns.give();
        }
      });
      tail = turn.catch(() => {});
      return turn;
    },
    collided: (failure) => errorCode(failure)?.startsWith("SQLITE_BUSY") ?? false,
    file: { path: file, turns: shared },
    async close() {
      await tail;
      reader.close();
      writer.close();
    },
  };
}

/** A folder that cannot be written is said in words: it is the first thing that goes wrong with a new machine or a full one. */
function beginIn(dataDir: string, file: string): Sqlite.Database {
  try {
    mkdirSync(dataDir, { recursive: true });
    return connect(file, false);
  } catch (cause) {
    throw new Error(`La cartella dei dati ${dataDir} non si può scrivere (${errorCode(cause) ?? String(cause)}): controlla DATA_DIR, i permessi e il disco`, { cause });
  }
}

function connect(file: string, readonly: boolean): Sqlite.Database {
  const connection = new Sqlite(file, { readonly, timeout: BUSY_MS });
  if (!readonly) connection.pragma("journal_mode = WAL");
  connection.pragma("synchronous = FULL");
  connection.pragma("foreign_keys = ON");
  return connection;
}

function assertVersion(connection: Sqlite.Database): void {
  const { version } = connection.prepare("select sqlite_version() as version").get() as { version: string };
  const found = version.split(".").map(Number);
  const gap = OLDEST_SAFE_SQLITE.map((wanted, i) => (found[i] ?? 0) - wanted).find((step) => step !== 0) ?? 0;
  if (gap < 0) throw new Error(`SQLite ${version} is too old: ${OLDEST_SAFE_SQLITE.join(".")} or newer is needed`);
}
