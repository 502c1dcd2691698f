// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import * as Y from "yjs";
import { realtimeBindings, realtimeQuarantine, realtimeUpdates } from "~db/realtime/schema";
import { createDocument, databaseStore } from "~realtime/index.server";
import type { NewUpdate } from "~realtime/ports";
import { openTestDatabase } from "~tests/harness/database";
import { NOW, quietLog, who } from "./stage";

async function openStore(...documentIds: string[]) {
  const db = await openTestDatabase();
  for (const documentId of documentIds) {
    await db.tx((tx) => createDocument(tx, { documentId, at: NOW, who: who("ada") }));
  }
  return { db, store: databaseStore(db, quietLog()) };
}

const row = (documentId: string, letter: string, binds: number[] = []): NewUpdate => ({
  documentId,
  at: NOW,
  who: who(letter),
  connectionId: "c1",
  kind: "update",
  bytes: Buffer.from(letter),
  binds,
});
const textOf = (updates: { bytes: Uint8Array }[]) => updates.map(({ bytes }) => Buffer.from(bytes).toString()).join("");

test("rows are numbered per document from one, in the order they came, whatever document they belong to", async () => {
  const { store } = await openStore("a", "b");
  expect(await store.append([row("a", "x"), row("b", "1"), row("a", "y")])).toEqual([1, 1, 2]);
  expect(await store.append([row("b", "2"), row("a", "z")])).toEqual([2, 3]);
  const a = await store.load("a");
  expect(a).toMatchObject({ epoch: 1, headSeq: 3, base: null, baseSeq: 0 });
  expect(textOf(a?.updates ?? [])).toBe("xyz");
  expect(textOf((await store.load("b"))?.updates ?? [])).toBe("12");
});

test("a batch is stored whole or not at all", async () => {
  const { store } = await openStore("a");
  await expect(store.append([row("a", "x"), row("nowhere", "y")])).rejects.toThrow("nowhere");
  expect((await store.load("a"))?.updates).toEqual([]);
  expect(await store.append([row("a", "x")])).toEqual([1]);
});

test("a large batch is stored too", async () => {
  const { store } = await openStore("a");
  const seqs = await store.append(Array.from({ length: 1200 }, (_, i) => row("a", "x", [i])));
  expect(seqs.at(-1)).toBe(1200);
  expect((await store.load("a"))?.bindings).toHaveLength(1200);
});

test("a client number belongs to the first who sent it, and rows say who sent what for whom", async () => {
  const { db, store } = await openStore("a");
  await store.append([row("a", "x", [4_294_967_295])]);
  await store.append([row("a", "y", [4_294_967_295, 5])]);
  expect(await db.read.select().from(realtimeBindings)).toMatchObject([
    { client: 4_294_967_295, personId: "x", organisationId: "ente-x", firstSeq: 1 },
    { client: 5, personId: "y", firstSeq: 2 },
  ]);
  expect(await db.read.select().from(realtimeUpdates)).toMatchObject([
    { at: NOW, personId: "x", organisationId: "ente-x", sessionId: "session-x", connectionId: "c1", kind: "update" },
    { personId: "y" },
  ]);
});

test("a base replaces the rows it covers when loading, unless another base got there first", async () => {
  const { store } = await openStore("a");
  await store.append([row("a", "x"), row("a", "y"), row("a", "z")]);
  const base = { expectedBaseSeq: 0, seq: 2, state: Buffer.from("xy"), summary: Buffer.from("s"), at: NOW };
  expect(await store.compact("a", base)).toBe(true);
  expect(await store.compact("a", base)).toBe(false);
  const found = await store.load("a");
  expect(Buffer.from(found?.base ?? []).toString()).toBe("xy");
  expect(Buffer.from(found?.summary ?? []).toString()).toBe("s");
  expect(found).toMatchObject({ baseSeq: 2, headSeq: 3 });
  expect(textOf(found?.updates ?? [])).toBe("z");
  expect(await store.compact("a", { ...base, expectedBaseSeq: 2, seq: 3 })).toBe(true);
  expect(await store.load("a")).toMatchObject({ headSeq: 3, updates: [] });
});

test("refused bytes are kept with who sent them and why", async () => {
  const { db, store } = await openStore("a");
  const refused = { documentId: "a", at: NOW, who: who("rita"), connectionId: "c9", reason: "read-only" as const };
  await store.quarantine({ ...refused, bytes: new Uint8Array([1, 2, 3]) });
  const [kept] = await db.read.select().from(realtimeQuarantine);
  expect(kept).toMatchObject({ documentId: "a", personId: "rita", reason: "read-only", connectionId: "c9" });
  expect([...(kept?.bytes ?? [])]).toEqual([1, 2, 3]);
});

test("a document that does not exist is not found; one that is created carries its first words", async () => {
  const { db, store } = await openStore();
  expect(await store.load("a")).toBeUndefined();
  const fill = (doc: Y.Doc) => doc.getText("default").insert(0, "Verbale");
  await db.tx((tx) => createDocument(tx, { documentId: "a", at: NOW, who: who("ada"), fill }));
  const found = await store.load("a");
  const doc = new Y.Doc();
  Y.applyUpdate(doc, found?.updates[0]?.bytes as Uint8Array);
  expect(doc.getText("default").toString()).toBe("Verbale");
  expect(found?.bindings).toMatchObject([{ owner: { personId: "ada", organisationId: "ente-ada" } }]);
  expect((await db.read.select().from(realtimeUpdates))[0]).toMatchObject({ kind: "creation", seq: 1 });
});
