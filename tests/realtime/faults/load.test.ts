// SPDX-License-Identifier: AGPL-3.0-or-later
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { expect, test, vi } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { createDocument } from "~realtime/index.server";
import { writeBarrier, writeUpdate, writeVector } from "~realtime/protocol";
import { waitFor } from "~tests/harness/wait-for";
import { connect, join, NOW, openStage, stored, typed, who } from "../stage";

/** `LOAD=full`, which the soak sets, makes the crowds as large as they may be in a city; otherwise a few show the same. */
const isFull = process.env.LOAD === "full";
const many = (few: number, full: number) => (isFull ? full : few);

/** Whole cities of people: a busy machine may take its time. */
vi.setConfig({ testTimeout: many(120_000, 900_000) });

const ASK_ALL = writeVector(new Uint8Array([0]));
const GENEROUS = { openingsPerAddress: 100_000, connectionsPerPerson: 100_000, pointsPerSecond: 1_000_000 };

const timers = () => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;

/** Bytes in use once garbage is collected. */
function memory(): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  for (let i = 0; i < 3; i++) collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** Does something so many times, a few at once. */
async function repeat(times: number, once: (i: number) => Promise<unknown>, atOnce = 100): Promise<void> {
  for (let done = 0; done < times; done += atOnce) {
    await Promise.all(Array.from({ length: Math.min(atOnce, times - done) }, (_, i) => once(done + i)));
  }
}

/** A socket that is opened and told how it ended. */
const knock = (url: string, cookie: string) =>
  new Promise<number>((done) => {
    const socket = new WebSocket(url, { headers: { cookie } });
    socket.on("close", (code) => done(code));
    socket.on("error", () => done(1006));
  });

test("sockets without a session are sent away before anything is loaded, and those beyond the measure before the handshake", async () => {
  const stage = await openStage({ limits: { openingsPerAddress: 200 } });
  const knocks = many(300, 2000);
  const codes = await Promise.all(Array.from({ length: knocks }, () => knock(`${stage.url}/${stage.documentId}`, "nobody")));
  expect(codes.filter((code) => code === 4401)).toHaveLength(200);
  expect(codes.filter((code) => code === 1006)).toHaveLength(knocks - 200);
  expect(stage.hub.stats()).toMatchObject({ connections: 0, rooms: 0 });
});

test("documents that were opened once leave nothing in memory and no timer", async () => {
  const stage = await openStage({ limits: GENEROUS, timing: { idle: 20 } });
  const ids = Array.from({ length: many(300, 10_000) }, (_, i) => `d${i}`);
  await stage.db.tx(async (tx) => {
    for (const documentId of ids) await createDocument(tx, { documentId, at: NOW, who: who("ada") });
  });
  const visit = async (documentId: string) => {
    const socket = new WebSocket(`${stage.url}/${documentId}`, { headers: { cookie: "ada" } });
    await new Promise((done) => socket.once("message", done));
    socket.terminate();
  };
  // what the first visits load and compile is nobody's document
  const [first, rest] = [ids.slice(0, 100), ids.slice(100)];
  await repeat(first.length, (i) => visit(first[i] as string), 10);
  await waitFor("no room", () => stage.hub.stats().rooms === 0);
  const [before, used] = [timers(), memory()];
  await repeat(rest.length, (i) => visit(rest[i] as string), 10);
  await waitFor("no room", () => stage.hub.stats().rooms === 0);
  expect(stage.hub.stats()).toMatchObject({ connections: 0, documentBytes: 0 });
  await waitFor("no timer more", () => timers() <= before);
  if (isFull) await waitFor("memory as before, within a twentieth", () => memory() < 1.05 * used);
});

test("documents that cannot be loaded leave nothing behind, however often they are asked for", async () => {
  const stage = await openStage({
    limits: GENEROUS,
    wrapStore: (store) => ({ ...store, load: async () => Promise.reject(new Error("disk I/O error")) }),
  });
  const before = timers();
  const codes = new Set<number>();
  await repeat(many(500, 10_000), async () => codes.add(await knock(`${stage.url}/${stage.documentId}`, "ada")));
  expect(codes).toEqual(new Set([1013]));
  expect(stage.hub.stats()).toMatchObject({ connections: 0, rooms: 0 });
  await waitFor("no timer more", () => timers() <= before);
});

test("whoever leaves while the document is still being loaded is not waited for", async () => {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  let asked = 0;
  const stage = await openStage({
    limits: GENEROUS,
    timing: { idle: 20 },
    admit: async () => {
      asked++;
      return { ok: true, access: "write", who: who("ada") };
    },
    wrapStore: (store) => ({ ...store, load: (documentId) => held.then(() => store.load(documentId)) }),
  });
  const crowds = many(1, 20);
  for (let crowd = 1; crowd <= crowds; crowd++) {
    const sockets = Array.from({ length: many(100, 500) }, () => new WebSocket(`${stage.url}/${stage.documentId}`, { headers: { cookie: "ada" } }).on("error", () => {}));
    await waitFor("them all at the door", () => asked === crowd * sockets.length);
    for (const socket of sockets) socket.terminate();
  }
  release();
  await waitFor("nobody left", () => stage.hub.stats().rooms === 0 && stage.hub.stats().connections === 0);
  await join(stage, "bruno").synced();
});

test("a log of sixty-eight thousand keystrokes that was never compacted is opened at once", async () => {
  const stage = await openStage();
  const doc = new Y.Doc();
  const text = doc.getText("default");
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (let i = 0; i < 68_000; i++) text.insert(i % 7 === 0 ? Math.floor(i / 2) : text.length, "a");
  for (let i = 0; i < updates.length; i += 4000) {
    await stage.store.append(
      updates.slice(i, i + 4000).map((bytes) => ({ documentId: stage.documentId, at: NOW, who: who("ada"), connectionId: "c", kind: "update" as const, bytes, binds: [] })),
    );
  }
  // merged in one go it would take minutes
  const bruno = join(stage, "bruno");
  await waitFor("all of it", () => bruno.text.toString() === text.toString(), 60_000);
});

test("a crowd of viewers reads what five people write, in fewer messages than were written", async () => {
  const stage = await openStage({ limits: GENEROUS });
  const viewers = await Promise.all(Array.from({ length: many(150, 1000) }, () => connect(stage, "rita")));
  const writers = await Promise.all(Array.from({ length: 5 }, () => connect(stage, "ada")));
  const docs = writers.map(() => new Y.Doc());
  for (let round = 0; round < 40; round++) {
    for (const [i, writer] of writers.entries()) writer.send(writeUpdate(typed(docs[i] as Y.Doc, `${i}`)));
  }
  for (const [i, writer] of writers.entries()) {
    writer.send(writeBarrier(i));
    await writer.hears("barrier");
  }
  const text = await stored(stage);
  expect(text).toHaveLength(200);
  for (const viewer of viewers) {
    viewer.send(ASK_ALL);
    await viewer.hears("answer");
    const read = new Y.Doc();
    const news = viewer.heard.filter(({ type }) => type === "update");
    for (const message of news) if ("update" in message) Y.applyUpdate(read, message.update);
    expect(read.getText("default").toString()).toBe(text);
    expect(news.length).toBeLessThan(200);
  }
  for (const { socket } of [...viewers, ...writers]) socket.terminate();
});

test("one who sends without measure is slowed down, and another's words are saved meanwhile", async () => {
  const stage = await openStage({ limits: { pointsPerSecond: 50 } });
  const loud = await connect(stage, "bruno");
  const doc = new Y.Doc();
  for (let i = 0; i < 400; i++) loud.send(writeUpdate(typed(doc, "x".repeat(5000))));
  loud.send(writeBarrier(1));
  const ada = await connect(stage, "ada");
  ada.send(writeUpdate(typed(new Y.Doc(), "intanto")));
  ada.send(writeBarrier(2));
  await ada.hears("barrier");
  expect(loud.heard.some(({ type }) => type === "barrier")).toBe(false);
  loud.socket.terminate();
});
