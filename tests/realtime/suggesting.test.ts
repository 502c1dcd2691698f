// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import * as Y from "yjs";
import { realtimeQuarantine, realtimeUpdates } from "~db/realtime/schema";
import type { Admission } from "~realtime/index.server";
import { writeBarrier, writeUpdate } from "~realtime/protocol";
import { waitFor } from "~tests/harness/wait-for";
import { connect, openStage, type Stage, stored, typed, who } from "./stage";

const TEXT_RULES = "tests/realtime/text-rules.ts";

const suggester = (personId: string): Admission => ({ ok: true, access: "suggest", who: who(personId) });

async function openWithText(options: Parameters<typeof openStage>[0] = {}) {
  const stage = await openStage({ textRules: TEXT_RULES, timing: { gather: 1 }, ...options });
  stage.people.sara = suggester("sara");
  await stage.hub.submit(stage.documentId, who("ada"), typed(new Y.Doc(), "testo accettato"));
  return stage;
}

/** The document as somebody who just opened it has it. */
async function copyOf(stage: Stage): Promise<Y.Doc> {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, (await stage.hub.readDocument(stage.documentId)) as Uint8Array);
  return doc;
}

function edit(doc: Y.Doc, change: (text: Y.Text) => void): Uint8Array {
  const before = Y.encodeStateVector(doc);
  doc.transact(() => change(doc.getText("default")));
  return Y.encodeStateAsUpdate(doc, before);
}

test("what somebody suggests in their own name is stored and acknowledged like any text", async () => {
  const stage = await openWithText();
  const sara = await connect(stage, "sara", `${stage.documentId}?p=1`);
  const doc = await copyOf(stage);
  sara.send(writeUpdate(edit(doc, (text) => text.insert(5, " forse", { inserts: "sara" }))));
  sara.send(writeUpdate(edit(doc, (text) => text.format(0, 5, { removes: "sara" }))));
  sara.send(writeBarrier(1));
  await sara.hears("barrier");
  expect(await stored(stage)).toBe("testo forse accettato");
  // and goes on
  sara.send(writeUpdate(edit(doc, (text) => text.insert(11, " no", { inserts: "sara" }))));
  sara.send(writeBarrier(2));
  await sara.hears("barrier", ({ number }) => number === 2);
  expect(await stored(stage)).toBe("testo forse no accettato");
  const rows = await stage.db.read.select().from(realtimeUpdates);
  expect(rows.filter(({ personId }) => personId === "sara").length).toBeGreaterThan(0);
});

test.each<[string, (text: Y.Text) => void]>([
  ["writes into the text itself", (text) => text.insert(0, "di nascosto ")],
  ["deletes accepted text", (text) => text.delete(0, 5)],
  ["suggests in another's name", (text) => text.insert(0, "come Ada ", { inserts: "ada" })],
])("who may only suggest and %s is refused, and must open the document anew", async (_what, change) => {
  const stage = await openWithText();
  const sara = await connect(stage, "sara");
  sara.send(writeUpdate(edit(await copyOf(stage), change)));
  sara.send(writeBarrier(1));
  expect((await sara.hears("denied")).reason).toBe("not-a-suggestion");
  expect((await sara.closed).code).toBe(4410);
  expect(sara.heard.some(({ type }) => type === "barrier")).toBe(false);
  expect(await stored(stage)).toBe("testo accettato");
  const kept = await waitFor("the words kept aside", async () => (await stage.db.read.select().from(realtimeQuarantine))[0]);
  expect(kept).toMatchObject({ personId: "sara", reason: "not-a-suggestion" });
});

test("a suggestion under judgement when the permission ends is not taken", async () => {
  const stage = await openWithText({ timing: { gather: 50 } });
  const sara = await connect(stage, "sara");
  sara.send(writeUpdate(edit(await copyOf(stage), (text) => text.insert(0, "forse ", { inserts: "sara" }))));
  await waitFor("it having arrived", () => stage.hub.stats().received.update === 1);
  stage.people.sara = { ok: false, code: 4403, reason: "no seat" };
  await stage.hub.invalidate({ personIds: ["sara"] });
  expect((await sara.closed).code).toBe(4403);
  await waitFor("the words kept aside", async () => (await stage.db.read.select().from(realtimeQuarantine)).length > 0);
  expect(await stored(stage)).toBe("testo accettato");
});

test("where nobody can judge suggestions, who may only suggest reads", async () => {
  const stage = await openStage();
  stage.people.sara = suggester("sara");
  const sara = await connect(stage, "sara", `${stage.documentId}?p=1`);
  await sara.hears("control", ({ control }) => control.type === "welcome" && control.access === "read");
  sara.send(writeUpdate(typed(new Y.Doc(), "forse")));
  expect((await sara.hears("denied")).reason).toBe("read-only");
});
