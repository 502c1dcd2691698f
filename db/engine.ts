// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the door asks of an engine (SQLite, PostgreSQL), and what both offer to whoever comes through the door. */
import type { BaseSQLiteDatabase } from "drizzle-orm/sqlite-core";
import type * as schema from "./schema";

type Everything = BaseSQLiteDatabase<"async", unknown, typeof schema>;

/** What both engines offer. `.get() .all() .run() .values()` type-check but fail on PostgreSQL: always await the query. */
export type Db = Pick<
  Everything,
  "select" | "selectDistinct" | "insert" | "update" | "delete" | "query" | "$count" | "with" | "$with"
>;

/** What an engine must give: the reader, and one attempt at a transaction. */
export type Engine = {
  dialect: "sqlite" | "pg";
  reader: Db;
  attempt<T>(inScope: (db: Db) => Promise<T>): Promise<T>;
  /** Whether the failure is a collision with another writer that a new attempt may heal. */
  collided(failure: unknown): boolean;
  /** Where a thread of this process finds the same data, when they are one file. */
  file?: SharedFile;
  close(): Promise<void>;
};

/** A SQLite file that a thread of this process writes to as well; see `turns`. */
export type SharedFile = { path: string; turns: SharedArrayBuffer };

/** The engine's own error code, wherever Drizzle has put it. */
export function errorCode(failure: unknown): string | undefined {
  const error = failure as { code?: string; cause?: { code?: string } } | undefined;
  return error?.code ?? error?.cause?.code;
}
