// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from "node:child_process";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { record, verifyJournal } from "~/journal/index.server";
import { openDatabase } from "~db/client.server";
import { dialect } from "~db/columns";
import { journalEntries } from "~db/journal/schema";
import { organisations } from "~db/registry/schema";
import { makeWorld, openTestDatabase, temporaryFolder } from "~tests/harness";

const actBy = { actor: null, now: new Date("2026-03-10T09:00:00Z") };
const act = { act: "thing.done", subject: { kind: "thing", id: "1" } };

describe("the door to the database", () => {
  test("writes of concurrent transactions lose nothing", async () => {
    const db = await openTestDatabase();
    await Promise.all(Array.from({ length: 50 }, () => db.tx((tx) => record(tx, actBy, act))));
    expect(await verifyJournal(db.read)).toMatchObject({ ok: true, entries: 50 });
  });

  test("a transaction inside a transaction is the same transaction", async () => {
    const db = await openTestDatabase();
    await expect(
      db.tx(async () => {
        await db.tx((tx) => record(tx, actBy, act));
        expect(await verifyJournal(db.read)).toMatchObject({ entries: 1 });
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await verifyJournal(db.read)).toMatchObject({ entries: 0 });
  });

  test("a promise left behind cannot write into a later transaction", async () => {
    const db = await openTestDatabase();
    let late: (() => Promise<unknown>) | undefined;
    await db.tx(async () => {
      late = async () => db.read.select().from(journalEntries);
      // keeps the scope of this transaction for later
      const bound = late;
      let go: () => void = () => {};
      const gate = new Promise<void>((open) => (go = open));
      const straggler = gate.then(() => bound());
      late = () => {
        go();
        return straggler;
      };
    });
    await expect(late?.()).rejects.toThrow("an await is missing");
  });

  test("tells its listeners after each commit, and only then", async () => {
    const db = await openTestDatabase();
    let commits = 0;
    const stop = db.onCommit(() => commits++);
    await db.tx((tx) => record(tx, actBy, act));
    await db.tx(async () => Promise.reject(new Error("no"))).catch(() => {});
    expect(commits).toBe(1);
    stop();
    await db.tx((tx) => record(tx, actBy, act));
    expect(commits).toBe(1);
  });

  test("unique values stay unique", async () => {
    const world = await makeWorld();
    await world.organisation("Ente Uno", { fiscalCode: "97123450153" });
    await expect(world.organisation("Ente Due", { fiscalCode: "97123450153" })).rejects.toThrow();
    const rows = await world.db.read.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(organisations).where(eq(organisations.fiscalCode, "97123450153"));
    expect(rows[0]?.n).toBe(1);
  });
});

describe.runIf(dialect === "sqlite")("the SQLite file", () => {
  test("cannot be written outside a transaction", async () => {
    const db = await openTestDatabase();
    await expect(Promise.resolve(db.read.delete(journalEntries))).rejects.toThrow(/readonly/);
  });

  test("survives a second process that writes at the same time: nothing is lost, the chain is whole", async () => {
    const dataDir = temporaryFolder();
    const each = 60;
    const others = [1, 2].map(
      () =>
        new Promise<number | null>((done) => {
          const child = spawn(process.execPath, ["--import", "tsx", "tests/db/second-process.ts", dataDir, String(each)], { stdio: "inherit" });
          child.once("exit", done);
        }),
    );
    // all three find an empty folder and bring its schema up to date at once
    const db = await openDatabase({ dataDir });
    for (let n = 0; n < each; n++) await db.tx((tx) => record(tx, actBy, act));
    expect(await Promise.all(others)).toEqual([0, 0]);
    expect(await verifyJournal(db.read)).toMatchObject({ ok: true, entries: each * 3 });
    await db.close();
  });
});
