// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { WebSocket } from "ws";
import { WebsocketProvider as Version3 } from "y-websocket";
import { WebsocketProvider as Version1 } from "y-websocket-v1";
import { WebsocketProvider as Version2 } from "y-websocket-v2";
import * as Y from "yjs";
import { writeBarrier, writeUpdate, writeVector } from "~realtime/protocol";
import { waitFor } from "~tests/harness/wait-for";
import { connect, join, openStage, socketOf, type Stage, stored, typed, who } from "../stage";
import { Link } from "./link";

/** Whole cities of people: a busy machine may take its time. */
vi.setConfig({ testTimeout: 120_000 });

const VERSIONS = [
  ["1.5.4", Version1 as unknown as typeof Version3],
  ["2.1.0", Version2 as unknown as typeof Version3],
  ["3.1.0", Version3],
] as const;
const ASK_ALL = writeVector(new Uint8Array([0]));

/** The stage as seen through a wire. */
async function through(stage: Stage) {
  const link = await Link.lay(() => stage.port);
  onTestFinished(() => link.remove());
  return { link, url: `ws://127.0.0.1:${link.port}/realtime`, documentId: stage.documentId };
}

test("a peer that vanished without a word is found out, and its caret goes with it", async () => {
  const stage = await openStage({ timing: { ping: 1000, keepalive: 200 } });
  const far = await through(stage);
  const ada = await connect(far, "ada");
  const watching = join(stage, "bruno");
  const doc = new Y.Doc();
  ada.send(writeUpdate(typed(doc, "x")));
  await watching.reads("x");
  await waitFor("ada seen", () => watching.provider.awareness.getStates().size === 1 || stage.hub.stats().connections === 2);
  far.link.freeze();
  await waitFor("only bruno left", () => stage.hub.stats().connections === 1);
  await waitFor("no caret of hers", () => !watching.provider.awareness.getStates().has(doc.clientID));
});

test("a proxy that cuts silent sockets finds none to cut", async () => {
  const stage = await openStage({ timing: { keepalive: 80 } });
  const far = await through(stage);
  const heard: number[] = [];
  const ada = await connect(far, "ada");
  ada.socket.on("message", () => heard.push(performance.now()));
  await waitFor("ten signs of life", () => heard.length >= 10);
  expect(Math.max(...heard.slice(1).map((at, i) => at - (heard[i] as number)))).toBeLessThan(1000);
  expect(far.link.opened).toBe(1);
});

describe.each(VERSIONS)("a client of version %s", (_version, Provider) => {
  test("that is alone and touches nothing for ten minutes hears of the server in time, and never reconnects", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
    onTestFinished(() => void vi.useRealTimers());
    const stage = await openStage();
    const far = await through(stage);
    const ada = join(far, "ada", Provider);
    await ada.synced();
    const socket = ada.provider.ws as unknown as WebSocket;
    const heard = [performance.now()];
    socket.on("message", () => heard.push(performance.now()));
    for (let seconds = 0; seconds < 600; seconds += 5) {
      vi.advanceTimersByTime(5000);
      // there and back, so that what the server sent meanwhile has arrived
      await new Promise((done) => {
        socket.once("pong", done);
        socket.ping();
      });
    }
    const silences = heard.slice(1).map((at, i) => at - (heard[i] as number));
    // after thirty seconds of silence these clients give a connection up
    expect(Math.max(...silences)).toBeLessThan(30_000);
    expect(heard.length).toBeGreaterThan(20);
    expect(far.link.opened).toBe(1);
  });

  test("in two tabs of one browser, which also talk to each other, writes one text in its person's name", async () => {
    const stage = await openStage();
    const tabs = [new Y.Doc(), new Y.Doc()].map((doc) => {
      const provider = new Provider(stage.url, stage.documentId, doc, { WebSocketPolyfill: socketOf("ada") });
      onTestFinished(() => {
        provider.destroy();
        provider.awareness.destroy();
      });
      return { doc, provider };
    });
    const [one, other] = tabs as [(typeof tabs)[0], (typeof tabs)[0]];
    await waitFor("both in", () => tabs.every(({ provider }) => provider.synced));
    for (let i = 0; i < 20; i++) (i % 2 ? one : other).doc.getText("default").insert(0, `${i} `);
    await waitFor("the same in both and on disk", async () => {
      const text = await stored(stage);
      return text.split(" ").length === 21 && tabs.every(({ doc }) => doc.getText("default").toString() === text);
    });
    expect(stage.hub.stats().refused).toEqual({});
  });

  test("that is shown the door for good stops knocking if it knows how, and else knocks gently", async () => {
    const asked: Record<string, number> = {};
    const stage = await openStage({
      admit: async ({ headers: { cookie = "" } }) => {
        asked[cookie] = (asked[cookie] ?? 0) + 1;
        return { ok: false, code: 4403, reason: "no access" };
      },
    });
    join(stage, "ada", Provider);
    // as long as an old client takes to try four times
    const start = performance.now();
    join(stage, "bruno", VERSIONS[0][1]);
    await waitFor("four tries", () => (asked.bruno ?? 0) >= 4);
    expect(performance.now() - start).toBeGreaterThan(300);
    if (Provider === Version3) expect(asked.ada).toBe(1);
    else await waitFor("it to try again", () => (asked.ada ?? 0) > 1);
  });
});

test("after a restart three hundred people come back at once to a large text, and each gets all of it", async () => {
  const first = await openStage();
  const text = "parole di un lungo documento ".repeat(28_000);
  await first.hub.submit(first.documentId, who("ada"), typed(new Y.Doc(), text));
  await first.hub.close();
  const stage = { ...(await openStage({ db: first.db, limits: { openingsPerAddress: 10_000, connectionsPerPerson: 1000 } })), documentId: first.documentId };
  const people = await Promise.all(Array.from({ length: 300 }, () => connect(stage, "bruno")));
  for (const person of people) person.send(ASK_ALL);
  // what is not in the base yet comes first; the answer itself ends it
  for (const person of people) await person.hears("answer");
  const sizes = people.map(({ heard }) => heard.reduce((sum, message) => sum + ("update" in message ? message.update.length : 0), 0));
  expect(Math.min(...sizes)).toBeGreaterThan(text.length);
  const last = new Y.Doc();
  for (const message of people.at(-1)?.heard ?? []) if ("update" in message) Y.applyUpdate(last, message.update);
  expect(last.getText("default").toString()).toBe(text);
  expect(stage.hub.stats()).toMatchObject({ connections: 300, rooms: 1 });
  for (const { socket } of people) socket.terminate();
});

test("a reader who falls behind catches up when the wire is better, and costs the others nothing", async () => {
  const stage = await openStage({ limits: { pointsPerSecond: 100_000, maxBuffered: 2_000_000 } });
  const far = await through(stage);
  const slow = join(far, "bruno");
  const [ada, carla] = [join(stage, "ada"), join(stage, "carla")];
  await Promise.all([slow.synced(), ada.synced(), carla.synced()]);
  far.link.freeze();
  for (let i = 0; i < 60; i++) {
    ada.text.insert(0, `${i} `.repeat(20_000));
    await carla.reads(ada.text.toString());
  }
  far.link.thaw();
  await slow.reads(ada.text.toString());
});

test("a message in a thousand pieces is a message; a compressed one, which nobody agreed upon, ends the socket", async () => {
  const stage = await openStage();
  const ada = await connect(stage, "ada");
  const frame = writeUpdate(typed(new Y.Doc(), "a pezzi ".repeat(140)));
  for (let i = 0; i < frame.length; i++) ada.socket.send(frame.subarray(i, i + 1), { binary: true, fin: i === frame.length - 1 });
  ada.send(writeBarrier(1));
  await ada.hears("barrier");
  expect(await stored(stage)).toBe("a pezzi ".repeat(140));
  const bruno = await connect(stage, "bruno");
  const raw = (bruno.socket as unknown as { _socket: { write(bytes: Buffer): void } })._socket;
  raw.write(Buffer.from([0b1100_0010, 0x81, 0, 0, 0, 0, 0x03]));
  expect((await bruno.closed).code).toBe(1002);
  await (await connect(stage, "carla")).hears("vector");
});
