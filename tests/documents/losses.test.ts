// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { authorshipOf, createDocument, writeDownLosses } from "~/documents/index.server";
import { readLosses } from "~/documents/service/read-losses.server";
import { plainText } from "~/documents/schema/text";
import { readText } from "~/documents/schema/shared-text";
import { listEntries } from "~/journal/index.server";
import type { Problem } from "~/web/problem";
import { realtimeQuarantine } from "~db/realtime/schema";
import { beginEpochs, RECOVERY_MS } from "~db/epochs.server";
import { databaseStore } from "~realtime/index.server";
import { writeBarrier, writeUpdate } from "~realtime/protocol";
import { makeWorld, TODAY, waitFor } from "~tests/harness";
import { connect, openStage } from "~tests/realtime/stage";

const OVER = new Date(TODAY.getTime() + RECOVERY_MS);
const silent = { info() {}, warn() {}, error() {} };

/** A document of which an older copy was put back today, and a second body that brings back a few words of the first. */
async function cityAfterRestore() {
  const world = await makeWorld();
  const [coop, office] = await Promise.all(["Cooperativa", "Direzione"].map(async (name) => world.voice((await world.organisation(name)).id, { label: `Referente ${name}` })));
  if (!coop || !office) throw new Error("two bodies");
  const table = await world.table("Tavolo disabilità");
  for (const voice of [coop, office]) await world.seat(table.id, voice.organisationId, { voices: [voice] });
  const { id: documentId } = await createDocument(coop.ctx, { title: "Verbale", template: "minutes", table });
  await beginEpochs(world.db, TODAY);
  const store = databaseStore(world.db, silent);
  const bring = async (words: string) => {
    const shared = new Y.Doc();
    const paragraph = new Y.XmlElement("paragraph");
    paragraph.insert(0, [new Y.XmlText(words)]);
    shared.getXmlFragment("default").insert(0, [paragraph]);
    const who = { personId: office.personId, organisationId: office.organisationId, sessionId: null };
    await store.append([{ documentId, at: TODAY, who, connectionId: "c", kind: "recovered", bytes: Y.encodeStateAsUpdate(shared), binds: [] }]);
  };
  return { ...world, coop, office, documentId, bring, admin: await world.administrator() };
}

test("a block that no editor of ours knows is left out of the text, and administrators find it among what was not taken", async () => {
  const stage = await openStage({ textRules: "app/documents/schema/text-rules.ts", timing: { examine: 1 } });
  const write = async (name: string, block: string, words: string) => {
    const client = await connect(stage, name);
    const shared = new Y.Doc();
    const element = new Y.XmlElement(block);
    element.insert(0, [new Y.XmlText(words)]);
    shared.getXmlFragment("default").insert(0, [element]);
    client.send(writeUpdate(Y.encodeStateAsUpdate(shared)));
    client.send(writeBarrier(1));
    await client.hears("barrier");
    client.socket.close();
  };
  await write("ada", "paragraph", "Prima.");
  await write("bruno", "giostra", "Non è un paragrafo.");
  await write("ada", "paragraph", "Dopo.");
  const left = () => stage.db.read.select().from(realtimeQuarantine);
  await waitFor("it left out", async () => (await left()).length === 1);
  expect(await left()).toMatchObject([{ personId: "bruno", reason: "unreadable" }]);
  const text = plainText(readText([(await stage.hub.readDocument(stage.documentId)) as Uint8Array]));
  expect(text.split("\n").sort()).toEqual(["Dopo.", "Prima."]);
}, 60_000);

describe("after a loss", () => {
  test("administrators see until when it may be made good, and who brought back what; others see nothing", async () => {
    const { admin, coop, bring } = await cityAfterRestore();
    expect(await readLosses(admin.ctx)).toMatchObject({ until: OVER, texts: 1, brought: [] });
    await bring("Breve.");
    expect((await readLosses(admin.ctx)).brought).toMatchObject([{ title: "Verbale", person: "Referente Direzione", body: "Direzione", at: TODAY }]);
    expect(await readLosses({ ...admin.ctx, now: OVER })).toMatchObject({ until: null, texts: 0, brought: [] });
    await expect(readLosses(coop.ctx)).rejects.toMatchObject({ kind: "forbidden" } satisfies Partial<Problem>);
  });

  test("each row that brought something back is an act, written down once", async () => {
    const { db, bring, documentId, office } = await cityAfterRestore();
    expect(await writeDownLosses({ db, now: TODAY })).toBe(0);
    await bring("Breve.");
    expect(await writeDownLosses({ db, now: TODAY })).toBe(1);
    await bring("E altro.");
    expect(await writeDownLosses({ db, now: TODAY })).toBe(1);
    expect(await writeDownLosses({ db, now: TODAY })).toBe(0);
    const acts = await listEntries({ db }, { act: "document.recovered", limit: 9 });
    expect(acts).toHaveLength(2);
    expect(acts.every(({ subjectId, data, capacity }) => subjectId === documentId && data.personId === office.personId && capacity === "system")).toBe(true);
  });

  test("whose the words are is worked out anew when a row was left out that an earlier working counted", async () => {
    const { db, coop, documentId } = await cityAfterRestore();
    const store = databaseStore(db, silent);
    const who = { personId: coop.personId, organisationId: coop.organisationId, sessionId: null };
    const shared = new Y.Doc();
    const rows: Uint8Array[] = [];
    shared.on("update", (bytes: Uint8Array) => rows.push(bytes));
    const text = new Y.XmlText();
    shared.transact(() => {
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [text]);
      shared.getXmlFragment("default").insert(0, [paragraph]);
    });
    for (let i = 0; i < 60; i++) text.insert(text.length, "parola ");
    const seqs = await store.append(rows.map((bytes) => ({ documentId, at: TODAY, who, connectionId: "c", kind: "update" as const, bytes, binds: [] })));
    const letters = async () => (await authorshipOf(coop.ctx, documentId)).contributions.reduce((sum, each) => sum + each.letters, 0);
    const before = await letters();
    await store.setAside(documentId, { seqs: [seqs.at(-1) as number], at: TODAY, reason: "unreadable" });
    expect(await letters()).toBe(before - "parola ".length);
  });

  test("words brought back are uncertain however few they are", async () => {
    const { admin, bring, documentId, coop } = await cityAfterRestore();
    await bring("Breve.");
    const { contributions } = await authorshipOf({ ...coop.ctx, now: admin.ctx.now }, documentId);
    expect(contributions).toContainEqual(expect.objectContaining({ body: "Direzione", uncertain: true, letters: "Breve.".length }));
  });
});
