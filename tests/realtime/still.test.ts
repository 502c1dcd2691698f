// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import * as Y from "yjs";
import { realtimeQuarantine, realtimeUpdates } from "~db/realtime/schema";
import type { NotTaken } from "~realtime/index.server";
import { writeBarrier, writeUpdate } from "~realtime/protocol";
import { waitFor } from "~tests/harness/wait-for";
import { connect, join, openStage, type Stage, stored, typed, who, writer } from "./stage";

const textOf = (state: Uint8Array) => {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  return doc.getText("default").toString();
};

const sealed = (personId: string) => ({ ok: true as const, access: "write" as const, who: who(personId), sealed: true });

/** Fifty people who write one word after the other, each with a barrier behind it, and remember what was acknowledged. */
async function openCrowd(stage: Stage) {
  const names = Array.from({ length: 50 }, (_, i) => `scrivente-${i}`);
  for (const name of names) stage.people[name] = writer(name);
  const crowd = await Promise.all(names.map(async (name) => ({ name, socket: await connect(stage, name) })));
  const acknowledged = new Set<string>();
  const written = new Set<string>();
  let going = true;
  for (const { name, socket } of crowd) {
    const doc = new Y.Doc();
    const words: string[] = [];
    const write = () => {
      const word = `<${name} ${words.length}>`;
      words.push(word);
      written.add(word);
      socket.send(writeUpdate(typed(doc, word)));
      socket.send(writeBarrier(words.length));
    };
    socket.socket.on("message", () => {
      const last = socket.heard.at(-1);
      if (last?.type !== "barrier") return;
      for (const word of words.slice(0, last.number)) acknowledged.add(word);
      if (going) write();
    });
    write();
  }
  return { names, crowd, acknowledged, written, stop: () => (going = false) };
}

test("while fifty people write a document is sealed: what was acknowledged is in it, what comes later is kept aside", async () => {
  const stage = await openStage();
  const people = await openCrowd(stage);
  await waitFor("everybody writing", () => people.acknowledged.size > 200);
  let before = new Set<string>();
  const still = await stage.hub.whileStill(stage.documentId, async ({ state, seq }) => {
    before = new Set(people.acknowledged);
    const rows = await stage.db.read.select().from(realtimeUpdates);
    expect(rows.length).toBe(seq);
    for (const name of people.names) stage.people[name] = sealed(name);
    return state;
  });
  const text = textOf(still);
  for (const word of before) expect(text).toContain(word);
  expect(await stored(stage)).toBe(text);
  await waitFor("the late words kept aside", async () => {
    const kept = await stage.db.read.select().from(realtimeQuarantine);
    return kept.length > 0 && kept.every(({ reason }) => reason === "sealed");
  });
  people.stop();
  // every word is in the sealed text, or kept aside; acknowledged after the sealing was none
  const aside = (await stage.db.read.select().from(realtimeQuarantine)).map(({ bytes }) => Buffer.from(bytes).toString());
  for (const word of people.written) expect(text.includes(word) || aside.some((bytes) => bytes.includes(word))).toBe(true);
  for (const word of people.acknowledged) expect(text).toContain(word);
});

test("when the work fails writing goes on, and what was written meanwhile is not lost", async () => {
  const stage = await openStage();
  const ada = await connect(stage, "ada");
  const doc = new Y.Doc();
  await expect(
    stage.hub.whileStill(stage.documentId, async ({ seq }) => {
      expect(seq).toBe(0);
      ada.send(writeUpdate(typed(doc, "intanto ")));
      ada.send(writeBarrier(1));
      await expect(stage.hub.submit(stage.documentId, who("bruno"), typed(new Y.Doc(), "x"))).rejects.toMatchObject({ reason: "sealed" });
      throw new Error("no");
    }),
  ).rejects.toThrow("no");
  await ada.hears("barrier");
  expect(await stored(stage)).toBe("intanto ");
});

test("two who want a document still have it one after the other", async () => {
  const stage = await openStage();
  const order: string[] = [];
  const once = (name: string) =>
    stage.hub.whileStill(stage.documentId, async () => {
      order.push(`${name} begins`);
      await stage.db.read.select().from(realtimeUpdates);
      order.push(`${name} ends`);
    });
  await Promise.all([once("a"), once("b")]);
  expect(order).toEqual(["a begins", "a ends", "b begins", "b ends"]);
});

test("a document that is not there cannot be held still, nor written to", async () => {
  const { hub } = await openStage();
  await expect(hub.whileStill("none", async () => {})).rejects.toMatchObject({ reason: "missing" });
  await expect(hub.submit("none", who("ada"), typed(new Y.Doc(), "x"))).rejects.toMatchObject({ reason: "missing" });
});

test("an edit of the server is stored in the person's name, has its number, and is seen by everybody", async () => {
  const stage = await openStage();
  const ada = join(stage, "ada");
  await ada.synced();
  ada.text.insert(0, "testo");
  await waitFor("it on disk", async () => (await stored(stage)) === "testo");
  const doc = new Y.Doc();
  Y.applyUpdate(doc, (await stage.hub.readDocument(stage.documentId)) as Uint8Array);
  const { seq } = await stage.hub.submit(stage.documentId, who("bruno"), typed(doc, "nuovo "));
  await ada.reads("nuovo testo");
  const rows = await stage.db.read.select().from(realtimeUpdates);
  expect(rows.at(-1)).toMatchObject({ seq, personId: "bruno", organisationId: "ente-bruno", connectionId: "server" });
});

test("an edit of the server is judged like anybody's", async () => {
  const stage = await openStage();
  const doc = new Y.Doc();
  await stage.hub.submit(stage.documentId, who("ada"), typed(doc, "mio"));
  const because = (work: Promise<unknown>) => work.then(() => "taken", (failure: NotTaken) => failure.reason);
  expect(await because(stage.hub.submit(stage.documentId, who("bruno"), typed(doc, "non suo")))).toBe("foreign-author");
  expect(await because(stage.hub.submit(stage.documentId, who("ada"), new Uint8Array([9, 9])))).toBe("malformed");
  typed(doc, "gap");
  expect(await because(stage.hub.submit(stage.documentId, who("ada"), typed(doc, "x")))).toBe("incomplete");
});

test("those who have the document open hear that something beside it changed", async () => {
  const stage = await openStage();
  const ours = await connect(stage, "ada", `${stage.documentId}?p=1`);
  const plain = await connect(stage, "bruno");
  stage.hub.ping(stage.documentId, "comments");
  stage.hub.ping("nobody-there", "comments");
  await ours.hears("control", ({ control }) => control.type === "changed" && control.topic === "comments");
  expect(plain.heard.some(({ type }) => type === "control")).toBe(false);
});
