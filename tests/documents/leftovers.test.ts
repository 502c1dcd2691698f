// SPDX-License-Identifier: AGPL-3.0-or-later
import { IDBFactory } from "fake-indexeddb";
import { expect, onTestFinished, test } from "vitest";
import * as Y from "yjs";
import { leftoversOf } from "~/documents/live/leftovers-of";
import { openCopies } from "~realtime/index";

const ME = { personId: "ada", organisationId: "ente", documentId: "verbale" };

async function device() {
  const copies = await openCopies(new IDBFactory());
  onTestFinished(() => copies.close());
  const keep = (epoch: number, rows: [Uint8Array, boolean][]) => copies.write({ ...ME, epoch }, "Verbale", rows.map(([bytes, unsent]) => ({ bytes, unsent })));
  return { copies, keep };
}

/** A text and the updates that made it, one for each of the words. */
function written(...words: string[]) {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on("update", (update: Uint8Array) => updates.push(update));
  for (const word of words) doc.getText("default").insert(doc.getText("default").length, word);
  return updates as [Uint8Array, ...Uint8Array[]];
}

test("after a copy of the data was put back, a device offers what the house has lost, also what had been saved", async () => {
  const { copies, keep } = await device();
  const [yesterday, today, now] = written("ieri ", "oggi ", "adesso") as [Uint8Array, Uint8Array, Uint8Array];
  await keep(1, [[yesterday, false], [today, false], [now, true]]);
  const present = new Y.Doc();
  Y.applyUpdate(present, yesterday);
  expect(await leftoversOf(copies, { ...ME, epoch: 2 }, present)).toMatchObject([{ words: "oggi adesso", why: "restored" }]);
  expect(await copies.list()).toHaveLength(1);
});

test("when all of it has come back by another way, nothing is offered and the old copy goes", async () => {
  const { copies, keep } = await device();
  const updates = written("ieri ", "oggi ");
  await keep(1, updates.map((update) => [update, false]));
  const present = new Y.Doc();
  for (const update of updates) Y.applyUpdate(present, update);
  expect(await leftoversOf(copies, { ...ME, epoch: 2 }, present)).toEqual([]);
  expect(await copies.list()).toEqual([]);
});

test("when the text was replaced on purpose only words that were never sent are offered", async () => {
  const { copies, keep } = await device();
  const [sent, unsent] = written("tolto apposta ", "mai partito") as [Uint8Array, Uint8Array];
  await keep(1, [[sent, false], [unsent, true]]);
  await keep(3, [[sent, false]]);
  expect(await leftoversOf(copies, { ...ME, epoch: 2 }, null)).toMatchObject([{ words: "mai partito", why: "replaced" }]);
  expect((await copies.list()).map(({ epoch }) => epoch)).toEqual([1]);
});

test("copies of other people, bodies, documents and of the present text are left alone", async () => {
  const { copies, keep } = await device();
  const [words] = written("altrove");
  await keep(2, [[words, true]]);
  for (const other of [{ personId: "bruno" }, { organisationId: "altro" }, { documentId: "altro" }]) {
    await copies.write({ ...ME, ...other, epoch: 1 }, "Altro", [{ bytes: words, unsent: true }]);
  }
  expect(await leftoversOf(copies, { ...ME, epoch: 2 }, new Y.Doc())).toEqual([]);
  expect(await copies.list()).toHaveLength(4);
});
