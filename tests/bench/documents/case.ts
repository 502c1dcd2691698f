// SPDX-License-Identifier: AGPL-3.0-or-later
/** A text of a hundred pages that five bodies have written in turns, in some thousand changes, with two versions kept on the way. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as Y from "yjs";
import { nameVersion, plantDocument } from "~/documents/index.server";
import { newBlockId } from "~/documents/schema/block-id";
import type { Actor } from "~/identity";
import type { Ctx } from "~/web/context";
import { openDatabase } from "~db/client.server";
import { newId } from "~db/id";
import { persons } from "~db/identity/schema";
import { organisations } from "~db/registry/schema";
import { databaseStore } from "~realtime/index.server";

const quiet = { info() {}, warn() {}, error() {} };
const BEGIN = Date.parse("2026-03-10T08:00:00Z");
const BODIES = 5;
/** A page of an Italian office has some 2,500 letters. */
const PARAGRAPHS = 620;
const SENTENCES = 8;
const WORDS = "il centro diurno apre ogni mattina e offre ascolto alle famiglie che chiedono orari più lunghi servizi vicini educatori preparati una rete fra enti pubblici e associazioni del quartiere".split(" ");

export async function openCase(say: (sentence: string) => void) {
  const folder = mkdtempSync(join(tmpdir(), "concerto-bench-"));
  const db = await openDatabase({ dataDir: folder });
  const actors: Actor[] = [];
  await db.tx(async (tx) => {
    for (let i = 0; i < BODIES; i++) {
      const [personId, organisationId, createdAt] = [newId(), newId(), new Date(BEGIN)];
      await tx.insert(persons).values({ id: personId, label: `Referente ${i}`, email: `${i}@bench.example`, createdAt, administrator: false });
      await tx.insert(organisations).values({ id: organisationId, slug: `ente-${i}`, name: `Ente ${i}`, kind: "ets", art5Letters: [], territory: { scale: "city", districts: [] }, source: "manual_check", createdAt });
      actors.push({ personId, personLabel: `Referente ${i}`, organisationId, organisationName: `Ente ${i}`, affiliationId: newId(), roleLabel: "", capacity: "delegate", powers: ["read", "write"], administrator: false, sessionId: null });
    }
  });
  const ctx: Ctx = { actor: actors[0] as Actor, now: new Date(BEGIN), db, locale: "it", requestId: newId(), address: "local" };
  const grants = actors.map(({ organisationId }) => ({ organisationId: organisationId as string, access: "write" as const }));
  const { id: documentId } = await plantDocument(ctx, { title: "Programma", template: "blocks", blocks: [{ type: "heading", level: 2, text: "Programma" }], scopeId: newId(), grants });
  const store = databaseStore(db, quiet);
  const stored = await store.load(documentId);
  const shared = new Y.Doc();
  for (const { bytes } of stored?.updates ?? []) Y.applyUpdate(shared, bytes);
  const text = shared.getXmlFragment("default");
  let rows: Parameters<typeof store.append>[0] = [];
  let made = 0;
  const change = (body: number, work: () => void) => {
    const vector = Y.encodeStateVector(shared);
    shared.clientID = 1000 + body;
    let bytes: Uint8Array | null = null;
    const keep = (update: Uint8Array) => (bytes = update);
    shared.on("update", keep);
    shared.transact(work);
    shared.off("update", keep);
    rows.push({ documentId, at: new Date(BEGIN + made++ * 20_000), who: actors[body] as Actor, connectionId: `bench-${body}`, kind: "update", bytes: bytes ?? Y.encodeStateAsUpdate(shared, vector), binds: [shared.clientID] });
  };
  const flush = async () => {
    await store.append(rows);
    rows = [];
  };
  let word = 0;
  const sentence = () => Array.from({ length: 9 }, () => WORDS[(word = (word * 31 + 7) % 9973) % WORDS.length]).join(" ");
  const paragraph = (i: number) => (text.get(i) as Y.XmlElement).get(0) as Y.XmlText;

  say("  writing a hundred pages");
  for (let i = 0; i < PARAGRAPHS; i++) {
    const body = (i * 7) % BODIES;
    change(body, () => {
      const element = new Y.XmlElement(i % 20 === 0 ? "heading" : "paragraph");
      element.setAttribute("id", newBlockId());
      if (i % 20 === 0) element.setAttribute("level", 2 as never);
      element.insert(0, [new Y.XmlText(`${i + 1}. ${sentence()}.`)]);
      text.insert(text.length, [element]);
    });
    if (i % 20 !== 0) for (let n = 1; n < SENTENCES; n++) change(body, () => paragraph(text.length - 1).insert(paragraph(text.length - 1).length, ` ${sentence()}.`));
  }
  await flush();
  const first = await nameVersion({ ...ctx, now: new Date(BEGIN + made * 20_000) }, { documentId, name: "Prima", reason: "Misura" });
  for (let i = 3; i < text.length; i += 6) {
    const body = (i * 3) % BODIES;
    change(body, () => paragraph(i).delete(10, 12));
    change(body, () => paragraph(i).insert(30, ` (${sentence()})`));
    if (i % 4 === 1) change(body, () => text.delete(i, 1));
  }
  await flush();
  const second = await nameVersion({ ...ctx, now: new Date(BEGIN + made * 20_000) }, { documentId, name: "Seconda", reason: "Misura" });
  return {
    db, ctx, documentId, store, changes: made,
    versions: [first.number, second.number] as const,
    state: Y.encodeStateAsUpdate(shared),
    async close() {
      shared.destroy();
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Case = Awaited<ReturnType<typeof openCase>>;
