// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { inspect, MalformedUpdate, takeApart } from "~realtime/inspect";
import { joinKeystrokes, readKeystroke } from "~realtime/keystroke";
import { Known } from "~realtime/known";
import {
  MalformedMessage,
  type Message,
  type PresenceEntry,
  readMessage,
  readVector,
  writeAnswer,
  writeBarrier,
  writeControl,
  writeDenied,
  writePresence,
  writePresenceQuery,
  writeUpdate,
  writeVector,
} from "~realtime/protocol";
import { connect, openStage } from "./stage";

const ROOTS = new Set(["default"]);
const bytes = fc.uint8Array({ maxLength: 60 });
const entry: fc.Arbitrary<PresenceEntry> = fc.record({ client: fc.nat(), clock: fc.nat(), state: fc.json() });
const refusesOrReads = (frame: Uint8Array) => {
  try {
    return readMessage(frame);
  } catch (failure) {
    if (failure instanceof MalformedMessage) return null;
    throw failure;
  }
};

test("what is written is read back the same", () => {
  const pairs: fc.Arbitrary<[Uint8Array, Message]>[] = [
    bytes.map((vector) => [writeVector(vector), { type: "vector", vector }]),
    bytes.map((update) => [writeAnswer(update), { type: "answer", update }]),
    bytes.map((update) => [writeUpdate(update), { type: "update", update }]),
    fc.array(entry).map((entries) => [writePresence(entries), { type: "presence", entries }]),
    fc.string().map((reason) => [writeDenied(reason), { type: "denied", reason }]),
    fc.nat().map((number) => [writeBarrier(number), { type: "barrier", number }]),
    fc.constant([writePresenceQuery(), { type: "presence?" }]),
    fc.boolean().map((sealed) => {
      const control = { type: "access", access: "read", sealed } as const;
      return [writeControl(control), { type: "control", control }];
    }),
  ];
  fc.assert(
    fc.property(fc.oneof(...pairs), ([frame, message]) => {
      expect(readMessage(frame)).toEqual(message);
    }),
  );
});

test("a keystroke read the short way is the one that the long way reads, whatever is typed and however it is damaged", () => {
  const typed = fc.record({ text: fc.oneof(fc.string({ minLength: 1, maxLength: 40 }), fc.string({ unit: "grapheme", minLength: 1, maxLength: 4 })), at: fc.nat(5), client: fc.nat() });
  const damage = fc.option(fc.record({ at: fc.nat(60), byte: fc.nat(255) }), { freq: 2 });
  let short = 0;
  fc.assert(
    fc.property(typed, damage, ({ text, at, client }, damaged) => {
      const update = keystroke(text, at, client);
      if (damaged) update[damaged.at % update.length] = damaged.byte;
      const item = readKeystroke(update);
      if (!item) return;
      short++;
      const { structs, deletes } = takeApart(update);
      expect(deletes.size).toBe(0);
      expect([...structs]).toEqual([[item.id.client, [item]]]);
    }),
  );
  expect(short).toBeGreaterThan(0);
});

test("keystrokes joined make the same text as keystrokes merged, however those of several people mingle", () => {
  const mingled = fc.array(fc.record({ who: fc.nat(3), text: fc.string({ minLength: 1, maxLength: 3 }), at: fc.nat() }), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(mingled, fc.nat(), (strokes, cut) => {
      const document = new Y.Doc();
      const shared = document.getText("default");
      shared.insert(0, "prima");
      const before = Y.encodeStateAsUpdate(document);
      const sent: Uint8Array[] = [];
      document.on("update", (update: Uint8Array) => sent.push(update));
      for (const { who, text, at } of strokes) {
        document.clientID = 1000 + who;
        shared.insert(1 + (at % (shared.length - 1)), text);
      }
      const joined = joinKeystrokes(sent);
      if (!joined) return;
      expect(joined).toEqual(Y.mergeUpdates(sent));
      const half = cut % sent.length;
      const again = [sent.slice(0, half), sent.slice(half)].filter(({ length }) => length > 0).map((some) => joinKeystrokes(some) as Uint8Array);
      expect(joinKeystrokes(again)).toEqual(joined);
      const read = new Y.Doc();
      for (const update of [before, joined]) Y.applyUpdate(read, update);
      expect(read.getText("default").toString()).toBe(shared.toString());
    }),
  );
});

function keystroke(text: string, at: number, client: number): Uint8Array {
  const document = new Y.Doc();
  const shared = document.getText("default");
  shared.insert(0, "prima");
  document.clientID = client;
  const sent: Uint8Array[] = [];
  document.on("update", (update: Uint8Array) => sent.push(update));
  shared.insert(at, text);
  return sent[0] as Uint8Array;
}

test("no bytes whatever make the reader of frames or vectors fail in any other way than saying so", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (frame) => {
      refusesOrReads(frame);
      try {
        readVector(frame, 100);
      } catch (failure) {
        expect(failure).toBeInstanceOf(MalformedMessage);
      }
    }),
    { numRuns: 20_000 },
  );
});

/** A realistic update: blocks, text, marks, an attribute, a deletion. */
function sample(): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = 77;
  const block = new Y.XmlElement("paragraph");
  doc.getXmlFragment("default").insert(0, [block]);
  const text = new Y.XmlText("Verbale dell'incontro");
  block.insert(0, [text]);
  block.setAttribute("id", "b1");
  text.format(0, 7, { bold: true });
  text.delete(3, 2);
  return Y.encodeStateAsUpdate(doc);
}

/** A damaged update is refused, or it is one that a document can take without a hole: nothing in between. */
function isHarmless(update: Uint8Array): boolean {
  const known = new Known();
  try {
    const verdict = known.judge(update, inspect(update, ROOTS), "ada");
    if (verdict.kind !== "new") return true;
    const doc = new Y.Doc();
    Y.applyUpdate(doc, verdict.bytes);
    known.learn(verdict);
    const counts = new Map(Y.decodeStateVector(Y.encodeStateVector(doc)));
    expect(doc.store.pendingStructs).toBeNull();
    expect(doc.store.pendingDs).toBeNull();
    expect(counts).toEqual(known.clocks);
    return true;
  } catch (failure) {
    if (failure instanceof MalformedUpdate) return true;
    throw failure;
  }
}

test("every truncation and every flipped bit of an update is refused or taken whole", () => {
  const update = sample();
  for (let end = 0; end < update.length; end++) isHarmless(update.slice(0, end));
  for (let i = 0; i < update.length; i++) {
    for (let bit = 0; bit < 8; bit++) {
      const flipped = update.slice();
      flipped[i] = (flipped[i] as number) ^ (1 << bit);
      isHarmless(flipped);
    }
  }
});

test("several flipped bytes and random bytes are refused or taken whole", () => {
  const update = sample();
  const flips = fc.array(fc.tuple(fc.nat(update.length - 1), fc.integer({ min: 0, max: 255 })), {
    minLength: 1,
    maxLength: 5,
  });
  const flipped = flips.map((list) => {
    const damaged = update.slice();
    for (const [at, value] of list) damaged[at] = value;
    return damaged;
  });
  fc.assert(fc.property(fc.oneof(flipped, fc.uint8Array({ maxLength: 80 })), isHarmless), { numRuns: 5000 });
});

test("a server that is sent rubbish answers for none of it, keeps all of it, and goes on serving", async () => {
  const stage = await openStage({ limits: { pointsPerSecond: 100_000 } });
  const frames = fc.sample(fc.uint8Array({ maxLength: 200 }), 60);
  for (const frame of frames) {
    if (refusesOrReads(frame)) continue;
    const raw = await connect(stage, "bruno");
    raw.send(frame);
    raw.send(writeBarrier(1));
    await raw.hears("denied");
    raw.send(writeVector(new Uint8Array([0])));
    await raw.hears("answer");
    expect(raw.heard.some(({ type }) => type === "barrier")).toBe(false);
    raw.socket.terminate();
  }
  const ada = await connect(stage, "ada");
  ada.send(writeUpdate(sample()));
  ada.send(writeBarrier(1));
  await ada.hears("barrier");
}, 60_000);
