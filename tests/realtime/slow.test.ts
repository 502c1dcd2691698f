// SPDX-License-Identifier: AGPL-3.0-or-later
/** Readers on slow lines, frames as they lie on the socket, and how much one side may spend. */
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { framed, framedToKeep, messageOf } from "~realtime/framing";
import { Pace } from "~realtime/pace";
import { Missed } from "~realtime/missed";
import { writeVector } from "~realtime/protocol";
import { waitFor } from "~tests/harness/wait-for";
import { connect, join, openStage, stored } from "./stage";

const ASK_ALL = writeVector(new Uint8Array([0]));

test("somebody who reads slowly is told later, in one go, and then has everything", async () => {
  const stage = await openStage({ limits: { pointsPerSecond: 100_000 } });
  const ada = join(stage, "ada");
  await ada.synced();
  ada.text.insert(0, "parole ".repeat(300_000));
  await waitFor("it on disk", async () => (await stored(stage)).length === ada.text.length);
  const slow = await connect(stage, "bruno");
  const doc = new Y.Doc();
  slow.socket.pause();
  // more than the system takes in for a reader who does not read
  for (let i = 0; i < 8; i++) slow.send(ASK_ALL);
  await waitFor("somebody behind", () => stage.hub.stats().behind === 1);
  for (let i = 0; i < 200; i++) ada.text.insert(ada.text.length, `riga ${i} `);
  ada.text.delete(0, 7);
  await waitFor("it on disk", async () => (await stored(stage)) === ada.text.toString());
  slow.socket.resume();
  await waitFor("the slow one up to date", () => {
    for (const message of slow.heard.splice(0)) if ("update" in message) Y.applyUpdate(doc, message.update);
    return doc.getText("default").toString() === ada.text.toString();
  });
  expect(stage.hub.stats()).toMatchObject({ behind: 0, dismissed: {} });
  // who is up to date hears of what follows at once
  ada.text.insert(0, "ancora ");
  await slow.hears("update");
});

test("what a slow reader costs does not grow with what is written meanwhile", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.nat(100))), (starts) => {
      const missed = new Missed();
      for (const start of starts) missed.noteText(new Map([start]));
      const known = new Map([1, 2, 3, 4, 5].map((client) => [client, 101]));
      const { vector } = missed.take(known);
      if (starts.length === 0) return vector === null;
      // of each writer it counts as knowing what came before the first thing it missed
      return [...known].every(([client, end]) => {
        const own = starts.filter(([of]) => of === client).map(([, clock]) => clock);
        return vector?.get(client) === Math.min(end, ...own);
      });
    }),
  );
});

test("a frame announces a message of any length and holds it", () => {
  const heads = { 0: "8200", 1: "8201", 125: "827d", 126: "827e007e", 65_535: "827effff", 65_536: "827f0000000000010000" };
  for (const [length, head] of Object.entries(heads)) {
    const message = Buffer.alloc(Number(length), 7);
    for (const wire of [framed(message), framedToKeep(message.subarray(0, 1), message.subarray(1))]) {
      expect(wire.subarray(0, wire.length - message.length).toString("hex")).toBe(head);
      expect(message.equals(messageOf(wire))).toBe(true);
    }
  }
});

test("who spends more than comes in rests until it has come in", () => {
  const pace = new Pace(100);
  for (let i = 0; i < 100; i++) expect(pace.restAfter("update", 10, 0)).toBe(0);
  expect(pace.restAfter("update", 10, 0)).toBe(10);
  expect(pace.restAfter("vector", 10, 0)).toBe(210);
  expect(pace.restAfter("update", 10, 250)).toBe(0);
});
