// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { authorshipOf, nameVersion } from "~/documents/index.server";
import { beginEpochs } from "~db/epochs.server";
import { documentAttributions } from "~db/documents/schema";
import { organisations } from "~db/registry/schema";
import { later, tableWithText } from "../scene";

const sums = (found: Awaited<ReturnType<typeof authorshipOf>>) => found.contributions.map(({ body, initial, letters }) => [body, initial, letters]);

test("the shares of the bodies come from the log, now and in each version", async () => {
  const { member, lead, observer, documentId, write } = await tableWithText([{ type: "heading", level: 2, text: "Bisogni" }]);
  await write(member, "Orari più lunghi.", later(1));
  const { number } = await nameVersion(member.ctx, { documentId, name: "Prima", reason: "Prova" });
  await write(lead, "Anche il sabato.", later(90));
  const now = await authorshipOf(observer.ctx, documentId);
  expect(sums(now)).toEqual([["Cooperativa", false, 17], ["Direzione", false, 16], ["Direzione", true, 7]]);
  expect(now.contributions[1]).toMatchObject({ share: 16 / 40, parts: [{ words: "Bisogni" }], firstAt: later(90), lastAt: later(90) });
  const then = await authorshipOf(observer.ctx, documentId, number);
  expect(sums(then)).toEqual([["Cooperativa", false, 17], ["Direzione", true, 7]]);
  expect(then.authorship.seq).toBe(2);
  expect(then.sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("a body is the one spoken for when the words were written, by the name it has", async () => {
  const { db, member, documentId, write, world } = await tableWithText().then((scene) => ({ ...scene, world: scene }));
  await write(member, "Scritto allora.", later(1));
  const other = await world.voice((await world.organisation("Altra cooperativa")).id, { personId: member.personId });
  await world.seat(world.table.id, other.organisationId, { voices: [other] });
  await write(other, "Scritto poi.", later(2));
  await db.tx((tx) => tx.update(organisations).set({ name: "Cooperativa Nuova" }).where(eq(organisations.id, member.organisationId)));
  expect(sums(await authorshipOf(member.ctx, documentId))).toEqual([["Cooperativa Nuova", false, 15], ["Altra cooperativa", false, 12]]);
});

test("what is brought in whole after a copy was put back is uncertain, for three days", async () => {
  const { db, member, lead, documentId, write } = await tableWithText();
  await write(lead, "Scritto prima della copia.", later(1));
  await beginEpochs(db, later(10));
  const found = "Una frase che la copia non aveva più.";
  await write(member, found, later(20));
  await write(member, "Una frase scritta quattro giorni dopo.", later(4 * 24 * 60));
  const { contributions } = await authorshipOf(member.ctx, documentId);
  expect(contributions.map(({ body, uncertain, letters }) => [body, uncertain, letters])).toEqual([["Cooperativa", false, 38], ["Cooperativa", true, found.length], ["Direzione", false, 26]]);
});

test("is shown to whoever sees the history, and to nobody else", async () => {
  const { stranger, nobody, member, documentId } = await tableWithText();
  await expect(authorshipOf(stranger.ctx, documentId)).rejects.toMatchObject({ kind: "missing" });
  await expect(authorshipOf(nobody, documentId)).rejects.toMatchObject({ kind: "missing" });
  await expect(authorshipOf(member.ctx, documentId, 7)).rejects.toMatchObject({ kind: "missing" });
});

test("a long log is read in a thread, once: then only what is new", async () => {
  const { db, member, lead, documentId, shared, store, write } = await tableWithText();
  await write(member, "A", later(1));
  const doc = await shared();
  const text = (doc.getXmlFragment("default").get(doc.getXmlFragment("default").length - 1) as Y.XmlElement).get(0) as Y.XmlText;
  const batch = Array.from({ length: 320 }, (_, i) => {
    const { actor } = i % 2 ? member : lead;
    const before = Y.encodeStateVector(doc);
    doc.clientID = i % 2 ? 1001 : 1002;
    text.insert(text.length, `${i % 10}`);
    return { documentId, at: later(2 + i), who: actor, connectionId: "test", kind: "update" as const, bytes: Y.encodeStateAsUpdate(doc, before), binds: [doc.clientID] };
  });
  await store.append(batch);
  expect(sums(await authorshipOf(member.ctx, documentId))).toEqual([["Cooperativa", false, 161], ["Direzione", false, 160]]);
  const [kept] = await db.read.select({ seq: documentAttributions.seq }).from(documentAttributions).where(eq(documentAttributions.documentId, documentId));
  expect(kept?.seq).toBe(322);
  await write(lead, "Poi.", later(400));
  expect(sums(await authorshipOf(member.ctx, documentId))).toEqual([["Direzione", false, 164], ["Cooperativa", false, 161]]);
});
