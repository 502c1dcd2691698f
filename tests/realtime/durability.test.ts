// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { realtimeBases, realtimeDocuments, realtimeQuarantine, realtimeUpdates } from "~db/realtime/schema";
import { createDocument, NotTaken, type Store } from "~realtime/index.server";
import { writeAnswer, writeBarrier, writeUpdate, writeVector } from "~realtime/protocol";
import { waitFor } from "~tests/harness/wait-for";
import { connect, join, NOW, openStage, type Stage, stored, typed, who } from "./stage";

/** A store whose commits wait for the test, or fail when it says so. */
function heldStore() {
  const gate = { hold: false, failing: false, attempts: 0, release: () => {} };
  const wrapStore = (store: Store): Store => ({
    ...store,
    async append(batch) {
      gate.attempts++;
      if (gate.failing) throw new Error("disk full");
      if (gate.hold) await new Promise<void>((done) => (gate.release = done));
      return store.append(batch);
    },
  });
  return { gate, wrapStore };
}

const rowsOf = ({ db, documentId }: Stage) =>
  db.read
    .select()
    .from(realtimeUpdates)
    .where(eq(realtimeUpdates.documentId, documentId))
    .orderBy(asc(realtimeUpdates.seq));

test("nothing is acknowledged or shown to others before it is on disk", async () => {
  const { gate, wrapStore } = heldStore();
  const stage = await openStage({ wrapStore });
  const ada = await connect(stage, "ada");
  const bruno = await connect(stage, "bruno");
  gate.hold = true;
  ada.send(writeUpdate(typed(new Y.Doc(), "bozza")));
  ada.send(writeBarrier(7));
  await waitFor("the commit in flight", () => gate.attempts === 1);
  // a question and its answer prove that everything sent before was handled
  ada.send(writeVector(new Uint8Array([0])));
  await ada.hears("answer");
  expect(ada.heard.some(({ type }) => type === "barrier")).toBe(false);
  expect(bruno.heard.some(({ type }) => type === "update")).toBe(false);
  expect(await rowsOf(stage)).toHaveLength(0);
  gate.release();
  await bruno.hears("update");
  expect((await ada.hears("barrier")).number).toBe(7);
  expect(await rowsOf(stage)).toHaveLength(1);
});

test("someone who opens the document during a commit is not shown what is not on disk yet", async () => {
  const { gate, wrapStore } = heldStore();
  const stage = await openStage({ wrapStore });
  const ada = await connect(stage, "ada");
  gate.hold = true;
  ada.send(writeUpdate(typed(new Y.Doc(), "bozza")));
  await waitFor("the commit in flight", () => gate.attempts === 1);
  const bruno = await connect(stage, "bruno");
  bruno.send(writeVector(new Uint8Array([0])));
  expect((await bruno.hears("answer")).update).toEqual(new Uint8Array([0, 0]));
  gate.release();
  await bruno.hears("update");
});

test("while one commit is in flight the rest waits and goes into the next one, each author in their own row", async () => {
  const { gate, wrapStore } = heldStore();
  const stage = await openStage({ wrapStore });
  const ada = await connect(stage, "ada");
  const bruno = await connect(stage, "bruno");
  const [hers, his] = [new Y.Doc(), new Y.Doc()];
  gate.hold = true;
  ada.send(writeUpdate(typed(hers, "a")));
  await waitFor("the first commit", () => gate.attempts === 1);
  for (const letter of "bcd") ada.send(writeUpdate(typed(hers, letter)));
  ada.send(writeBarrier(1));
  ada.send(writeVector(new Uint8Array([0])));
  await ada.hears("answer");
  for (const letter of "xyz") bruno.send(writeUpdate(typed(his, letter)));
  bruno.send(writeBarrier(2));
  bruno.send(writeVector(new Uint8Array([0])));
  await bruno.hears("answer");
  gate.hold = false;
  gate.release();
  await ada.hears("barrier");
  await bruno.hears("barrier");
  expect(gate.attempts).toBe(2);
  const rows = await rowsOf(stage);
  expect(rows.map(({ seq, personId, organisationId, kind }) => [seq, personId, organisationId, kind])).toEqual([
    [1, "ada", "ente-ada", "update"],
    [2, "ada", "ente-ada", "update"],
    [3, "bruno", "ente-bruno", "update"],
  ]);
  expect(rows[0]).toMatchObject({ at: NOW, sessionId: "session-ada" });
});

test("what is sent again on a new line is not called saved while the first copy still waits for the disk", async () => {
  let release = () => {};
  const held = new Promise<void>((done) => (release = done));
  const stage = await openStage({ wrapStore: (store) => ({ ...store, append: (batch) => held.then(() => store.append(batch)) }) });
  const update = typed(new Y.Doc(), "una volta");
  const first = await connect(stage, "ada");
  first.send(writeUpdate(update));
  await waitFor("it taken", () => stage.hub.stats().received.update === 1);
  first.socket.terminate();
  const second = await connect(stage, "ada");
  second.send(writeAnswer(update));
  second.send(writeBarrier(1));
  second.send(writeVector(new Uint8Array([0])));
  expect((await second.hears("answer")).update).toEqual(new Uint8Array([0, 0]));
  expect(second.heard.some(({ type }) => type === "barrier")).toBe(false);
  release();
  await second.hears("barrier");
  expect(await stored(stage)).toBe("una volta");
});

test("when the disk fails the room is frozen, says so, loses nothing and recovers by itself", async () => {
  const { gate, wrapStore } = heldStore();
  const stage = await openStage({ wrapStore });
  const ada = await connect(stage, "ada", `${stage.documentId}?p=1`);
  const bruno = await connect(stage, "bruno");
  const doc = new Y.Doc();
  gate.failing = true;
  ada.send(writeUpdate(typed(doc, "due")));
  ada.send(writeBarrier(1));
  expect((await ada.hears("denied")).reason).toBe("not-saved");
  await ada.hears("control", ({ control }) => control.type === "storage" && control.state === "failing");
  ada.send(writeUpdate(typed(doc, "uno ")));
  ada.send(writeBarrier(2));
  await waitFor("another attempt", () => gate.attempts >= 3);
  expect(ada.heard.some(({ type }) => type === "barrier")).toBe(false);
  expect(bruno.heard.some(({ type }) => type === "update")).toBe(false);
  expect(stage.hub.stats()).toMatchObject({ frozenRooms: 1 });
  gate.failing = false;
  await ada.hears("barrier", ({ number }) => number === 2);
  await ada.hears("control", ({ control }) => control.type === "storage" && control.state === "recovered");
  expect(await stored(stage)).toBe("uno due");
  expect(stage.hub.stats()).toMatchObject({ frozenRooms: 0 });
});

test("a document that cannot be stored does not hold up the others", async () => {
  const stage = await openStage({
    wrapStore: (store) => ({
      ...store,
      append: (batch) => {
        if (batch.some(({ documentId }) => documentId === "cursed")) throw new Error("no such row");
        return store.append(batch);
      },
    }),
  });
  await stage.db.tx((tx) => createDocument(tx, { documentId: "cursed", at: NOW, who: who("ada") }));
  const cursed = await connect(stage, "bruno", "cursed");
  const sound = await connect(stage, "ada");
  cursed.send(writeUpdate(typed(new Y.Doc(), "x")));
  sound.send(writeUpdate(typed(new Y.Doc(), "y")));
  sound.send(writeBarrier(1));
  await sound.hears("barrier");
  expect((await cursed.hears("denied")).reason).toBe("not-saved");
});

test("what the application will never take is refused and kept aside, and everybody starts over", async () => {
  let locked = false;
  const stage = await openStage({
    wrapStore: (store) => ({
      ...store,
      append: (batch) => (locked ? Promise.reject(new NotTaken("sealed")) : store.append(batch)),
    }),
  });
  const ada = await connect(stage, "ada");
  const bruno = await connect(stage, "bruno");
  locked = true;
  ada.send(writeUpdate(typed(new Y.Doc(), "tardi")));
  ada.send(writeBarrier(1));
  expect((await ada.hears("denied")).reason).toBe("sealed");
  expect((await ada.closed).code).toBe(1012);
  expect((await bruno.closed).code).toBe(1012);
  expect(ada.heard.some(({ type }) => type === "barrier")).toBe(false);
  expect(bruno.heard.some(({ type }) => type === "update")).toBe(false);
  const kept = await waitFor("the row", async () => (await stage.db.read.select().from(realtimeQuarantine))[0]);
  expect(kept).toMatchObject({ personId: "ada", reason: "sealed" });
  locked = false;
  const again = join(stage, "ada");
  await again.synced();
  expect(again.text.toString()).toBe("");
});

test("closing stores what was received, then sends everybody away to reconnect", async () => {
  const { gate, wrapStore } = heldStore();
  const stage = await openStage({ wrapStore });
  const ada = await connect(stage, "ada");
  gate.hold = true;
  ada.send(writeUpdate(typed(new Y.Doc(), "ultima parola")));
  ada.send(writeBarrier(1));
  await waitFor("the commit in flight", () => gate.attempts === 1);
  const closing = stage.hub.close();
  gate.release();
  expect((await ada.closed).code).toBe(1012);
  await closing;
  expect(ada.heard.some(({ type }) => type === "barrier")).toBe(true);
  expect(await rowsOf(stage)).toHaveLength(1);
});

test("a document comes back from disk as it was, in a new server", async () => {
  const first = await openStage();
  const ada = join(first, "ada");
  await ada.synced();
  ada.text.insert(0, "verbale");
  await waitFor("it on disk", async () => (await stored(first)) === "verbale");
  ada.provider.destroy();
  await first.hub.close();
  const second = { ...(await openStage({ db: first.db })), documentId: first.documentId };
  await join(second, "bruno").reads("verbale");
});

test("content becomes shared state once, inside the transaction that creates the document", async () => {
  const stage = await openStage();
  const create = (fail: boolean) =>
    stage.db.tx(async (tx) => {
      const fill = (doc: Y.Doc) => doc.getText("default").insert(0, "Ordine del giorno");
      await createDocument(tx, { documentId: "verbale", at: NOW, who: who("ada"), fill });
      if (fail) throw new Error("the rest of the use-case failed");
    });
  await expect(create(true)).rejects.toThrow("the rest");
  expect(await stage.hub.readDocument("verbale")).toBeUndefined();
  await create(false);
  await expect(create(false)).rejects.toThrow();
  const text = await stored({ hub: stage.hub, documentId: "verbale" });
  expect(text).toBe("Ordine del giorno");
  await join({ ...stage, documentId: "verbale" }, "bruno").reads("Ordine del giorno");
});

test("compaction makes deleted text really disappear and changes nothing else", async () => {
  const stage = await openStage({ timing: { idle: 20 } });
  const ada = join(stage, "ada");
  await ada.synced();
  ada.text.insert(0, "parola segreta");
  ada.text.delete(0, 7);
  ada.text.insert(0, "ora ");
  await waitFor("it on disk", async () => (await stored(stage)) === "ora segreta");
  ada.text.delete(0, ada.text.length);
  ada.text.insert(0, "pulito");
  await waitFor("it on disk", async () => (await stored(stage)) === "pulito");
  const before = Buffer.from((await stage.hub.readDocument(stage.documentId)) as Uint8Array).toString("latin1");
  expect(before).toContain("segreta");
  ada.provider.destroy();
  await waitFor("a base", async () => (await stage.db.read.select().from(realtimeBases)).length === 1);
  const after = Buffer.from((await stage.hub.readDocument(stage.documentId)) as Uint8Array).toString("latin1");
  expect(after).not.toContain("segreta");
  await join(stage, "bruno").reads("pulito");
});

test("a busy document is compacted while people write, and the log rows stay", async () => {
  const stage = await openStage({ limits: { pointsPerSecond: 100_000 } });
  const ada = join(stage, "ada");
  const bruno = join(stage, "bruno");
  await Promise.all([ada.synced(), bruno.synced()]);
  for (let i = 0; i < 40; i++) ada.text.insert(ada.text.length, "parole ".repeat(1000));
  await waitFor("a compaction", () => stage.hub.stats().compactions > 0);
  ada.text.insert(0, "fine ");
  await bruno.reads(ada.text.toString());
  expect(await stored(stage)).toBe(ada.text.toString());
  const [document] = await stage.db.read
    .select()
    .from(realtimeDocuments)
    .where(eq(realtimeDocuments.id, stage.documentId));
  expect(await rowsOf(stage)).toHaveLength(document?.headSeq ?? -1);
});

test("a damaged base is rebuilt from the log, and one damaged row costs that row only", async () => {
  const stage = await openStage({ timing: { idle: 10 } });
  const ada = await connect(stage, "ada");
  const doc = new Y.Doc();
  for (const word of ["tre ", "due ", "uno "]) {
    ada.send(writeUpdate(typed(doc, word)));
    ada.send(writeBarrier(word.length));
    await ada.hears("barrier");
    ada.heard.length = 0;
  }
  ada.socket.close();
  const base = eq(realtimeBases.documentId, stage.documentId);
  await waitFor("a base", async () => (await stage.db.read.select().from(realtimeBases).where(base)).length === 1);
  await stage.db.tx(async (tx) => {
    await tx
      .update(realtimeBases)
      .set({ state: Buffer.from([1, 2, 3]) })
      .where(base);
  });
  expect(await stored(stage)).toBe("uno due tre ");
  expect(stage.log.errors).toContain("A stored base is damaged; rebuilding from the log");
  await stage.db.tx(async (tx) => {
    const last = and(eq(realtimeUpdates.documentId, stage.documentId), eq(realtimeUpdates.seq, 3));
    await tx
      .update(realtimeUpdates)
      .set({ bytes: Buffer.from([9, 9, 9]) })
      .where(last);
  });
  await join(stage, "bruno").reads("due tre ");
});
