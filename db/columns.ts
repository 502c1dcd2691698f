// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * The column kit: one schema module, two engines. Typed as SQLite; when DATABASE_URL names PostgreSQL the same calls
 * build PostgreSQL tables. Schemas use only what is exported here.
 */
import * as lite from "drizzle-orm/sqlite-core";
import * as pg from "drizzle-orm/pg-core";
import { sqlDialect } from "../app/web/env.server";

export const dialect = sqlDialect();

const sqliteKit = {
  table: lite.sqliteTable,
  index: lite.index,
  uniqueIndex: lite.uniqueIndex,
  primaryKey: lite.primaryKey,
  check: lite.check,
  text: <T extends string = string>(name: string) => lite.text(name).$type<T>(),
  int: (name: string) => lite.integer(name),
  real: (name: string) => lite.real(name),
  bool: (name: string) => lite.integer(name, { mode: "boolean" }),
  /** A moment in UTC with millisecond precision; a Date in code. */
  instant: (name: string) => lite.integer(name, { mode: "timestamp_ms" }),
  /** Euro as integer cents. */
  money: (name: string) => lite.integer(name),
  /** Epoch seconds on SQLite, a Date on PostgreSQL: what Lucia's adapters ask of expiresAt. Nobody else reads it. */
  luciaExpiry: (name: string) => lite.integer(name),
  json: <T>(name: string) => lite.text(name, { mode: "json" }).$type<T>(),
  bytes: (name: string) => lite.blob(name, { mode: "buffer" }),
  /** A growing number given by the database; primary key. */
  serial: (name: string) => lite.integer(name).primaryKey({ autoIncrement: true }),
};

const bytea = pg.customType<{ data: Buffer; driverData: Uint8Array }>({
  dataType: () => "bytea",
  toDriver: (value) => value,
  // PGlite hands back a plain Uint8Array
  fromDriver: (value) =>
    Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength),
});

const pgKit = {
  table: pg.pgTable,
  index: pg.index,
  uniqueIndex: pg.uniqueIndex,
  primaryKey: pg.primaryKey,
  check: pg.check,
  text: (name: string) => pg.text(name),
  int: (name: string) => pg.bigint(name, { mode: "number" }),
  real: (name: string) => pg.doublePrecision(name),
  bool: (name: string) => pg.boolean(name),
  instant: (name: string) => pg.timestamp(name, { withTimezone: true, precision: 3, mode: "date" }),
  money: (name: string) => pg.bigint(name, { mode: "number" }),
  luciaExpiry: (name: string) => pg.timestamp(name, { withTimezone: true, mode: "date" }),
  json: (name: string) => pg.jsonb(name),
  bytes: (name: string) => bytea(name),
  serial: (name: string) => pg.bigint(name, { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
};

export const {
  table, index, uniqueIndex, primaryKey, check,
  text, int, real, bool, instant, money, luciaExpiry, json, bytes, serial,
} = dialect === "pg" ? (pgKit as unknown as typeof sqliteKit) : sqliteKit;
