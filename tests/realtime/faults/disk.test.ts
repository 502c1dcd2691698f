// SPDX-License-Identifier: AGPL-3.0-or-later
import { copyFileSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import Sqlite from "better-sqlite3";
import { asc, eq } from "drizzle-orm";
import { expect, onTestFinished, test, vi } from "vitest";
import * as Y from "yjs";
import { openDatabase } from "~db/client.server";
import { realtimeUpdates } from "~db/realtime/schema";
import { newTurns, Turns } from "~db/turns";
import { createDocument, databaseStore, logStore } from "~realtime/index.server";
import { LogWriter } from "~realtime/log-writer";
import { writeBarrier, writeUpdate } from "~realtime/protocol";
import { startThread } from "~realtime/threads.server";
import { openTestDatabase, temporaryFolder } from "~tests/harness/database";
import { waitFor } from "~tests/harness/wait-for";
import { connect, join as enter, NOW, openStage, quietLog, stored, typed, who } from "../stage";

/** Whole cities of people: a busy machine may take its time. */
vi.setConfig({ testTimeout: 120_000 });

const row = (documentId: string, bytes: Buffer) => ({ documentId, at: NOW, who: who("ada"), connectionId: "c", kind: "update" as const, bytes, binds: [] });

test("killed while a new base is being stored, the log's thread leaves the old base or the new one, never half of one", async () => {
  const db = await openTestDatabase();
  await db.tx((tx) => createDocument(tx, { documentId: "a", at: NOW, who: who("ada") }));
  let expectedBaseSeq = 0;
  const doc = new Y.Doc();
  for (let kill = 0; kill < 5; kill++) {
    let thread: ReturnType<typeof startThread> | undefined;
    const store = logStore(db, quietLog(), { start: (data) => (thread = startThread("realtime/log-worker.thread.ts", data)) });
    doc.getText("default").insert(0, `${kill} `.repeat(60_000));
    const seq = ((await store.append([row("a", Buffer.from(Y.encodeStateAsUpdate(doc)))])) as [number])[0];
    const made = store.compact("a", { expectedBaseSeq, seq, state: Y.encodeStateAsUpdate(doc), summary: null, at: NOW }).catch(() => "killed");
    await pause(2 * kill);
    await thread?.terminate();
    await made;
    await store.close();
    const log = quietLog();
    const found = await databaseStore(db, log).load("a");
    expect(log.errors).toEqual([]);
    expect([expectedBaseSeq, seq]).toContain(found?.baseSeq);
    const again = new Y.Doc();
    for (const update of [found?.base, ...(found?.updates ?? []).map(({ bytes }) => bytes)]) if (update) Y.applyUpdate(again, update);
    expect(again.getText("default").length).toBe(doc.getText("default").length);
    expectedBaseSeq = found?.baseSeq ?? 0;
  }
});

test("when the worker that judges texts dies of one, those who write go on and nothing of theirs is lost", async () => {
  const stage = await openStage({ textRules: "tests/realtime/faults/fatal-rules.ts", timing: { gather: 1 } });
  stage.people.sara = { ok: true, access: "suggest", who: who("sara") };
  const [ada, sara] = [await connect(stage, "ada"), await connect(stage, "sara")];
  const doc = new Y.Doc();
  sara.send(writeUpdate(typed(new Y.Doc(), "fatale")));
  ada.send(writeUpdate(typed(doc, "prima ")));
  expect((await sara.closed).code).toBe(1013);
  expect(stage.log.errors).toContain("The document worker broke and is started anew");
  ada.send(writeUpdate(typed(doc, "dopo ")));
  ada.send(writeBarrier(1));
  await ada.hears("barrier");
  expect(await stored(stage)).toBe("dopo prima ");
});

test("after a failed write to the disk the log trusts its handle no more: it opens the file again, and only then says stored", async () => {
  const db = await openTestDatabase();
  await db.tx((tx) => createDocument(tx, { documentId: "a", at: NOW, who: who("ada") }));
  const opened: Sqlite.Database[] = [];
  let failures = 1;
  const writer = new LogWriter({
    open() {
      const connection = new Sqlite(db.file?.path as string);
      const prepare = connection.prepare.bind(connection);
      // the disk fails as the first commit is written through
      connection.prepare = ((sql: string) => {
        const statement = prepare(sql);
        if (sql !== "COMMIT") return statement;
        return new Proxy(statement, {
          get: (of, key) =>
            key === "run"
              ? () => {
                  if (failures-- > 0) throw Object.assign(new Error("disk I/O error"), { code: "SQLITE_IOERR_FSYNC" });
                  return of.run();
                }
              : Reflect.get(of, key),
        });
      }) as typeof connection.prepare;
      opened.push(connection);
      return connection;
    },
    turns: new Turns(newTurns(), "log"),
    sealed: null,
    patience: 100,
  });
  onTestFinished(() => writer.close());
  expect(() => writer.append([row("a", Buffer.from("x"))], false)).toThrow("disk I/O error");
  expect(opened[0]?.open).toBe(false);
  expect(await db.read.select().from(realtimeUpdates)).toEqual([]);
  expect(writer.append([row("a", Buffer.from("x"))], true)).toEqual([1]);
  expect(opened).toHaveLength(2);
  expect(await db.read.select().from(realtimeUpdates)).toHaveLength(1);
});

test("a long write-ahead log that a crash left behind is read, and moved into the database as soon as the log's thread starts", async () => {
  const dataDir = temporaryFolder();
  const db = await openTestDatabase(dataDir);
  await db.tx((tx) => createDocument(tx, { documentId: "a", at: NOW, who: who("ada") }));
  const path = db.file?.path as string;
  const other = new Sqlite(path);
  onTestFinished(() => void other.close());
  other.pragma("wal_autocheckpoint = 0");
  const insert = other.prepare("INSERT INTO realtime_updates (document_id, seq, at, person_id, connection_id, kind, bytes) VALUES ('a', ?, 0, 'ada', 'c', 'update', ?)");
  for (let seq = 1; seq <= 40; seq++) insert.run(seq, Buffer.alloc(500_000, seq));
  // as the disk is when the process is lost
  const after = join(temporaryFolder(), "data");
  mkdirSync(after);
  for (const end of ["", "-wal"]) copyFileSync(`${path}${end}`, join(after, `concerto.db${end}`));
  const before = statSync(join(after, "concerto.db")).size;
  const again = await openDatabase({ dataDir: after });
  const store = logStore(again, quietLog());
  onTestFinished(async () => {
    await store.close();
    await again.close();
  });
  expect(await again.read.select({ seq: realtimeUpdates.seq }).from(realtimeUpdates)).toHaveLength(40);
  await waitFor("the database to have grown", () => statSync(join(after, "concerto.db")).size > before + 19_000_000);
});

test("order is that of the log, whatever the clock of the server says", async () => {
  let now = NOW.getTime();
  const stage = await openStage({ clock: () => new Date(now) });
  const ada = await connect(stage, "ada");
  const doc = new Y.Doc();
  for (const [i, jump] of [0, -86_400_000, 86_400_000].entries()) {
    now = NOW.getTime() + jump;
    ada.send(writeUpdate(typed(doc, `${i} `)));
    ada.send(writeBarrier(i));
    await ada.hears("barrier", ({ number }) => number === i);
  }
  const rows = await stage.db.read.select().from(realtimeUpdates).where(eq(realtimeUpdates.documentId, stage.documentId)).orderBy(asc(realtimeUpdates.seq));
  expect(rows.map(({ seq, at }) => [seq, at.getTime() - NOW.getTime()])).toEqual([[1, 0], [2, -86_400_000], [3, 86_400_000]]);
  await enter(stage, "bruno").reads("2 1 0 ");
});

test("in a folder that cannot be written the server does not start, and says which", async () => {
  const file = join(temporaryFolder(), "occupata");
  writeFileSync(file, "");
  await expect(openDatabase({ dataDir: join(file, "dati") })).rejects.toThrow(/occupata\/dati non si può scrivere.*DATA_DIR/);
});
