// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, eq } from "drizzle-orm";
import * as Y from "yjs";
import type { Database } from "~db/client.server";
import { realtimeBindings, realtimeUpdates } from "~db/realtime/schema";
import { databaseStore } from "~realtime/index.server";
import { takeIn } from "~realtime/loading";
import { wholeOf } from "~realtime/state";
import type { Typist } from "./typist";

const silent = { info: () => {}, warn: () => {}, error: () => {} };

/** The document as the disk alone gives it back. */
export async function onDisk(db: Database, documentId: string): Promise<Y.Doc> {
  const found = await databaseStore(db, silent).load(documentId);
  if (!found) throw new Error(`The document ${documentId} is gone`);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, wholeOf(takeIn(found)));
  return doc;
}

const fingerprint = (doc: Y.Doc) => Buffer.from(Y.encodeSnapshot(Y.snapshot(doc))).toString("hex");

/** How many of the updates say something that the document does not have. */
export function missingIn(doc: Y.Doc, updates: Uint8Array[]): number {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  const before = fingerprint(copy);
  const apply = (those: Uint8Array[]) => copy.transact(() => those.forEach((update) => Y.applyUpdate(copy, update)));
  apply(updates);
  const complete = fingerprint(copy) === before && copy.store.pendingStructs === null && copy.store.pendingDs === null;
  copy.destroy();
  return complete ? 0 : Math.max(1, updates.filter((update) => !holds(doc, update)).length);
}

function holds(doc: Y.Doc, update: Uint8Array): boolean {
  return Y.snapshotContainsUpdate(Y.snapshot(doc), update);
}

/** Everything that was promised to or shown to anybody. */
export const promisedTo = (people: Typist[]): Uint8Array[] => people.flatMap(({ acknowledged, seen }) => [...acknowledged, ...seen]);

export const readable = (doc: Y.Doc): string => JSON.stringify(doc.getText("default").toDelta());

/** What the log must look like whatever happened: counted without gaps, every client number its typist's. */
export async function flawsOfLog(db: Database, documentId: string, people: Typist[]): Promise<string[]> {
  const rows = await db.read
    .select({ seq: realtimeUpdates.seq })
    .from(realtimeUpdates)
    .where(eq(realtimeUpdates.documentId, documentId))
    .orderBy(asc(realtimeUpdates.seq));
  const gap = rows.findIndex(({ seq }, i) => seq !== i + 1);
  const bound = await db.read.select().from(realtimeBindings).where(eq(realtimeBindings.documentId, documentId));
  const owners = new Map(people.map(({ doc, name }) => [doc.clientID, name]));
  const wrong = bound.filter(({ client, personId }) => owners.has(client) && owners.get(client) !== personId);
  return [
    ...(gap >= 0 ? [`row ${gap + 1} of the log is missing`] : []),
    ...wrong.map(({ client, personId }) => `number ${client} of ${owners.get(client)} is bound to ${personId}`),
  ];
}
