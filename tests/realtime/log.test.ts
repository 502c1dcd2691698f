// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Worker } from "node:worker_threads";
import Sqlite from "better-sqlite3";
import { asc, eq } from "drizzle-orm";
import { describe, expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import type { Database } from "~db/client.server";
import { realtimeQuarantine, realtimeUpdates } from "~db/realtime/schema";
import { createDocument, logStore, type LogWorkerOptions, NotTaken } from "~realtime/index.server";
import type { LogStart } from "~realtime/log-jobs";
import type { NewUpdate } from "~realtime/ports";
import { writeBarrier, writeUpdate } from "~realtime/protocol";
import { startThread } from "~realtime/threads.server";
import { openTestDatabase } from "~tests/harness/database";
import { waitFor } from "~tests/harness/wait-for";
import { connect, join, NOW, openStage, quietLog, type Stage, stored, typed, who } from "./stage";

/** Starts threads as production does, and keeps them so that a test can kill one. */
function threads() {
  const started: Worker[] = [];
  const start = (data: LogStart) => {
    const thread = startThread("realtime/log-worker.thread.ts", data);
    started.push(thread);
    return thread;
  };
  return { started, start, kill: () => started.at(-1)?.terminate() };
}

async function openLog(options: LogWorkerOptions = {}) {
  const db = await openTestDatabase();
  for (const documentId of ["a", "b"]) await db.tx((tx) => createDocument(tx, { documentId, at: NOW, who: who("ada") }));
  const store = logStore(db, quietLog(), options);
  onTestFinished(() => store.close());
  return { db, store };
}

const row = (documentId: string, letter: string, binds: number[] = []): NewUpdate => ({
  documentId,
  at: NOW,
  who: who(letter),
  connectionId: `of-${letter}`,
  kind: "update",
  bytes: Buffer.from(letter),
  binds,
});

const rowsOf = (db: Database, documentId: string) =>
  db.read.select().from(realtimeUpdates).where(eq(realtimeUpdates.documentId, documentId)).orderBy(asc(realtimeUpdates.seq));

/** Another process, or what looks like one to SQLite: a connection that takes no turns. */
function stranger(db: Database): Sqlite.Database {
  const connection = new Sqlite(db.file?.path as string);
  onTestFinished(() => void connection.close());
  return connection;
}

describe("the log's thread", () => {
  test("stores what the door stores: rows, owners of client numbers, refused bytes, bases, rows set aside", async () => {
    const { db, store } = await openLog();
    expect(await store.append([row("a", "x", [7]), row("b", "1"), row("a", "y", [7, 4_294_967_295])])).toEqual([1, 1, 2]);
    await store.quarantine({ documentId: "a", at: NOW, who: who("rita"), connectionId: "c9", reason: "read-only", bytes: Buffer.from("no") });
    expect(await rowsOf(db, "a")).toMatchObject([
      { seq: 1, at: NOW, personId: "x", organisationId: "ente-x", sessionId: "session-x", connectionId: "of-x", kind: "update" },
      { seq: 2, personId: "y" },
    ]);
    expect((await store.load("a"))?.bindings).toMatchObject([{ client: 7, owner: { personId: "x" } }, { client: 4_294_967_295, owner: { personId: "y" } }]);
    const base = { expectedBaseSeq: 0, seq: 1, state: Buffer.from("x"), summary: Buffer.from("s"), at: NOW };
    expect(await store.compact("a", base)).toBe(true);
    expect(await store.compact("a", base)).toBe(false);
    expect(await store.load("a")).toMatchObject({ baseSeq: 1, headSeq: 2, summary: Buffer.from("s"), updates: [{ seq: 2 }] });
    await store.setAside("a", { seqs: [2], at: NOW, reason: "damaged" });
    await store.setAside("a", { seqs: [2], at: NOW, reason: "damaged" });
    expect(await store.load("a")).toMatchObject({ headSeq: 2, updates: [] });
    expect((await db.read.select().from(realtimeQuarantine)).map(({ reason }) => reason)).toEqual(["read-only", "damaged"]);
  });

  test("stores a batch whole or not at all", async () => {
    const { db, store } = await openLog();
    await expect(store.append([row("a", "x"), row("nowhere", "y")])).rejects.toThrow("nowhere");
    expect(await rowsOf(db, "a")).toEqual([]);
    expect(await store.append([row("a", "x")])).toEqual([1]);
  });

  test("takes nothing for a document that the application has closed, in the transaction that would add it", async () => {
    const { db, store } = await openLog({ sealed: "SELECT 1 FROM realtime_documents WHERE id = ? AND epoch = 9" });
    const close = stranger(db);
    await store.append([row("a", "x")]);
    close.prepare("UPDATE realtime_documents SET epoch = 9 WHERE id = 'a'").run();
    await expect(store.append([row("b", "1"), row("a", "y")])).rejects.toThrow(NotTaken);
    expect(await rowsOf(db, "b")).toEqual([]);
  });

  test("writes and the door writes, at the same time, and neither waits for SQLite", async () => {
    const { db, store } = await openLog({ patience: 0 });
    const lines = Array.from({ length: 60 }, (_, i) => i);
    const ofLog = lines.reduce((before, i) => before.then(() => store.append([row("a", "x", [i])])), Promise.resolve([0]));
    const ofDoor = Promise.all(lines.map((i) => db.tx((tx) => createDocument(tx, { documentId: `d${i}`, at: NOW, who: who("ada") }))));
    expect(await ofLog).toEqual([60]);
    await ofDoor;
    expect(await store.append(lines.map((i) => row(`d${i}`, "x")))).toEqual(lines.map(() => 1));
  });

  test("waits for another process that writes, and says so when that takes too long", async () => {
    const { db, store } = await openLog({ patience: 50 });
    const other = stranger(db);
    other.exec("BEGIN IMMEDIATE");
    await expect(store.append([row("a", "x")])).rejects.toMatchObject({ code: "SQLITE_BUSY" });
    other.exec("COMMIT");
    expect(await store.append([row("a", "x")])).toEqual([1]);
  });

  test("that is killed is started anew, and rows of which nobody knows whether they were stored are stored once", async () => {
    const { start, kill, started } = threads();
    const { db, store } = await openLog({ start });
    const rows = [row("a", "x", [1]), row("b", "y")];
    expect(await store.append(rows)).toEqual([1, 1]);
    // the answer to these is lost with the thread, though they may be on disk
    const batches = Array.from({ length: 20 }, (_, i) => [row("a", `${i}`)]);
    const answers = batches.map((batch) => store.append(batch).catch(() => null));
    const other = stranger(db);
    await waitFor("some of them stored", () => (other.prepare("SELECT count(*) AS n FROM realtime_updates").get() as { n: number }).n > 4);
    await kill();
    const lost = (await Promise.all(answers)).flatMap((answer, i) => (answer ? [] : [batches[i] as NewUpdate[]]));
    for (const batch of lost) await store.append(batch);
    expect(started.length).toBe(lost.length > 0 ? 2 : 1);
    expect((await rowsOf(db, "a")).map(({ bytes }) => bytes.toString()).sort()).toEqual(["x", ...batches.map((_, i) => `${i}`)].sort());
  });
});

const lettersOf = ({ db, documentId }: Stage) => rowsOf(db, documentId);

describe("people whose text the log's thread stores", () => {
  test("lose nothing that was acknowledged, and need not send anything twice, when the thread is killed", async () => {
    const { start, kill, started } = threads();
    const stage = await openStage({ thread: { start } });
    const [ada, bruno] = [join(stage, "ada"), join(stage, "bruno")];
    await Promise.all([ada.synced(), bruno.synced()]);
    for (let i = 0; i < 30; i++) {
      ada.text.insert(ada.text.length, `${i} `);
      if (i === 10 || i === 20) void kill();
      await new Promise((done) => setImmediate(done));
    }
    await bruno.reads(ada.text.toString());
    await waitFor("all on disk", async () => (await stored(stage)) === ada.text.toString());
    expect(started.length).toBeGreaterThan(1);
    const bytes = (await lettersOf(stage)).map((one) => one.bytes.toString("hex"));
    expect(new Set(bytes).size).toBe(bytes.length);
    expect(stage.hub.stats()).toMatchObject({ frozenRooms: 0 });
  });

  test("are told when another process blocks the file for long, and all is stored by itself once it lets go", async () => {
    const stage = await openStage({ thread: { patience: 20 } });
    const ada = await connect(stage, "ada", `${stage.documentId}?p=1`);
    const other = stranger(stage.db);
    other.exec("BEGIN IMMEDIATE");
    ada.send(writeUpdate(typed(new Y.Doc(), "attesa")));
    ada.send(writeBarrier(1));
    expect((await ada.hears("denied")).reason).toBe("not-saved");
    expect(ada.heard.some(({ type }) => type === "barrier")).toBe(false);
    other.exec("COMMIT");
    await ada.hears("barrier");
    expect(await stored(stage)).toBe("attesa");
  });
});
