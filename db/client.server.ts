// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The only door to the database. `read` sees the last committed state (inside a transaction: the transaction's own);
 * `tx` is the only way to write, one writer at a time. Calls to `tx` inside `tx` join the outer one.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { setTimeout as pause } from "node:timers/promises";
import { type Db, type Engine, errorCode, type SharedFile } from "./engine";
import { type Files, openFiles } from "./files.server";

export { type Db, errorCode, type SharedFile } from "./engine";

export type Database = {
  readonly dialect: "sqlite" | "pg";
  readonly read: Db;
  /** What is too large for a row: kept beside the database, in the same folder and in the same copies. */
  readonly files: Files;
  /**
   * Runs `work` in one transaction and commits it durably (fsync) before resolving. `work` may run more than once
   * (PostgreSQL retries), so it has no side effects beyond the database and awaits nothing else.
   */
  tx<T>(work: (db: Db) => Promise<T>): Promise<T>;
  /** Calls back after each commit of this door; returns the way to stop. For followers of the journal. */
  onCommit(listener: () => void): () => void;
  /** The file, for a thread that writes to it in turns with this door; undefined where there is no file. */
  readonly file?: SharedFile | undefined;
  close(): Promise<void>;
};

/** The open transaction of an async context. `open` turns false at its end so that a forgotten await fails loudly. */
type Scope = { db: Db; open: boolean };

const MAX_ATTEMPTS = 12;

/** Makes the door over an engine. Each door has its own transactions: two doors never see each other's open ones. */
export function openDoor(engine: Engine, files: Files): Database {
  const scopes = new AsyncLocalStorage<Scope>();
  const listeners = new Set<() => void>();
  const current = () => {
    const scope = scopes.getStore();
    if (scope && !scope.open) throw new Error("The database was used after its transaction ended: an await is missing");
    return scope?.db;
  };
  const inScope = async <T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> => {
    const scope: Scope = { db, open: true };
    try {
      return await scopes.run(scope, () => work(db));
    } finally {
      scope.open = false;
    }
  };
  return {
    dialect: engine.dialect,
    files,
    file: engine.file,
    get read() {
      return current() ?? engine.reader;
    },
    async tx(work) {
      const outer = current();
      if (outer) return work(outer);
      for (let attempt = 1; ; attempt++) {
        try {
          const result = await engine.attempt((db) => inScope(db, work));
          for (const listener of listeners) listener();
          return result;
        } catch (failure) {
          if (!engine.collided(failure) || attempt >= MAX_ATTEMPTS) throw failure;
          await pause(Math.random() * 5 * 2 ** Math.min(attempt, 8));
        }
      }
    },
    onCommit(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => engine.close(),
  };
}

/** Opens the database that the settings name and brings its schema up to date. */
export async function openDatabase(where: { dataDir: string; url?: string | undefined }): Promise<Database> {
  const engine = where.url
    ? await (await import("./postgres.server")).openPostgres(where.url)
    : await (await import("./sqlite.server")).openSqlite(where.dataDir);
  return openDoor(engine, openFiles(where.dataDir));
}

/** First row of an answer, or undefined. */
export function one<T>(rows: T[]): T | undefined {
  return rows[0];
}

/** True when a write was refused because a unique value exists already, on either engine. */
export function isUniqueViolation(failure: unknown): boolean {
  const code = errorCode(failure);
  return code === "SQLITE_CONSTRAINT_UNIQUE" || code === "SQLITE_CONSTRAINT_PRIMARYKEY" || code === "23505";
}
