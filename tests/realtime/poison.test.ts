// SPDX-License-Identifier: AGPL-3.0-or-later
import Sqlite from "better-sqlite3";
import { and, asc, eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import * as Y from "yjs";
import { realtimeBases, realtimeDocuments, realtimeEpochs, realtimeQuarantine, realtimeSetAside, realtimeUpdates } from "~db/realtime/schema";
import { DocumentProvider } from "~realtime/client/provider";
import { rowsToBlame } from "~realtime/blame";
import { createDocument } from "~realtime/index.server";
import { writeBarrier, writeUpdate } from "~realtime/protocol";
import { openTestDatabase } from "~tests/harness/database";
import { waitFor } from "~tests/harness/wait-for";
import { connect, join, NOW, openStage, socketOf, type Stage, stored, typed, who } from "./stage";

/** Whole documents are built in a worker: a busy machine may take its time. */
vi.setConfig({ testTimeout: 120_000 });

const RULES = { textRules: "tests/realtime/text-rules.ts", timing: { examine: 1 } };

const asideOf = ({ db }: Stage) => db.read.select().from(realtimeSetAside);
const quarantined = async ({ db }: Stage) => (await db.read.select().from(realtimeQuarantine)).map(({ personId, reason }) => `${personId}: ${reason}`);
const epochOf = async ({ db, documentId }: Stage) => (await db.read.select().from(realtimeDocuments).where(eq(realtimeDocuments.id, documentId)))[0]?.epoch;

/** Sends words and waits until they are on disk. */
async function write(stage: Stage, name: string, doc: Y.Doc, words: string): Promise<void> {
  const client = await connect(stage, name);
  client.send(writeUpdate(typed(doc, words)));
  client.send(writeBarrier(1));
  await client.hears("barrier");
  client.socket.close();
}

test("a row with which no editor could show the document is found and left out, the rest stays, and everybody goes on without it", async () => {
  const losses: string[] = [];
  const stage = await openStage({ ...RULES, thread: {}, onLoss: (documentId) => losses.push(documentId) });
  const plain = join(stage, "carla");
  const ours = new DocumentProvider({ url: stage.url, documentId: stage.documentId, document: new Y.Doc(), epoch: 1, WebSocketPolyfill: socketOf("rita") });
  await plain.synced();
  for (const [name, words] of [["ada", "prima "], ["bruno", "illeggibile "], ["ada", "dopo "]] as const) await write(stage, name, new Y.Doc(), words);
  await waitFor("the row left out", async () => (await asideOf(stage)).length === 1);
  await waitFor("a text without it", async () => (await stored(stage)) !== "" && !(await stored(stage)).includes("illeggibile"));
  expect((await stored(stage)).split(" ").sort()).toEqual(["", "dopo", "prima"]);
  await plain.reads(await stored(stage));
  await waitFor("our page to be sent to the new epoch", () => ours.status.kind === "refused");
  expect(ours.status).toMatchObject({ code: 4410 });
  ours.destroy();
  ours.awareness.destroy();
  plain.text.insert(0, "ancora ");
  await join(stage, "ada").reads(plain.text.toString());
  expect(await quarantined(stage)).toEqual(["bruno: unreadable"]);
  expect(await asideOf(stage)).toMatchObject([{ seq: 2, reason: "unreadable" }]);
  expect(await epochOf(stage)).toBe(2);
  expect(await stage.db.read.select().from(realtimeEpochs)).toMatchObject([{ epoch: 2, cause: "unreadable" }]);
  expect([stage.hub.stats().rowsSetAside, losses]).toEqual([1, [stage.documentId]]);
});

test("what an earlier version let in is found when the document is opened, even inside the base", async () => {
  const stage = await openStage();
  for (const [name, words] of [["ada", "prima "], ["bruno", "illeggibile "]] as const) await write(stage, name, new Y.Doc(), words);
  await stage.store.compact(stage.documentId, { expectedBaseSeq: 0, seq: 2, state: (await stage.hub.readDocument(stage.documentId)) as Uint8Array, summary: null, at: NOW });
  const again = { ...(await openStage({ ...RULES, db: stage.db })), documentId: stage.documentId };
  await write(again, "carla", new Y.Doc(), "dopo ");
  await waitFor("the row left out", async () => (await asideOf(again)).length === 1);
  expect(await asideOf(again)).toMatchObject([{ seq: 2, reason: "unreadable" }]);
  await waitFor("the text without it", async () => (await stored(again)).split(" ").sort().join() === ["", "dopo", "prima"].join());
  expect((await again.db.read.select().from(realtimeBases)).filter(({ seq }) => seq < 3)).toEqual([]);
});

test("a document that breaks the worker itself costs the row, and when the worker cannot judge at all nothing is left out", async () => {
  const stage = await openStage(RULES);
  for (const [name, words] of [["ada", "prima "], ["bruno", "ferma il lavoratore "]] as const) await write(stage, name, new Y.Doc(), words);
  await waitFor("the row left out", async () => (await asideOf(stage)).length === 1);
  expect(await quarantined(stage)).toEqual(["bruno: unreadable"]);
  const without = await openStage({ ...RULES, textRules: "tests/realtime/no-such-rules.ts" });
  await write(without, "ada", new Y.Doc(), "parole ");
  await waitFor("the failure to be told", () => without.log.errors.includes("A document cannot be shown, and no row of it is to blame"));
  expect([await asideOf(without), await epochOf(without), await stored(without)]).toEqual([[], 1, "parole "]);
});

test("a row damaged on the disk is left out and shown to administrators, and those who still have its words bring them back", async () => {
  const db = await openTestDatabase();
  const stage = await openStage({ db, timing: { idle: 1 } });
  const [ada, bruno] = [join(stage, "ada"), join(stage, "bruno")];
  await Promise.all([ada.synced(), bruno.synced()]);
  for (const words of ["uno ", "due ", "tre "]) {
    ada.text.insert(ada.text.length, words);
    await bruno.reads(ada.text.toString());
  }
  const held = new Y.Doc();
  const ours = new DocumentProvider({ url: stage.url, documentId: stage.documentId, document: held, epoch: 1, WebSocketPolyfill: socketOf("carla") });
  await waitFor("our page in", () => ours.synced);
  for (const { provider } of [ada, bruno, { provider: ours }]) provider.disconnect();
  await waitFor("the room unloaded", () => stage.hub.stats().rooms === 0);
  damage(db.file?.path as string, stage.documentId, 2);
  bruno.provider.connect();
  await waitFor("the words back", async () => (await stored(stage)) === "uno due tre ");
  ours.connect();
  await waitFor("our page in again", () => ours.synced);
  expect(held.getText("default").toString()).toBe("uno due tre ");
  ours.destroy();
  ours.awareness.destroy();
  ada.provider.connect();
  ada.text.insert(0, "zero ");
  await bruno.reads("zero uno due tre ");
  expect((await asideOf(stage)).map(({ seq, reason }) => `${seq} ${reason}`)).toEqual(["2 damaged", "3 damaged"]);
  expect(await quarantined(stage)).toEqual(["ada: damaged", "ada: damaged"]);
  expect(await epochOf(stage)).toBe(2);
  const [returned] = await db.read.select().from(realtimeUpdates).where(and(eq(realtimeUpdates.documentId, stage.documentId), eq(realtimeUpdates.kind, "recovered"))).orderBy(asc(realtimeUpdates.seq));
  expect(returned).toMatchObject({ personId: "bruno", seq: 4 });
});

test("a row damaged while the document is open is noticed when it is read again, and nobody loses anything", async () => {
  const db = await openTestDatabase();
  const stage = await openStage({ db, limits: { maxDocumentBytes: 0 }, timing: { rest: 1, keepalive: 20 } });
  const ada = join(stage, "ada");
  await ada.synced();
  for (const words of ["uno ", "due "]) {
    ada.text.insert(ada.text.length, words);
    await waitFor("it on disk", async () => (await stored(stage)) === ada.text.toString());
  }
  damage(db.file?.path as string, stage.documentId, 2);
  // the bytes are let go when nobody asks for them, and read again for who comes
  await waitFor("the bytes let go", () => stage.hub.stats().documentBytes === 0);
  await join(stage, "carla").reads("uno due ");
  expect((await asideOf(stage)).map(({ seq, reason }) => `${seq} ${reason}`)).toEqual(["2 damaged"]);
  expect(await stored(stage)).toBe("uno due ");
  expect(await epochOf(stage)).toBe(2);
});

test("a document whose rows are all sound is never touched, however often it is looked at", async () => {
  const stage = await openStage(RULES);
  await stage.db.tx((tx) => createDocument(tx, { documentId: "altro", at: NOW, who: who("ada") }));
  for (const words of ["uno ", "due "]) await write(stage, "ada", new Y.Doc(), words);
  const asked: number[] = [];
  expect(await rowsToBlame([], [1, 2, 3].map((seq) => ({ seq, bytes: typed(new Y.Doc(), String(seq)) })), async (parts) => asked.push(parts.length) > 0)).toEqual([]);
  expect(asked).toEqual([0, 3]);
  expect([await asideOf(stage), await epochOf(stage)]).toEqual([[], 1]);
});

/** Cuts the bytes of a row short, as a bad block would. */
function damage(path: string, documentId: string, seq: number): void {
  const file = new Sqlite(path);
  const { changes } = file.prepare("UPDATE realtime_updates SET bytes = substr(bytes, 1, length(bytes) - 4) WHERE document_id = ? AND seq = ?").run(documentId, seq);
  file.close();
  expect(changes).toBe(1);
}
