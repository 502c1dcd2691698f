// SPDX-License-Identifier: AGPL-3.0-or-later
import { onTestFinished, expect, test } from "vitest";
import * as Y from "yjs";
import { authorshipOf, listThreads, listVersions, lockAware, lockDocument, nameVersion, openThread, readDocumentContent, restoreVersion } from "~/documents/index.server";
import { listEntries } from "~/journal/index.server";
import { attachRealtime, databaseStore } from "~realtime/index.server";
import { later, tableWithText } from "./scene";

const quiet = { info() {}, warn() {}, error() {} };

const three = ["Le famiglie chiedono orari più lunghi.", "Il centro apre anche il sabato mattina.", "Servono due educatori in più."];

/** A table with a text of three paragraphs, a version of it, and the realtime server. */
async function versioned() {
  const scene = await tableWithText(three.map((text) => ({ type: "paragraph", text })));
  const { db, documentId, member } = scene;
  const hub = attachRealtime(null, { admit: async () => ({ ok: false, code: 4401, reason: "nobody" }), store: lockAware(db, databaseStore(db, quiet)), originAllowed: () => true, log: quiet, clock: () => later(30) });
  onTestFinished(() => hub.close());
  const { number } = await nameVersion(member.ctx, { documentId, name: "Prima", reason: "Prova" });
  const text = async () => (await readDocumentContent({ db }, documentId)).text;
  const ids = async () => (await readDocumentContent({ db }, documentId)).json.content?.map(({ attrs }) => attrs?.id as string);
  const change = (words: RegExp | string, instead: string, voice = scene.lead) =>
    scene.edit(voice, later(5), (fragment) => {
      for (const node of fragment.toArray() as Y.XmlElement[]) {
        const line = node.get(0) as Y.XmlText | undefined;
        const at = line?.toString().search(words) ?? -1;
        const length = typeof words === "string" ? words.length : (line?.toString().match(words)?.[0].length ?? 0);
        if (line && at >= 0) {
          line.delete(at, length);
          line.insert(at, instead);
        }
      }
    });
  return { ...scene, hub, number, text, ids, change };
}

test("a restore changes only what differs; ids, comments and authors keep their place, and it is told with its reason", async () => {
  const { db, hub, member, lead, documentId, number, text, ids, change } = await versioned();
  const before = await ids();
  await openThread(member.ctx, { documentId, text: "Quali sabati?", place: { blockId: before?.[1] ?? null, offset: 20, quote: "sabato", before: "", after: "" } });
  await change("sabato mattina", "domenica");
  await change("due educatori", "tre educatori");
  const bytes = (await hub.readDocument(documentId))?.length ?? 0;
  const { before: kept } = await restoreVersion(lead.ctx, hub, { documentId, number, reason: "Il tavolo ha deciso così" });
  expect(await text()).toBe(three.join("\n"));
  expect(await ids()).toEqual(before);
  expect(((await hub.readDocument(documentId))?.length ?? 0) - bytes, "bytes that the restore added").toBeLessThan(150);
  const { open } = await listThreads(member.ctx, documentId);
  expect(open).toMatchObject([{ anchor: { quote: "sabato" } }]);
  const { versions } = await listVersions(member.ctx, documentId);
  expect(versions[0]).toMatchObject({ number: kept, cause: "restore", reason: "Il tavolo ha deciso così", by: { body: "Direzione" } });
  const [act] = await listEntries({ db }, { act: "document.restored", limit: 1 });
  expect(act).toMatchObject({ subjectId: documentId, data: { number, before: kept } });
});

test("words come back to who wrote them, not to who restores", async () => {
  const { hub, member, lead, documentId, write, text } = await versioned();
  await write(member, "Una frase della cooperativa, lunga abbastanza.", later(2));
  const second = await nameVersion(member.ctx, { documentId, name: "Dopo", reason: "Prova" });
  await write(lead, "", later(3), { remove: "Una frase della cooperativa, lunga abbastanza." });
  await restoreVersion(lead.ctx, hub, { documentId, number: second.number, reason: "Non andava tolta" });
  expect(await text()).toContain("Una frase della cooperativa");
  const { contributions } = await authorshipOf(member.ctx, documentId);
  expect(contributions.find(({ body, initial }) => body === "Cooperativa" && !initial)).toMatchObject({ letters: 46 });
  expect(contributions.some(({ body, initial }) => body === "Direzione" && !initial)).toBe(false);
});

test("is undone by restoring what was kept just before it, block names included", async () => {
  const { hub, lead, documentId, number, ids, text, edit, change } = await versioned();
  await edit(lead, later(4), (fragment) => fragment.delete(0, 1));
  await change("due educatori", "tre educatori");
  const [named, said] = [await ids(), await text()];
  const { before } = await restoreVersion(lead.ctx, hub, { documentId, number, reason: "Torniamo indietro" });
  expect(await text()).toBe(three.join("\n"));
  await restoreVersion(lead.ctx, hub, { documentId, number: before, reason: "Andava bene prima" });
  expect([await ids(), await text()]).toEqual([named, said]);
});

test("what somebody writes at the same time elsewhere in the text stays", async () => {
  const { hub, member, lead, documentId, number, shared, store, text, change } = await versioned();
  await change("sabato mattina", "domenica");
  const copy = await shared();
  await restoreVersion(lead.ctx, hub, { documentId, number, reason: "Prova" });
  const vector = Y.encodeStateVector(copy);
  const last = copy.getXmlFragment("default").get(2) as Y.XmlElement;
  (last.get(0) as Y.XmlText).insert(0, "Subito: ");
  await store.append([{ documentId, at: later(31), who: member.actor, connectionId: "test", kind: "update", bytes: Y.encodeStateAsUpdate(copy, vector), binds: [copy.clientID] }]);
  expect(await text()).toBe([three[0], three[1], `Subito: ${three[2]}`].join("\n"));
});

test("is refused when there is nothing to bring back, to who may not write, and while the text is locked", async () => {
  const { hub, observer, stranger, lead, documentId, number, change } = await versioned();
  const restore = (ctx: typeof lead.ctx) => restoreVersion(ctx, hub, { documentId, number, reason: "Prova" });
  await expect(restore(lead.ctx)).rejects.toMatchObject({ details: { because: "documents.versions.restore.same" } });
  await change("sabato", "lunedì");
  await expect(restore(observer.ctx)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(restore(stranger.ctx)).rejects.toMatchObject({ kind: "missing" });
  await lockDocument(lead.ctx, { documentId, reason: "documents.access.voting" });
  await expect(restore(lead.ctx)).rejects.toMatchObject({ kind: "forbidden", details: { because: "documents.access.voting" } });
});
