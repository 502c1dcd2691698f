// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, test } from "vitest";
import { record, verifyJournal } from "~/journal/index.server";
import { backUp } from "~db/backup.server";
import { openDatabase } from "~db/client.server";
import { restore } from "~db/restore.server";
import { makeWorld, openTestDatabase, temporaryFolder, TODAY } from "~tests/harness";

const onSqlite = !process.env.DATABASE_URL;

/** A data folder with some acts and one attached file; its server is still open. */
async function city() {
  const folder = temporaryFolder();
  const dataDir = join(folder, "data");
  const db = await openTestDatabase(dataDir);
  const { nobody } = await makeWorld({ db });
  for (let i = 0; i < 5; i++) {
    await db.tx((tx) => record(tx, nobody, { act: "trial.made", subject: { kind: "trial", id: String(i) } }));
  }
  mkdirSync(join(dataDir, "files", "ab"), { recursive: true });
  writeFileSync(join(dataDir, "files", "ab", "cd"), "allegato");
  return { folder, dataDir, db, nobody, copy: join(folder, "copia.db") };
}

describe.runIf(onSqlite)("a copy of the data", () => {
  test("is taken while the server is open, and holds database and files", async () => {
    const { folder, dataDir, db, nobody, copy } = await city();
    expect(backUp(dataDir, copy)).toMatchObject({ files: 1 });
    await db.tx((tx) => record(tx, nobody, { act: "trial.made", subject: { kind: "trial", id: "later" } }));

    const target = join(folder, "altrove");
    const { entries, files } = await restore(copy, target, { now: TODAY, verify: verifyJournal });
    expect([entries, files]).toEqual([5, 1]);
    expect(readFileSync(join(target, "files", "ab", "cd"), "utf8")).toBe("allegato");
    const again = await openDatabase({ dataDir: target });
    expect(await verifyJournal(again.read)).toMatchObject({ ok: true, entries: 5 });
    await again.close();
  });

  test("never overwrites another copy", async () => {
    const { dataDir, copy } = await city();
    writeFileSync(copy, "altro");
    expect(() => backUp(dataDir, copy)).toThrow(/esiste già/);
    expect(readFileSync(copy, "utf8")).toBe("altro");
  });

  test("is not taken from an empty folder", () => {
    const folder = temporaryFolder();
    expect(() => backUp(folder, join(folder, "copia.db"))).toThrow(/non c'è un database/);
  });
});

describe.runIf(onSqlite)("a restore", () => {
  test("refuses a folder that holds data, and with force puts it aside", async () => {
    const { folder, dataDir, copy } = await city();
    backUp(dataDir, copy);
    const target = join(folder, "occupata");
    mkdirSync(target);
    writeFileSync(join(target, "prezioso"), "x");
    await expect(restore(copy, target, { now: TODAY, verify: verifyJournal })).rejects.toThrow(/--force/);
    expect(readdirSync(target)).toEqual(["prezioso"]);

    const { putAside } = await restore(copy, target, { force: true, now: TODAY, verify: verifyJournal });
    expect(readdirSync(putAside ?? "")).toEqual(["prezioso"]);
    expect(existsSync(join(target, "concerto.db"))).toBe(true);
  });

  test("does not put in place a copy whose journal was altered", async () => {
    const { folder, dataDir, copy } = await city();
    backUp(dataDir, copy);
    const forged = new Sqlite(copy);
    forged.exec("UPDATE journal_entries SET act = 'trial.undone' WHERE seq = 3");
    forged.close();
    await expect(restore(copy, join(folder, "altrove"), { now: TODAY, verify: verifyJournal })).rejects.toThrow(/atto 3/);
    expect(existsSync(join(folder, "altrove"))).toBe(false);
  });

  test("says plainly that a file is not a copy", async () => {
    const { folder } = await city();
    const file = join(folder, "lettera.txt");
    writeFileSync(file, "Cara Direzione, …");
    await expect(restore(file, join(folder, "altrove"), { now: TODAY, verify: verifyJournal })).rejects.toThrow(/non è una copia/);
    expect(readdirSync(folder).filter((name) => name.includes("in-arrivo"))).toEqual([]);
  });
});
