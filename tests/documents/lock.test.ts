// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { closeLiftedLocks, createDocument, documentAccess, findDocument, lockAware, lockDocument, readDocumentContent, unlockDocument, writeUnder } from "~/documents/index.server";
import { concernedBy } from "~/realtime.server";
import { databaseStore, NotTaken } from "~realtime/index.server";
import { makeWorld, TODAY } from "~tests/harness";

const silent = { info() {}, warn() {}, error() {} };

function words(text: string): Uint8Array {
  const shared = new Y.Doc();
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(text)]);
  shared.getXmlFragment("default").insert(0, [paragraph]);
  return Y.encodeStateAsUpdate(shared);
}

async function twoDocuments() {
  const world = await makeWorld();
  const voice = await world.voice((await world.organisation("Cooperativa")).id);
  const table = await world.table("Tavolo");
  const seatId = await world.seat(table.id, voice.organisationId, { voices: [voice] });
  const make = async (title: string) => (await createDocument(voice.ctx, { title, template: "proposal", table })).id;
  const [locked, open] = [await make("Chiuso"), await make("Aperto")];
  const store = lockAware(world.db, databaseStore(world.db, silent));
  const row = (documentId: string, text: string) => ({
    documentId, at: TODAY, who: { personId: voice.personId, organisationId: voice.organisationId, sessionId: null },
    connectionId: "c", kind: "update" as const, bytes: words(text), binds: [],
  });
  return { ...world, voice, table, seatId, locked, open, store, row };
}

describe("the store of a locked document", () => {
  test("takes nothing after the lock, and takes again after it", async () => {
    const { voice, locked, open, store, row, db } = await twoDocuments();
    await store.append([row(locked, "in tempo")]);
    await lockDocument(voice.ctx, { documentId: locked, reason: "documents.access.locked" });
    const sealed = await readDocumentContent({ db }, locked);
    await expect(store.append([row(locked, "tardi")])).rejects.toThrow(NotTaken);
    // a batch is taken whole or not at all
    await expect(store.append([row(open, "insieme"), row(locked, "tardi")])).rejects.toThrow(NotTaken);
    expect(await readDocumentContent({ db }, locked)).toEqual(sealed);
    expect((await readDocumentContent({ db }, open)).text).not.toContain("insieme");
    await store.append([row(open, "da solo")]);
    await unlockDocument(voice.ctx, { documentId: locked });
    await store.append([row(locked, "di nuovo")]);
    expect((await readDocumentContent({ db }, locked)).text).toMatch(/di nuovo[\s\S]*in tempo|in tempo[\s\S]*di nuovo/);
  });

  test("a lock that is rolled back locks nothing", async () => {
    const { voice, locked, store, row, db } = await twoDocuments();
    const undone = db.tx(async () => {
      await lockDocument(voice.ctx, { documentId: locked, reason: "documents.access.locked" });
      throw new Error("too late");
    });
    await expect(undone).rejects.toThrow("too late");
    await expect(store.append([row(locked, "ancora")])).resolves.toEqual([2]);
  });
});

describe("the domain that governs a locked document", () => {
  const part = { heading: "Chiusura", level: 2 as const, blocks: [{ type: "paragraph" as const, text: "Approvato." }] };

  test("writes in it, while it stays locked to everybody, and after a fall of the house in the midst of it too", async () => {
    const { voice, locked, store, row, db } = await twoDocuments();
    await store.append([row(locked, "in tempo")]);
    await lockDocument(voice.ctx, { documentId: locked, reason: "documents.access.locked" });
    const access = async () => (await documentAccess(db.read, voice.actor, (await findDocument(voice.ctx, locked)).document, TODAY)).access;
    const submitted: string[] = [];
    const texts = {
      readDocument: async () => (await store.load(locked))?.updates[0]?.bytes ?? null,
      submit: async (documentId: string, who: object, bytes: Uint8Array) => {
        submitted.push(await access());
        const [seq] = await store.append([{ ...row(documentId, ""), ...who, bytes }]);
        return seq as number;
      },
    };
    await writeUnder(voice.ctx, texts as never, locked, { parts: [part] });
    expect((await readDocumentContent({ db }, locked)).text).toContain("Approvato.");
    await expect(store.append([row(locked, "tardi")])).rejects.toThrow(NotTaken);

    const fallen = new Promise<void>((fell) => void writeUnder(voice.ctx, { ...texts, submit: () => (fell(), new Promise(() => {})) } as never, locked, { parts: [part] }));
    await fallen;
    submitted.push(await access());
    await closeLiftedLocks({ db });
    await expect(store.append([row(locked, "tardi")])).rejects.toThrow(NotTaken);
    expect([...submitted, await access()]).toEqual(["read", "read", "read"]);
    await unlockDocument(voice.ctx, { documentId: locked });
    await store.append([row(locked, "di nuovo")]);
  });
});

describe("an act that touches somebody's access", () => {
  const act = (name: string, subjectKind: string, subjectId: string, data = {}, personId: string | null = null) => ({
    act: name, subjectKind, subjectId, data, personId, organisationId: null,
  });

  test("names the people, bodies and documents to ask again", async () => {
    const { db, seatId, voice, table, locked, open } = await twoDocuments();
    expect(await concernedBy(db, act("seat.ended", "seat", seatId))).toMatchObject({ organisationIds: [voice.organisationId] });
    expect(await concernedBy(db, act("affiliation.ended", "organisation", "o", { affiliationId: voice.affiliationId }))).toMatchObject({ organisationIds: ["o"], personIds: [voice.personId] });
    expect(await concernedBy(db, act("table.closed", "table", table.id))).toMatchObject({ documentIds: expect.arrayContaining([locked, open]) });
    expect(await concernedBy(db, act("document.locked", "document", locked))).toMatchObject({ documentIds: [locked] });
    expect(await concernedBy(db, act("session.revoked", "person", "p", { sessionId: "s" }))).toMatchObject({ personIds: ["p"], sessionIds: ["s"] });
    expect(await concernedBy(db, act("voice.chosen", "organisation", "o", {}, "p"))).toMatchObject({ personIds: ["p"] });
  });

  test.each([["document.renamed", "document"], ["document.created", "document"], ["plan.imported", "plan"], ["action.declared", "plan_action"]])("%s concerns nobody inside a document", async (name, kind) => {
    const { db } = await makeWorld();
    expect(await concernedBy(db, act(name, kind, "x", { organisationId: "o" }, "p"))).toBeNull();
  });
});
