// SPDX-License-Identifier: AGPL-3.0-or-later
import * as Y from "yjs";
import { lockAware } from "~/documents/index.server";
import { databaseStore } from "~realtime/index.server";
import type { Database } from "~db/client.server";
import type { Voice } from "~tests/harness";

const quiet = { info() {}, warn() {}, error() {} };

/** Adds a paragraph at the end of a shared document, as the person's editor would and through the same store. */
export async function storeText(db: Database, documentId: string, { actor }: Pick<Voice, "actor">, words: string, now = new Date("2026-03-10T09:30:00Z")): Promise<void> {
  const store = lockAware(db, databaseStore(db, quiet));
  const stored = await store.load(documentId);
  if (!stored) throw new Error(`No text under ${documentId}`);
  const shared = new Y.Doc();
  if (stored.base) Y.applyUpdate(shared, stored.base);
  for (const { bytes } of stored.updates) Y.applyUpdate(shared, bytes);
  const before = Y.encodeStateVector(shared);
  const paragraph = new Y.XmlElement("paragraph");
  paragraph.insert(0, [new Y.XmlText(words)]);
  const fragment = shared.getXmlFragment("default");
  fragment.insert(fragment.length, [paragraph]);
  const { personId, organisationId, sessionId } = actor;
  await store.append([
    { documentId, at: now, who: { personId, organisationId, sessionId }, connectionId: "test", kind: "update", bytes: Y.encodeStateAsUpdate(shared, before), binds: [shared.clientID] },
  ]);
}
