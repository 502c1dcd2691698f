// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, eq } from "drizzle-orm";
import { describe, expect, test, vi } from "vitest";
import { WebsocketProvider as Version3 } from "y-websocket";
import { WebsocketProvider as Version1 } from "y-websocket-v1";
import { WebsocketProvider as Version2 } from "y-websocket-v2";
import * as Y from "yjs";
import { beginEpochs, RECOVERY_MS } from "~db/epochs.server";
import { realtimeBindings, realtimeDocuments, realtimeQuarantine, realtimeUpdates } from "~db/realtime/schema";
import { createDocument } from "~realtime/index.server";
import { writeAnswer, writeBarrier, writePresence, writeUpdate } from "~realtime/protocol";
import { openTestDatabase } from "~tests/harness/database";
import { waitFor } from "~tests/harness/wait-for";
import { connect, join, NOW, openStage, stored, who } from "./stage";

vi.setConfig({ testTimeout: 60_000 });

const VERSIONS = [
  ["1.5.4", Version1 as unknown as typeof Version3],
  ["2.1.0", Version2 as unknown as typeof Version3],
  ["3.1.0", Version3],
] as const;

/**
 * Ada wrote "ieri " before the copy was taken, then she and Bruno wrote on; the copy was put back at `NOW`. The stage is that
 * of the restored server; the documents are what the two still hold.
 */
async function afterRestore({ now = NOW } = {}) {
  const [ada, bruno] = [new Y.Doc(), new Y.Doc()];
  const write = (doc: Y.Doc, words: string) => {
    const before = Y.encodeStateVector(doc);
    doc.getText("default").insert(doc.getText("default").length, words);
    const update = Y.encodeStateAsUpdate(doc, before);
    for (const other of [ada, bruno]) Y.applyUpdate(other, update);
    return update;
  };
  const copied = write(ada, "ieri ");
  const db = await openTestDatabase();
  const stage = await openStage({ db, clock: () => now });
  await db.tx((tx) => createDocument(tx, { documentId: "copia", at: NOW, who: who("ada") }));
  const facts = { documentId: "copia", at: NOW, connectionId: "before", kind: "update" as const };
  await stage.store.append([{ ...facts, who: who("ada"), bytes: copied, binds: [ada.clientID] }]);
  await beginEpochs(db, NOW);
  write(ada, "oggi ");
  write(bruno, "adesso");
  const rows = () => db.read.select().from(realtimeUpdates).where(eq(realtimeUpdates.documentId, "copia")).orderBy(asc(realtimeUpdates.seq));
  const refused = async () => (await db.read.select().from(realtimeQuarantine)).map(({ personId, reason }) => `${personId}: ${reason}`);
  return { stage: { ...stage, documentId: "copia" }, ada, bruno, rows, refused };
}

describe.each(VERSIONS)("y-websocket %s", (_version, Provider) => {
  test("somebody who was ahead of the copy brings back what others wrote, as not certain, and the others write on under their numbers", async () => {
    const { stage, ada, bruno, rows, refused } = await afterRestore();
    const first = join(stage, "bruno", Provider, bruno);
    await waitFor("the words back", async () => (await stored(stage)) === "ieri oggi adesso");
    expect((await rows()).map(({ kind, personId }) => `${kind} ${personId}`)).toEqual(["update ada", "recovered bruno"]);
    const second = join(stage, "ada", Provider, ada);
    await second.synced();
    second.text.insert(second.text.length, " insieme");
    await first.reads("ieri oggi adesso insieme");
    first.text.insert(0, "già ");
    await second.reads("già ieri oggi adesso insieme");
    await waitFor("all of it on disk", async () => (await stored(stage)) === "già ieri oggi adesso insieme");
    expect(await refused()).toEqual([]);
    expect((await stage.db.read.select().from(realtimeBindings)).map(({ client, personId }) => [client, personId])).toEqual(
      expect.arrayContaining([[ada.clientID, "ada"], [bruno.clientID, "bruno"]]),
    );
    expect((await rows()).slice(2).map(({ kind }) => kind)).not.toContain("recovered");
    expect(stage.hub.stats().recovered).toBe(1);
  });
});

describe("what is brought back", () => {
  test("is refused and kept aside once the days for it are over", async () => {
    const { stage, bruno, rows, refused } = await afterRestore({ now: new Date(NOW.getTime() + RECOVERY_MS) });
    join(stage, "bruno", Version3, bruno);
    await waitFor("it aside", async () => (await refused()).length > 0);
    expect(await refused()).toEqual(["bruno: foreign-author"]);
    expect(await rows()).toHaveLength(1);
  });

  test("is refused when nothing was ever lost", async () => {
    const { stage, bruno, refused } = await afterRestore();
    await stage.db.tx((tx) => createDocument(tx, { documentId: "intatto", at: NOW, who: who("ada") }));
    const there = { ...stage, documentId: "intatto" };
    const ada = join(there, "ada");
    await ada.synced();
    ada.text.insert(0, "mio");
    await waitFor("it on disk", async () => (await stored(there)) === "mio");
    const forger = new Y.Doc();
    Y.applyUpdate(forger, Y.encodeStateAsUpdate(ada.doc));
    forger.clientID = ada.doc.clientID;
    forger.getText("default").insert(3, " e tuo");
    join(there, "bruno", Version3, forger);
    await waitFor("it aside", async () => (await refused()).length > 0);
    expect(await refused()).toEqual(["bruno: foreign-author"]);
    expect(await stored(there)).toBe("mio");
    expect(bruno.getText("default").toString()).toBe("ieri oggi adesso");
  });

  test("under the number of somebody who is here, or has written since, is a forgery", async () => {
    const { stage, ada, refused } = await afterRestore();
    const holder = join(stage, "ada", Version3, ada);
    await holder.synced();
    await waitFor("her words back", async () => (await stored(stage)) === "ieri oggi adesso");
    const forged = (words: string) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, Y.encodeStateAsUpdate(ada));
      doc.clientID = ada.clientID;
      doc.getText("default").insert(0, words);
      return writeAnswer(Y.encodeStateAsUpdate(doc));
    };
    const bruno = await connect(stage, "bruno");
    bruno.send(forged("falso "));
    expect((await bruno.hears("denied")).reason).toBe("foreign-author");
    holder.provider.destroy();
    await waitFor("her gone", () => stage.hub.stats().documents.find(({ documentId }) => documentId === "copia")?.people === 1);
    bruno.heard.length = 0;
    bruno.send(forged("ancora "));
    expect((await bruno.hears("denied")).reason).toBe("foreign-author");
    expect(await stored(stage)).toBe("ieri oggi adesso");
    expect(await refused()).toEqual(["bruno: foreign-author", "bruno: foreign-author"]);
  });

  test("after the room was loaded anew is still refused under the number of who has written since", async () => {
    const { stage, ada, refused } = await afterRestore();
    const holder = join(stage, "ada", Version3, ada);
    await waitFor("her words back", async () => (await stored(stage)) === "ieri oggi adesso");
    holder.provider.destroy();
    const again = await openStage({ db: stage.db });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(ada));
    doc.clientID = ada.clientID;
    doc.getText("default").insert(0, "falso ");
    const bruno = await connect({ ...again, documentId: "copia" }, "bruno");
    bruno.send(writeAnswer(Y.encodeStateAsUpdate(doc)));
    expect((await bruno.hears("denied")).reason).toBe("foreign-author");
    await waitFor("it aside", async () => (await refused()).length === 1);
  });

  test("counts only as the answer to the server's question, never as a keystroke, and never from who may not write", async () => {
    const { stage, bruno, rows, refused } = await afterRestore();
    const typist = await connect(stage, "carla");
    typist.send(writeUpdate(Y.encodeStateAsUpdate(bruno)));
    expect((await typist.hears("denied")).reason).toBe("foreign-author");
    const reader = await connect(stage, "rita");
    reader.send(writeAnswer(Y.encodeStateAsUpdate(bruno)));
    expect((await reader.hears("denied")).reason).toBe("read-only");
    expect(await rows()).toHaveLength(1);
    await waitFor("both aside", async () => (await refused()).length === 2);
  });

  test("is called saved like everything else, and one's own number is one's own at once", async () => {
    const { stage, bruno, rows } = await afterRestore();
    const client = await connect(stage, "bruno");
    client.send(writePresence([{ client: bruno.clientID, clock: 1, state: "{}" }]));
    client.send(writeAnswer(Y.encodeStateAsUpdate(bruno)));
    client.send(writeBarrier(7));
    await client.hears("barrier", ({ number }) => number === 7);
    expect((await rows()).at(-1)).toMatchObject({ kind: "recovered", personId: "bruno" });
    const [own] = await stage.db.read.select().from(realtimeBindings).where(eq(realtimeBindings.client, bruno.clientID));
    expect(own).toMatchObject({ personId: "bruno", documentId: "copia" });
    const [document] = await stage.db.read.select().from(realtimeDocuments).where(eq(realtimeDocuments.id, "copia"));
    expect(document).toMatchObject({ epoch: 2 });
  });
});
