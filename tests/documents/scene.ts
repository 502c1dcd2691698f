// SPDX-License-Identifier: AGPL-3.0-or-later
/** A table with a text, and people who write in it through the log as their editors would. */
import * as Y from "yjs";
import { createDocument } from "~/documents/index.server";
import type { Block } from "~/documents/schema/blocks";
import { databaseStore } from "~realtime/index.server";
import { makeWorld, TODAY, type Voice } from "~tests/harness";

const quiet = { info() {}, warn() {}, error() {} };

/** So many minutes after the beginning. */
export const later = (minutes: number) => new Date(TODAY.getTime() + minutes * 60_000);

export async function tableWithText(blocks: Block[] = [], template: "proposal" | "blocks" = "proposal") {
  const world = await makeWorld();
  const body = async (name: string) => world.voice((await world.organisation(name)).id, { label: `Referente ${name}` });
  const [lead, member, observer, stranger] = [await body("Direzione"), await body("Cooperativa"), await body("Ateneo"), await body("Associazione")];
  const table = await world.table("Tavolo disabilità");
  await world.seat(table.id, lead.organisationId, { role: "coordinator", voices: [lead] });
  await world.seat(table.id, member.organisationId, { voices: [member] });
  await world.seat(table.id, observer.organisationId, { role: "observer", voices: [observer] });
  const { id: documentId } = await createDocument(lead.ctx, { title: "Proposta", template, table, blocks });
  const store = databaseStore(world.db, quiet);

  /** The shared text as stored. */
  async function shared(): Promise<Y.Doc> {
    const stored = await store.load(documentId);
    const doc = new Y.Doc();
    for (const bytes of [...(stored?.base ? [stored.base] : []), ...(stored?.updates.map((row) => row.bytes) ?? [])]) Y.applyUpdate(doc, bytes);
    return doc;
  }

  /** Sends to the log what somebody changed. */
  async function edit({ actor }: Voice, at: Date, change: (fragment: Y.XmlFragment, doc: Y.Doc) => void): Promise<number> {
    const doc = await shared();
    const before = Y.encodeStateVector(doc);
    let bytes = Y.encodeStateAsUpdate(doc, before);
    doc.on("update", (update: Uint8Array) => (bytes = update));
    doc.transact(() => change(doc.getXmlFragment("default"), doc));
    const { personId, organisationId, sessionId } = actor;
    const [seq] = await store.append([{ documentId, at, who: { personId, organisationId, sessionId }, connectionId: "test", kind: "update", bytes, binds: [doc.clientID] }]);
    return seq as number;
  }

  /** Adds a paragraph at the end, or takes away the one that says `remove`. */
  const write = (voice: Voice, words: string, at: Date, { remove }: { remove?: string } = {}) =>
    edit(voice, at, (fragment) => {
      if (remove !== undefined) {
        const i = fragment.toArray().findIndex((node) => node instanceof Y.XmlElement && (node.get(0) as Y.XmlText | undefined)?.toString() === remove);
        fragment.delete(i, 1);
        return;
      }
      const paragraph = new Y.XmlElement("paragraph");
      paragraph.insert(0, [new Y.XmlText(words)]);
      fragment.insert(fragment.length, [paragraph]);
    });

  return { ...world, lead, member, observer, stranger, table, documentId, store, shared, edit, write };
}
