// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { realtimeBases } from "~db/realtime/schema";
import { createDocument } from "~realtime/index.server";
import { writeBarrier, writeUpdate, writeVector } from "~realtime/protocol";
import { waitFor } from "~tests/harness/wait-for";
import { connect, join, NOW, openStage, stored, typed, who } from "./stage";

const LONG = "Il tavolo si riunisce ogni mese e decide insieme. ".repeat(2000);

test("bytes that nobody asks for are let go, and read again when somebody does, with what was written meanwhile", async () => {
  const stage = await openStage({ timing: { rest: 1, keepalive: 40 } });
  const documentId = "lungo";
  const fill = (doc: Y.Doc) => doc.getText("default").insert(0, LONG);
  await stage.db.tx((tx) => createDocument(tx, { documentId, at: NOW, who: who("ada"), fill }));
  const place = { ...stage, documentId };
  const ada = join(place, "ada");
  await ada.reads(LONG);
  await waitFor("the bytes let go", () => stage.hub.stats().documentBytes === 0);
  ada.text.insert(0, "primo ");
  await waitFor("it on disk", () => stage.hub.stats().committedRows > 0);
  // who comes now finds all of it, and so does the server
  await join(place, "bruno").reads(`primo ${LONG}`);
  expect(await stored(place)).toBe(`primo ${LONG}`);
});

test("documents that together are too large for the memory are let go, those unused for longest first", async () => {
  const stage = await openStage({ timing: { keepalive: 40 }, limits: { maxDocumentBytes: 250_000 } });
  const ids = ["uno", "due", "tre", "quattro"];
  for (const documentId of ids) {
    const fill = (doc: Y.Doc) => doc.getText("default").insert(0, LONG);
    await stage.db.tx((tx) => createDocument(tx, { documentId, at: NOW, who: who("ada"), fill }));
    await join({ ...stage, documentId }, "ada").reads(LONG);
  }
  await waitFor("some let go", () => stage.hub.stats().documentBytes <= 250_000);
  for (const documentId of ids) expect(await stored({ ...stage, documentId })).toBe(LONG);
});

test("a base without a sound summary is taken apart instead", async () => {
  const stage = await openStage();
  const documentId = "lungo";
  const fill = (doc: Y.Doc) => doc.getText("default").insert(0, LONG);
  await stage.db.tx((tx) => createDocument(tx, { documentId, at: NOW, who: who("ada"), fill }));
  const [base] = await stage.db.read.select().from(realtimeBases).where(eq(realtimeBases.documentId, documentId));
  const summary = Buffer.from(base?.summary as Uint8Array);
  summary[3] = (summary[3] as number) ^ 1;
  await stage.db.tx(async (tx) => {
    await tx.update(realtimeBases).set({ summary }).where(eq(realtimeBases.documentId, documentId));
  });
  const ada = join({ ...stage, documentId }, "ada");
  await ada.reads(LONG);
  ada.text.insert(0, "primo ");
  await join({ ...stage, documentId }, "bruno").reads(`primo ${LONG}`);
});

test("many people who ask the same at once each get what they lack, and no more", async () => {
  const stage = await openStage();
  const ada = await connect(stage, "ada");
  const doc = new Y.Doc();
  ada.send(writeUpdate(typed(doc, "uno ")));
  const vector = Y.encodeStateVector(doc);
  ada.send(writeUpdate(typed(doc, "due ")));
  ada.send(writeBarrier(1));
  await ada.hears("barrier");
  const crowd = await Promise.all(Array.from({ length: 50 }, () => connect(stage, "bruno")));
  for (const { send } of crowd) send(writeVector(vector));
  for (const { hears } of crowd) {
    const { update } = await hears("answer");
    const theirs = new Y.Doc();
    Y.applyUpdate(theirs, Y.encodeStateAsUpdate(doc));
    Y.applyUpdate(theirs, update);
    expect(theirs.getText("default").toString()).toBe("due uno ");
  }
});
