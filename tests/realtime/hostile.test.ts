// SPDX-License-Identifier: AGPL-3.0-or-later
import * as encoding from "lib0/encoding";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { realtimeQuarantine } from "~db/realtime/schema";
import { createDocument } from "~realtime/index.server";
import { writeAnswer, writeBarrier, writeUpdate, writeVector } from "~realtime/protocol";
import { waitFor } from "~tests/harness/wait-for";
import { connect, join, NOW, openStage, type Stage, stored, typed, who } from "./stage";

const ASK_ALL = writeVector(new Uint8Array([0]));

/** An update written by hand: one client's structs from `clock`, each as raw bytes, and no deletions. */
function forged(client: number, clock: number, ...structs: ((to: encoding.Encoder) => void)[]): Uint8Array {
  return encoding.encode((to) => {
    for (const number of [1, structs.length, client, clock]) encoding.writeVarUint(to, number);
    for (const struct of structs) struct(to);
    encoding.writeVarUint(to, 0);
  });
}

/** A collected stretch: twelve bytes that claim any length. */
const collected = (length: number) => (to: encoding.Encoder) => {
  encoding.writeUint8(to, 0);
  encoding.writeVarUint(to, length);
};

/** Text that stands after the insertion `clock` of `client`. */
const textAfter = (client: number, clock: number) => (to: encoding.Encoder) => {
  encoding.writeUint8(to, 4 | 0x80);
  encoding.writeVarUint(to, client);
  encoding.writeVarUint(to, clock);
  encoding.writeVarString(to, "x");
};

const deletion = (client: number, clock: number, length: number) =>
  encoding.encode((to) => {
    for (const number of [0, 1, client, 1, clock, length]) encoding.writeVarUint(to, number);
  });

const reasons = async ({ db }: Stage) =>
  (await db.read.select().from(realtimeQuarantine)).map(({ personId, reason }) => `${personId}: ${reason}`);

test("forged text under another's number is refused and kept aside, and the victim writes on", async () => {
  const stage = await openStage();
  const ada = join(stage, "ada");
  await ada.synced();
  ada.text.insert(0, "abc");
  await waitFor("it on disk", async () => (await stored(stage)) === "abc");
  const bruno = await connect(stage, "bruno", `${stage.documentId}?p=1`);
  bruno.send(writeUpdate(forged(ada.doc.clientID, 3, collected(1000))));
  bruno.send(writeBarrier(1));
  expect((await bruno.hears("denied")).reason).toBe("foreign-author");
  await bruno.hears("control", ({ control }) => control.type === "refused" && control.reason === "foreign-author");
  ada.text.insert(3, "def");
  const carla = join(stage, "carla");
  await carla.reads("abcdef");
  expect(bruno.heard.some(({ type }) => type === "barrier")).toBe(false);
  expect(await reasons(stage)).toEqual(["bruno: foreign-author"]);
});

test("a forged copy of text that is known already never reaches the log", async () => {
  const stage = await openStage();
  const ada = join(stage, "ada");
  await ada.synced();
  for (const letter of "abcdef") ada.text.insert(ada.text.length, letter);
  await waitFor("it on disk", async () => (await stored(stage)) === "abcdef");
  const mallory = new Y.Doc();
  const bruno = await connect(stage, "bruno");
  // collected in one stretch, the copy would win over later pieces when merged
  const mixed = Y.mergeUpdates([typed(mallory, "!"), forged(ada.doc.clientID, 0, collected(6))]);
  bruno.send(writeUpdate(mixed));
  bruno.send(writeBarrier(1));
  await bruno.hears("barrier");
  expect([...(await stored(stage))].sort().join("")).toBe("!abcdef");
  await join(stage, "carla").reads(await stored(stage));
});

test("one body's number is not another's, even for the same person", async () => {
  const stage = await openStage();
  const doc = new Y.Doc();
  const first = await connect(stage, "ada");
  first.send(writeUpdate(typed(doc, "a")));
  first.send(writeBarrier(1));
  await first.hears("barrier");
  const ada = stage.people.ada;
  stage.people.ada2 = {
    ...(ada as object),
    who: { ...(ada as { who: object }).who, organisationId: "altro" },
  } as typeof ada & object;
  const second = await connect(stage, "ada2");
  second.send(writeUpdate(typed(doc, "b")));
  expect((await second.hears("denied")).reason).toBe("foreign-author");
});

describe("what no honest editor sends is refused, kept, and after three times ends the connection", () => {
  const inner = new Y.Doc();
  const withMap = new Y.Doc();
  withMap.getArray("default").insert(0, [new Y.Map()]);
  const withDocument = new Y.Doc();
  withDocument.getMap("default").set("sub", new Y.Doc());
  const withBytes = new Y.Doc();
  withBytes.getArray("default").insert(0, [new Uint8Array(9)]);
  const deep = new Y.Doc();
  let block: Y.XmlFragment = deep.getXmlFragment("default");
  for (let i = 0; i < 500; i++) {
    const next = new Y.XmlElement("div");
    block.insert(0, [next]);
    block = next;
  }
  const CASES: [string, Uint8Array][] = [
    ["random bytes", writeUpdate(new Uint8Array([5, 250, 3, 9, 200, 1, 77]))],
    ["an impossible number of pieces", writeUpdate(forged(7, 0).fill(255, 1, 3))],
    ["a type of shared data that texts do not have", writeUpdate(Y.encodeStateAsUpdate(withMap))],
    ["a document in the document", writeUpdate(Y.encodeStateAsUpdate(withDocument))],
    ["binary data", writeAnswer(Y.encodeStateAsUpdate(withBytes))],
    ["another root", writeUpdate(typed(inner, "x", "contrabbando"))],
    ["five hundred nested blocks", writeUpdate(Y.encodeStateAsUpdate(deep))],
    ["a stretch longer than any text", writeUpdate(forged(7, 0, collected(2 ** 30)))],
    ["a stretch of nothing", writeUpdate(forged(7, 0, collected(0)))],
    ["a deletion longer than any text", writeUpdate(deletion(7, 0, 2 ** 45))],
    ["an unknown message", new Uint8Array([9, 1, 2])],
    ["an empty message", new Uint8Array([])],
    ["a message of the server's", new Uint8Array([103, 2, 123, 125])],
    ["bytes after the message", new Uint8Array([3, 0])],
    ["a vector of a million clients that are not there", writeVector(new Uint8Array([0xc0, 0x84, 0x3d]))],
  ];
  test.each(CASES)("%s", async (_name, frame) => {
    const stage = await openStage();
    const bruno = await connect(stage, "bruno");
    bruno.send(frame);
    bruno.send(writeBarrier(1));
    expect((await bruno.hears("denied")).reason).toBe("malformed");
    bruno.send(ASK_ALL);
    expect((await bruno.hears("answer")).update).toEqual(new Uint8Array([0, 0]));
    expect(bruno.heard.some(({ type }) => type === "barrier")).toBe(false);
    await waitFor("the row", async () => (await reasons(stage)).length === 1);
    bruno.send(frame);
    bruno.send(frame);
    expect((await bruno.closed).code).toBe(4400);
    await waitFor("all rows", async () => (await reasons(stage)).length === 3);
  });
});

test("text frames are refused, oversized ones close the socket, the server lives", async () => {
  const stage = await openStage({ limits: { maxPayload: 1000 } });
  const bruno = await connect(stage, "bruno");
  bruno.socket.send("ciao");
  expect((await bruno.hears("denied")).reason).toBe("malformed");
  bruno.send(new Uint8Array(1001));
  expect((await bruno.closed).code).toBe(4413);
  const carla = await connect(stage, "carla");
  carla.send(new Uint8Array(2001));
  expect((await carla.closed).code).toBe(1009);
  await (await connect(stage, "ada")).hears("vector");
});

describe("what would make every editor fail on a document of blocks is refused, however it is put there", () => {
  const WITH_BLOCKS = new Y.Doc();
  const paragraph = new Y.XmlElement("paragraph");
  const text = new Y.XmlText("testo");
  paragraph.insert(0, [text]);
  paragraph.setAttribute("id", "p1");
  WITH_BLOCKS.getXmlFragment("default").insert(0, [paragraph]);
  const state = Y.encodeStateAsUpdate(WITH_BLOCKS);

  /** What a client sends that takes the shared text for something else. */
  const asIf = (lie: (doc: Y.Doc) => void) => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, state);
    const before = Y.encodeStateVector(doc);
    lie(doc);
    return Y.encodeStateAsUpdate(doc, before);
  };
  const child = (parent: Y.ID, content: (to: encoding.Encoder) => void, kind: number) =>
    forged(7, 0, (to) => {
      encoding.writeUint8(to, kind);
      encoding.writeVarUint(to, 0);
      encoding.writeVarUint(to, parent.client);
      encoding.writeVarUint(to, parent.clock);
      content(to);
    });
  const aNumber = (to: encoding.Encoder) => {
    encoding.writeVarUint(to, 1);
    encoding.writeAny(to, 7);
  };
  const aBlock = (to: encoding.Encoder) => {
    encoding.writeVarUint(to, 3);
    encoding.writeVarString(to, "paragraph");
  };
  const idOf = (type: Y.AbstractType<unknown>) => (type._item as Y.Item).id;
  const MISPLACED: [string, Uint8Array][] = [
    ["a number before a paragraph", asIf((doc) => doc.getArray("default").insert(0, [7]))],
    ["a number after a paragraph", asIf((doc) => doc.getArray("default").insert(1, [7]))],
    ["bare text beside a paragraph", asIf((doc) => doc.getText("default").insert(1, "nudo"))],
    ["a number in a paragraph", child(idOf(paragraph as unknown as Y.AbstractType<unknown>), aNumber, 8)],
    ["a number in text", child(idOf(text as unknown as Y.AbstractType<unknown>), aNumber, 8)],
    ["a block in text", child(idOf(text as unknown as Y.AbstractType<unknown>), aBlock, 7)],
  ];
  test.each(MISPLACED)("%s", async (_name, update) => {
    const stage = await openStage();
    const fill = (doc: Y.Doc) => Y.applyUpdate(doc, state);
    await stage.db.tx((tx) => createDocument(tx, { documentId: "blocks", at: NOW, who: who("ada"), fill }));
    const bruno = await connect(stage, "bruno", "blocks");
    bruno.send(writeUpdate(update));
    bruno.send(writeBarrier(1));
    expect((await bruno.hears("denied")).reason).toBe("malformed");
    expect(await stage.hub.readDocument("blocks")).toEqual(state);
    await waitFor("the row", async () => (await reasons(stage)).length === 1);
  });
});

test("text that builds on itself or on what never comes is not stored", async () => {
  const stage = await openStage();
  const bruno = await connect(stage, "bruno");
  for (const [i, update] of [
    forged(7, 0, textAfter(7, 0)),
    forged(7, 0, textAfter(9, 4)),
    forged(7, 5, collected(1)),
    deletion(3, 0, 1),
  ].entries()) {
    bruno.heard.length = 0;
    bruno.send(writeUpdate(update));
    bruno.send(writeBarrier(i));
    bruno.send(writeAnswer(update));
    expect((await bruno.hears("denied")).reason).toBe("incomplete");
    expect(bruno.heard.some(({ type }) => type === "barrier")).toBe(false);
  }
  expect(stage.hub.stats().committedRows).toBe(0);
});

test("what lacks its ground is kept aside and never called saved when its author answers that there is nothing more", async () => {
  const stage = await openStage();
  const bruno = await connect(stage, "bruno");
  await bruno.hears("vector");
  bruno.send(writeAnswer(new Uint8Array([0, 0])));
  bruno.send(writeUpdate(forged(7, 5, collected(1))));
  bruno.send(writeBarrier(1));
  bruno.send(writeAnswer(new Uint8Array([0, 0])));
  expect((await bruno.hears("denied")).reason).toBe("incomplete");
  bruno.send(ASK_ALL);
  await bruno.hears("answer");
  expect(bruno.heard.some(({ type }) => type === "barrier")).toBe(false);
  await waitFor("the row", async () => (await reasons(stage)).includes("bruno: incomplete"));
});

test("a keystroke that overtakes earlier ones is asked for again, and only then called saved", async () => {
  const stage = await openStage();
  const ada = await connect(stage, "ada");
  await ada.hears("vector");
  const doc = new Y.Doc();
  ada.send(writeAnswer(new Uint8Array([0, 0])));
  ada.heard.length = 0;
  typed(doc, "prima ");
  const second = typed(doc, "seconda ");
  ada.send(writeUpdate(second));
  ada.send(writeBarrier(1));
  await ada.hears("vector");
  expect(ada.heard.some(({ type }) => type === "barrier")).toBe(false);
  ada.send(writeAnswer(Y.encodeStateAsUpdate(doc)));
  await ada.hears("barrier");
  expect(await stored(stage)).toBe("seconda prima ");
});

test("the same update sent a hundred times is stored once", async () => {
  const stage = await openStage();
  const ada = await connect(stage, "ada");
  const update = typed(new Y.Doc(), "una volta");
  for (let i = 0; i < 100; i++) ada.send(writeUpdate(update));
  ada.send(writeBarrier(1));
  await ada.hears("barrier");
  expect(await stored(stage)).toBe("una volta");
  expect(stage.hub.stats().committedRows).toBe(1);
});

test("who sends too fast is slowed down and nothing of theirs is lost", async () => {
  const stage = await openStage({ limits: { pointsPerSecond: 20 } });
  const ada = await connect(stage, "ada");
  const doc = new Y.Doc();
  for (let i = 0; i < 60; i++) ada.send(writeUpdate(typed(doc, "x")));
  ada.send(writeBarrier(1));
  await ada.hears("barrier");
  expect(await stored(stage)).toBe("x".repeat(60));
});

test("who reads nothing is closed after a while, however much they ask for, and the others do not notice", async () => {
  const stage = await openStage({ limits: { pointsPerSecond: 100_000 }, timing: { keepalive: 40, stall: 50 } });
  const ada = join(stage, "ada");
  await ada.synced();
  ada.text.insert(0, "parole ".repeat(200_000));
  await waitFor("it on disk", async () => (await stored(stage)).length === ada.text.length);
  const slow = await connect(stage, "bruno");
  slow.socket.pause();
  const gone = () => stage.hub.stats().dismissed[4508] === 1;
  await waitFor("the slow one sent away", () => gone() || void slow.send(ASK_ALL)); // the system takes some megabytes first
  ada.text.insert(0, "ancora ");
  await join(stage, "carla").reads(ada.text.toString());
  slow.socket.resume();
  expect((await slow.closed).code).toBe(4508);
});
