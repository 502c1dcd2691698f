// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * What the realtime server promises, one test for each promise, through real sockets. Other files take each of them further;
 * here they stand in a row, so that nobody changes the server without meeting them.
 */
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { realtimeBases, realtimeQuarantine, realtimeUpdates } from "~db/realtime/schema";
import { createDocument, type Store } from "~realtime/index.server";
import { writeBarrier, writePresence, writeUpdate, writeVector } from "~realtime/protocol";
import { waitFor } from "~tests/harness/wait-for";
import { connect, join, NOW, openStage, reader, type Stage, stored, typed, who } from "./stage";

const ASK_ALL = writeVector(new Uint8Array([0]));

/** A store whose disk answers only when told to; `begun` counts what was handed in. */
function slowDisk() {
  const disk = { begun: 0, holds: false, finish: () => {} };
  const wrapStore = (store: Store): Store => ({
    ...store,
    async append(batch) {
      disk.begun++;
      if (disk.holds) await new Promise<void>((done) => (disk.finish = done));
      return store.append(batch);
    },
  });
  return { disk, wrapStore };
}

const rowsOf = (stage: Stage) =>
  stage.db.read.select().from(realtimeUpdates).where(eq(realtimeUpdates.documentId, stage.documentId)).orderBy(realtimeUpdates.seq);

const keptAside = async (stage: Stage) =>
  (await stage.db.read.select().from(realtimeQuarantine)).map(({ personId, reason }) => `${personId}: ${reason}`);

const textOf = (...updates: Uint8Array[]) => {
  const doc = new Y.Doc();
  for (const update of updates) Y.applyUpdate(doc, update);
  return doc.getText("default").toString();
};

describe("the realtime server", () => {
  test("I1: what it acknowledges is on the disk", async () => {
    const { disk, wrapStore } = slowDisk();
    const stage = await openStage({ wrapStore });
    const ada = await connect(stage, "ada");
    disk.holds = true;
    ada.send(writeUpdate(typed(new Y.Doc(), "parola")));
    ada.send(writeBarrier(1));
    await waitFor("the disk at work", () => disk.begun === 1);
    ada.send(ASK_ALL);
    await ada.hears("answer");
    expect(ada.heard.some(({ type }) => type === "barrier")).toBe(false);
    disk.finish();
    await ada.hears("barrier");
    expect(textOf(...(await rowsOf(stage)).map(({ bytes }) => bytes))).toBe("parola");
  });

  test("I2: what anybody sees is on the disk, also who opens the document meanwhile", async () => {
    const { disk, wrapStore } = slowDisk();
    const stage = await openStage({ wrapStore });
    const ada = await connect(stage, "ada");
    const bruno = await connect(stage, "bruno");
    disk.holds = true;
    ada.send(writeUpdate(typed(new Y.Doc(), "parola")));
    await waitFor("the disk at work", () => disk.begun === 1);
    const carla = await connect(stage, "carla");
    for (const { send, hears } of [bruno, carla]) {
      send(ASK_ALL);
      expect(textOf((await hears("answer")).update)).toBe("");
    }
    expect(bruno.heard.some(({ type }) => type === "update")).toBe(false);
    disk.finish();
    for (const { hears } of [bruno, carla]) expect(textOf((await hears("update")).update)).toBe("parola");
  });

  test("I3: the log, the broadcast and the versions have one order", async () => {
    const stage = await openStage();
    const listener = await connect(stage, "carla");
    const writers = await Promise.all(["ada", "bruno"].map((name) => connect(stage, name)));
    const docs = writers.map(() => new Y.Doc());
    for (let i = 0; i < 40; i++) writers.forEach(({ send }, k) => send(writeUpdate(typed(docs[k] as Y.Doc, `<${k}.${i}>`))));
    for (const { send, hears } of writers) {
      send(writeBarrier(1));
      await hears("barrier");
    }
    const rows = await rowsOf(stage);
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, i) => i + 1));
    // after each broadcast the listener has exactly what some first rows of the log say
    await waitFor("all of it heard", () => heardOf(listener) === textOf(...rows.map(({ bytes }) => bytes)));
    const doc = new Y.Doc();
    const prefixes = new Set(rows.map((_, i) => textOf(...rows.slice(0, i + 1).map(({ bytes }) => bytes))));
    for (const message of listener.heard) {
      if (message.type !== "update") continue;
      Y.applyUpdate(doc, message.update);
      expect(prefixes).toContain(doc.getText("default").toString());
    }
  });

  test("I4: what it does not take it refuses aloud and keeps aside", async () => {
    const stage = await openStage();
    const rita = await connect(stage, "rita");
    const ada = await connect(stage, "ada");
    rita.send(writeUpdate(typed(new Y.Doc(), "non mio")));
    expect((await rita.hears("denied")).reason).toBe("read-only");
    ada.send(writeUpdate(new Uint8Array([7, 7, 7])));
    expect((await ada.hears("denied")).reason).toBe("malformed");
    await waitFor("both kept", async () => (await keptAside(stage)).length === 2);
    expect((await keptAside(stage)).sort()).toEqual(["ada: malformed", "rita: read-only"]);
    // and is never again told that all of it is saved
    ada.send(writeBarrier(1));
    ada.send(ASK_ALL);
    await ada.hears("answer");
    expect(ada.heard.some(({ type }) => type === "barrier")).toBe(false);
  });

  test("I5: who somebody is says the session, beside a caret and in the log, whatever the client claims", async () => {
    const stage = await openStage();
    const ada = await connect(stage, "ada");
    const bruno = await connect(stage, "bruno");
    const doc = new Y.Doc();
    const state = JSON.stringify({ user: { name: "Il Sindaco", organisationName: "Comune" } });
    ada.send(writePresence([{ client: doc.clientID, clock: 1, state }]));
    ada.send(writeUpdate(typed(doc, "mio")));
    const { entries } = await bruno.hears("presence", ({ entries: said }) => said.length > 0);
    expect(JSON.parse(entries[0]?.state ?? "")).toMatchObject({ user: { name: "Referente ada", organisationName: "Ente ente-ada" } });
    await waitFor("it on disk", async () => (await rowsOf(stage)).length === 1);
    expect((await rowsOf(stage))[0]).toMatchObject({ personId: "ada", organisationId: "ente-ada" });
    const copy = new Y.Doc();
    Y.applyUpdate(copy, (await bruno.hears("update")).update);
    copy.clientID = doc.clientID;
    bruno.send(writeUpdate(typed(copy, "in nome di ada")));
    expect((await bruno.hears("denied")).reason).toBe("foreign-author");
    expect(await stored(stage)).toBe("mio");
  });

  test("I6: nothing is written after a right has ended or a document was sealed", async () => {
    const stage = await openStage();
    const [ada, bruno] = [await connect(stage, "ada"), await connect(stage, "bruno")];
    stage.people.ada = reader("ada");
    stage.people.bruno = { ok: true, access: "write", who: who("bruno"), sealed: true };
    const decided = stage.hub.invalidate({ documentIds: [stage.documentId] });
    // on their way before the answer is there
    for (const { send } of [ada, bruno]) send(writeUpdate(typed(new Y.Doc(), "tardi")));
    await decided;
    await ada.hears("denied", ({ reason }) => reason === "read-only");
    await bruno.hears("denied", ({ reason }) => reason === "sealed");
    await waitFor("both kept", async () => (await keptAside(stage)).length === 2);
    expect(await stored(stage)).toBe("");
    expect(await rowsOf(stage)).toEqual([]);
  });

  test("I7: content becomes shared text once, on the server", async () => {
    const stage = await openStage();
    const fill = (doc: Y.Doc) => doc.getText("default").insert(0, "Ordine del giorno");
    const create = () => stage.db.tx((tx) => createDocument(tx, { documentId: "verbale", at: NOW, who: who("ada"), fill }));
    await create();
    await expect(create()).rejects.toThrow();
    const people = await Promise.all(["ada", "bruno"].map((name) => connect({ ...stage, documentId: "verbale" }, name)));
    for (const person of people) {
      person.send(ASK_ALL);
      await person.hears("answer");
      expect(heardOf(person)).toBe("Ordine del giorno");
    }
    expect((await connect(stage, "ada", "mai-creato").then(({ closed }) => closed)).code).toBe(4404);
  });

  test("I8: bytes, messages, connections and what waits for a reader have a bound", async () => {
    const limits = { maxPayload: 1000, connectionsPerPerson: 2, maxRefused: 5 };
    const stage = await openStage({ limits });
    const first = await connect(stage, "ada");
    await connect(stage, "ada");
    expect((await (await connect(stage, "ada")).closed).code).toBe(4429);
    first.send(writeUpdate(new Uint8Array(1500)));
    expect((await first.closed).code).toBe(4413);
    const rita = await connect(stage, "rita");
    for (let i = 0; i < 5; i++) rita.send(writeUpdate(typed(new Y.Doc(), "x")));
    expect((await rita.closed).code).toBe(4400);
  });

  test("I9: a damaged row costs itself, never the document", async () => {
    const stage = await openStage({ timing: { idle: 10 } });
    const ada = await connect(stage, "ada");
    const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
    for (const [i, doc] of docs.entries()) {
      ada.send(writeUpdate(typed(doc, `riga ${i} `)));
      ada.send(writeBarrier(i));
      await ada.hears("barrier", ({ number }) => number === i);
    }
    ada.socket.close();
    await waitFor("the room left", () => stage.hub.stats().rooms === 0);
    const damaged = Buffer.from([9, 9, 9]);
    await stage.db.tx(async (tx) => {
      await tx.update(realtimeUpdates).set({ bytes: damaged }).where(eq(realtimeUpdates.seq, 2));
      await tx.delete(realtimeBases);
    });
    await stage.db.tx((tx) => tx.delete(realtimeBases));
    const carla = join(stage, "carla");
    await waitFor("the others' rows", () => ["riga 0 ", "riga 2 "].every((row) => carla.text.toString().includes(row)));
    expect(carla.text.toString()).not.toContain("riga 1");
    carla.text.insert(0, "e si va avanti ");
    await waitFor("it on disk", async () => (await stored(stage)) === carla.text.toString());
    expect(await keptAside(stage)).toContain("ada: damaged");
  });
});

function heardOf(listener: Awaited<ReturnType<typeof connect>>): string {
  return textOf(...listener.heard.flatMap((message) => (message.type === "update" || message.type === "answer" ? [message.update] : [])));
}
