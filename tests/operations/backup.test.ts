// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { asc, eq } from "drizzle-orm";
import { describe, expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { readLog } from "~/documents/attribution/read-log.server";
import { record, verifyJournal } from "~/journal/index.server";
import { backUp } from "~db/backup.server";
import { type Database, openDatabase } from "~db/client.server";
import { realtimeUpdates } from "~db/realtime/schema";
import { restore } from "~db/restore.server";
import { DocumentProvider } from "~realtime/client/provider";
import { writeBarrier, writeUpdate } from "~realtime/protocol";
import { makeWorld, openTestDatabase, temporaryFolder, TODAY, waitFor } from "~tests/harness";
import { connect, join as enter, NOW, openStage, socketOf, stored, typed } from "~tests/realtime/stage";

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

describe.runIf(onSqlite)("a copy taken while people write", () => {
  test("holds of each text a beginning of its log without gaps, with all that was acknowledged before; restored, it goes on from there", async () => {
    const folder = temporaryFolder();
    const dataDir = join(folder, "data");
    const db = await openTestDatabase(dataDir);
    const stage = await openStage({ db, thread: {} });
    mkdirSync(join(dataDir, "files", "ab"), { recursive: true });
    writeFileSync(join(dataDir, "files", "ab", "cd"), "allegato");
    const writers = await Promise.all(["ada", "bruno", "carla"].map((name) => connect(stage, name)));
    const docs = writers.map(() => new Y.Doc());
    const write = async (round: number) => {
      for (const [i, writer] of writers.entries()) {
        writer.send(writeUpdate(typed(docs[i] as Y.Doc, `${i}.${round} `)));
        writer.send(writeBarrier(round));
      }
      await Promise.all(writers.map((writer) => writer.hears("barrier", ({ number }) => number === round)));
    };
    for (let round = 0; round < 20; round++) await write(round);
    const acknowledged = await stored(stage);
    let copied: Promise<unknown> | undefined;
    for (let round = 20; round < 80; round++) {
      if (round === 30) copied = inProcess(dataDir, join(folder, "copia.db"));
      await write(round);
    }
    await copied;
    const target = join(folder, "altrove");
    await restore(join(folder, "copia.db"), target, { now: TODAY, verify: verifyJournal });
    expect(readFileSync(join(target, "files", "ab", "cd"), "utf8")).toBe("allegato");
    const again = await openDatabase({ dataDir: target });
    onTestFinished(() => again.close());
    const there = (where: Database) => where.read.select().from(realtimeUpdates).where(eq(realtimeUpdates.documentId, stage.documentId)).orderBy(asc(realtimeUpdates.seq));
    const [rows, all] = [await there(again), await there(db)];
    expect(rows).toEqual(all.slice(0, rows.length));
    const back = { ...(await openStage({ db: again })), documentId: stage.documentId };
    const words = new Set((await stored(back)).split(" "));
    for (const word of acknowledged.split(" ")) expect(words.has(word), word).toBe(true);
    expect(back.log.errors).toEqual([]);
  });

  test("that is a day old comes back while twenty people are online: their newer words return, and whose they are is marked as not sure", async () => {
    const folder = temporaryFolder();
    const dataDir = join(folder, "data");
    const db = await openTestDatabase(dataDir);
    const stage = await openStage({ db });
    const plain = Array.from({ length: 19 }, (_, i) => enter(stage, ["ada", "bruno", "carla"][i % 3] as string));
    const doc = new Y.Doc();
    const ours = new DocumentProvider({ url: stage.url, documentId: stage.documentId, document: doc, epoch: 1, WebSocketPolyfill: socketOf("ada") });
    onTestFinished(() => {
      ours.destroy();
      ours.awareness.destroy();
    });
    const everybody = [...plain.map(({ doc }) => doc), doc];
    const reads = (text: string) => waitFor(`everybody reading ${text}`, () => everybody.every((each) => each.getText("default").toString() === text));
    await waitFor("all in", () => ours.synced && plain.every(({ provider }) => provider.synced));
    plain[0]?.text.insert(0, "ieri ");
    await reads("ieri ");
    backUp(dataDir, join(folder, "copia.db"));
    plain[1]?.text.insert(5, "oggi ");
    await reads("ieri oggi ");
    doc.getText("default").insert(10, "adesso");
    await reads("ieri oggi adesso");
    await waitFor("all on disk", async () => (await stored(stage)) === "ieri oggi adesso");
    const target = join(folder, "altrove");
    await restore(join(folder, "copia.db"), target, { now: NOW, verify: verifyJournal });
    const again = await openDatabase({ dataDir: target });
    onTestFinished(() => again.close());
    const back = { ...(await openStage({ db: again })), documentId: stage.documentId };
    expect(await stored(back)).toBe("ieri ");
    for (const { provider } of [...plain, { provider: ours }]) {
      provider.serverUrl = back.url;
      provider.ws?.close();
    }
    await waitFor("our page to be turned away", () => ours.status.kind === "refused");
    expect(ours.status).toMatchObject({ code: 4410 });
    await waitFor("the newer words back", async () => (await stored(back)) === "ieri oggi adesso");
    const returned = (await readLog(again, stage.documentId)).filter(({ recovering }) => recovering);
    expect(returned.length).toBeGreaterThan(0);
    const brought = new Y.Doc();
    for (const { bytes } of await readLog(again, stage.documentId)) Y.applyUpdate(brought, bytes);
    expect(brought.getText("default").toString()).toBe("ieri oggi adesso");
  });
});

/** The copy as it is made in production: by a process of its own. */
async function inProcess(dataDir: string, file: string): Promise<void> {
  const child = spawn(process.execPath, ["--import", "tsx", "db/backup.cli.ts", file], { env: { ...process.env, DATA_DIR: dataDir }, stdio: "ignore" });
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
}
