// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { realtimeBindings, realtimeQuarantine, realtimeUpdates } from "~db/realtime/schema";
import { readText } from "~/documents/schema/shared-text";
import { MAX_DEPTH } from "~realtime/places";
import { writeBarrier, writeUpdate, writeVector } from "~realtime/protocol";
import { waitFor } from "~tests/harness/wait-for";
import { connect, join, openStage, type Stage, stored, typed, who } from "../stage";

/** Whole cities of people: a busy machine may take its time. */
vi.setConfig({ testTimeout: 120_000 });

const ASK_ALL = writeVector(new Uint8Array([0]));

const bindings = async ({ db, documentId }: Stage) =>
  Object.fromEntries((await db.read.select().from(realtimeBindings).where(eq(realtimeBindings.documentId, documentId))).map(({ client, personId }) => [client, personId]));

async function saved(person: Awaited<ReturnType<typeof connect>>, number = 1) {
  person.send(writeBarrier(number));
  await person.hears("barrier", (heard) => heard.number === number);
}

test("who deletes the whole text is taken at their word, by name, and the words before can be read from the log and put back", async () => {
  const stage = await openStage();
  const [ada, bruno] = [join(stage, "ada"), join(stage, "bruno")];
  await Promise.all([ada.synced(), bruno.synced()]);
  ada.text.insert(0, "il lavoro di un mese");
  await bruno.reads("il lavoro di un mese");
  bruno.text.delete(0, bruno.text.length);
  await waitFor("an empty text", async () => (await stored(stage)) === "");
  const rows = await stage.db.read.select().from(realtimeUpdates).where(eq(realtimeUpdates.documentId, stage.documentId)).orderBy(asc(realtimeUpdates.seq));
  expect(rows.at(-1)).toMatchObject({ personId: "bruno", organisationId: "ente-bruno" });
  const before = new Y.Doc();
  for (const { bytes } of rows.slice(0, -1)) Y.applyUpdate(before, bytes);
  const now = new Y.Doc();
  Y.applyUpdate(now, (await stage.hub.readDocument(stage.documentId)) as Uint8Array);
  await stage.hub.submit(stage.documentId, who("ada"), typed(now, before.getText("default").toString()));
  await bruno.reads("il lavoro di un mese");
});

test("a hundred thousand empty paragraphs in one message are taken, and everybody goes on", async () => {
  const stage = await openStage();
  const ada = await connect(stage, "ada");
  const doc = new Y.Doc();
  doc.getXmlFragment("default").insert(0, Array.from({ length: 100_000 }, () => new Y.XmlElement("p")));
  ada.send(writeUpdate(Y.encodeStateAsUpdate(doc)));
  await saved(ada);
  const bruno = await connect(stage, "bruno");
  const last = doc.getXmlFragment("default").get(99_999) as Y.XmlElement;
  const before = Y.encodeStateVector(doc);
  last.insert(0, [new Y.XmlText("in fondo")]);
  ada.send(writeUpdate(Y.encodeStateAsUpdate(doc, before)));
  await saved(ada, 2);
  await bruno.hears("update");
  const read = new Y.Doc();
  Y.applyUpdate(read, (await stage.hub.readDocument(stage.documentId)) as Uint8Array);
  expect(read.getXmlFragment("default").length).toBe(100_000);
});

test("blocks put into each other without end, a few at a time, are taken as deep as everybody can read them and no deeper", async () => {
  const stage = await openStage();
  const ada = await connect(stage, "ada");
  const doc = new Y.Doc();
  let block: Y.XmlFragment = doc.getXmlFragment("default");
  const deeper = (levels: number) => {
    const before = Y.encodeStateVector(doc);
    doc.transact(() => {
      for (let i = 0; i < levels; i++) {
        const inner = new Y.XmlElement("blockquote");
        block.insert(0, [inner]);
        block = inner;
      }
    });
    return writeUpdate(Y.encodeStateAsUpdate(doc, before));
  };
  for (let round = 0; round < MAX_DEPTH / 20; round++) {
    ada.send(deeper(20));
    await saved(ada, round);
  }
  ada.send(deeper(1));
  expect((await ada.hears("denied")).reason).toBe("malformed");
  const taken = (await stage.hub.readDocument(stage.documentId)) as Uint8Array;
  expect(() => readText([taken])).not.toThrow();
});

test("who asks for the whole text again and again is answered at a pace, and others are not kept waiting", async () => {
  const stage = await openStage({ limits: { pointsPerSecond: 100 } });
  await stage.hub.submit(stage.documentId, who("ada"), typed(new Y.Doc(), "parole ".repeat(20_000)));
  const greedy = await connect(stage, "bruno");
  for (let i = 0; i < 10_000; i++) greedy.send(ASK_ALL);
  const ada = await connect(stage, "ada");
  ada.send(writeUpdate(typed(new Y.Doc(), "intanto ")));
  await saved(ada);
  const answers = greedy.heard.filter(({ type }) => type === "answer").length;
  expect(answers).toBeLessThan(1000);
  greedy.socket.terminate();
});

test("a client that opens with its own copy of everything, others' words included, changes nobody's authorship", async () => {
  const stage = await openStage();
  const [ada, bruno] = [join(stage, "ada"), join(stage, "bruno")];
  await Promise.all([ada.synced(), bruno.synced()]);
  ada.text.insert(0, "di ada ");
  await bruno.reads("di ada ");
  bruno.text.insert(0, "di bruno ");
  await ada.reads("di bruno di ada ");
  const carla = await connect(stage, "carla");
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(bruno.doc));
  copy.getText("default").insert(0, "di carla ");
  carla.send(writeUpdate(Y.encodeStateAsUpdate(copy)));
  await saved(carla);
  await ada.reads("di carla di bruno di ada ");
  expect(await bindings(stage)).toEqual({ [ada.doc.clientID]: "ada", [bruno.doc.clientID]: "bruno", [copy.clientID]: "carla" });
});

test("words written long ago under a number that nobody has seen belong to whoever brings them", async () => {
  const stage = await openStage();
  const offline = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  offline.forEach((doc, i) => typed(doc, `${i}`));
  const all = Y.mergeUpdates(offline.map((doc) => Y.encodeStateAsUpdate(doc)));
  const ada = await connect(stage, "ada");
  ada.send(writeUpdate(all));
  await saved(ada);
  expect(await bindings(stage)).toEqual(Object.fromEntries(offline.map(({ clientID }) => [clientID, "ada"])));
});

test("of two people who happen on the same number the second is told, their words are kept aside, and the first notices nothing", async () => {
  const stage = await openStage();
  const ada = join(stage, "ada");
  await ada.synced();
  ada.text.insert(0, "mio");
  await waitFor("it on disk", async () => (await stored(stage)) === "mio");
  const doc = new Y.Doc();
  doc.clientID = ada.doc.clientID;
  const bruno = await connect(stage, "bruno");
  bruno.send(writeUpdate(typed(doc, "anche mio")));
  bruno.send(writeBarrier(1));
  expect((await bruno.hears("denied")).reason).toBe("foreign-author");
  await waitFor("it kept aside", async () => (await stage.db.read.select().from(realtimeQuarantine)).length === 1);
  ada.text.insert(3, " ancora");
  await join(stage, "carla").reads("mio ancora");
  expect(bruno.heard.some(({ type }) => type === "barrier")).toBe(false);
});

test("a body that leaves is out of the text at once; its past words stay in its name", async () => {
  const stage = await openStage();
  const ada = await connect(stage, "ada");
  ada.send(writeUpdate(typed(new Y.Doc(), "detto da noi")));
  await saved(ada);
  stage.people.ada = { ok: false, code: 4403, reason: "no access" };
  await stage.hub.invalidate({ organisationIds: ["ente-ada"] });
  expect((await ada.closed).code).toBe(4403);
  const [row] = await stage.db.read.select().from(realtimeUpdates).where(eq(realtimeUpdates.documentId, stage.documentId));
  expect(row).toMatchObject({ personId: "ada", organisationId: "ente-ada" });
});

test.each([
  ["a path that climbs", "..%2f..%2fetc%2fpasswd"],
  ["ten thousand letters", "a".repeat(10_000)],
  ["letters that look like others", "%D0%B0%D0%B1"],
  ["an empty name", ""],
  ["a name within a name", "a/b"],
  ["an epoch that is no number", "doc.x"],
  ["an epoch before the first", "doc.-1"],
])("a name that is none (%s) opens nothing", async (_what, name) => {
  const stage = await openStage();
  const socket = new WebSocket(`${stage.url}/${name}`, { headers: { cookie: "ada" } });
  const code = await new Promise((done) => socket.on("close", done).on("error", () => done(1006)));
  expect([4404, 1006]).toContain(code);
  expect(stage.hub.stats()).toMatchObject({ connections: 0, rooms: 0 });
});

test("a text put back to what it was keeps what others write meanwhile", async () => {
  const stage = await openStage();
  const ada = join(stage, "ada");
  await ada.synced();
  ada.text.insert(0, "prima frase. seconda frase.");
  await waitFor("it on disk", async () => (await stored(stage)) === "prima frase. seconda frase.");
  const now = new Y.Doc();
  Y.applyUpdate(now, (await stage.hub.readDocument(stage.documentId)) as Uint8Array);
  const before = Y.encodeStateVector(now);
  // whoever restores takes the second sentence out while ada goes on with the first
  now.getText("default").delete(12, 15);
  const restoring = Y.encodeStateAsUpdate(now, before);
  ada.text.insert(11, " e altro");
  await waitFor("ada's words on disk", async () => (await stored(stage)).includes("altro"));
  await stage.hub.submit(stage.documentId, who("bruno"), restoring);
  await ada.reads("prima frase e altro.");
});

test("a browser with an older Yjs writes with the server and with newer ones, deletions and all", async () => {
  // it says on the console that there are two of it
  vi.spyOn(console, "error").mockImplementation(() => {});
  const old = (await import("yjs-13-6-20")) as unknown as typeof Y;
  const stage = await openStage();
  const bruno = join(stage, "bruno");
  await bruno.synced();
  const ada = await connect(stage, "ada");
  const doc = new old.Doc();
  const sent: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array, origin: unknown) => origin !== "server" && sent.push(update));
  const exchange = async (number: number) => {
    for (const update of sent.splice(0)) ada.send(writeUpdate(update));
    await saved(ada, number);
    for (const message of ada.heard.splice(0)) if (message.type === "update" || message.type === "answer") old.applyUpdate(doc, message.update, "server");
  };
  const text = doc.getText("default");
  for (let i = 0; i < 30; i++) {
    text.insert(0, `${i} `);
    if (i % 3 === 0) text.delete(0, 2);
    if (i % 5 === 0) text.format(0, 2, { bold: true });
    bruno.text.insert(bruno.text.length, `b${i} `);
    if (i % 4 === 0) bruno.text.delete(0, 1);
    await exchange(i);
  }
  await waitFor("both the same", async () => {
    await exchange(1000 + Math.floor(performance.now()));
    return JSON.stringify(text.toDelta()) === JSON.stringify(bruno.text.toDelta());
  });
  expect(await stored(stage)).toBe(bruno.text.toString());
});
