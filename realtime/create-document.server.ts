// SPDX-License-Identifier: AGPL-3.0-or-later
import * as Y from "yjs";
import type { Db } from "~db/client.server";
import { realtimeBases, realtimeDocuments } from "~db/realtime/schema";
import { summarise } from "./compaction";
import type { Who } from "./ports";
import { append, baseRow } from "./store.server";

/** Bytes from which the first content is stored as a base too, so that opening it does not take it apart. */
const LARGE = 32 * 1024;

export type FirstContent = {
  documentId: string;
  at: Date;
  who: Pick<Who, "personId" | "organisationId" | "sessionId">;
  /** Writes the initial text into an empty document; omit for an empty one. Synchronous and free of side effects. */
  fill?: (document: Y.Doc) => void;
};

/**
 * Makes a document live inside the caller's transaction: its initial content becomes the first row of the log, exactly
 * once. This is the only place where content turns into shared state; a second call for the same id fails with a
 * uniqueness error. Until it was called, nobody can open the document.
 */
export async function createDocument(tx: Db, { documentId, at, who, fill }: FirstContent): Promise<void> {
  await tx.insert(realtimeDocuments).values({ id: documentId, epoch: 1, headSeq: 0, createdAt: at });
  if (!fill) return;
  const document = new Y.Doc();
  try {
    document.transact(() => fill(document));
    const bytes = Y.encodeStateAsUpdate(document);
    await append(tx, [
      { documentId, at, who, connectionId: "creation", kind: "creation", bytes, binds: [document.clientID] },
    ]);
    if (bytes.length < LARGE) return;
    await tx.insert(realtimeBases).values({ documentId, ...baseRow({ seq: 1, at, state: bytes, summary: summarise(bytes) }) });
  } finally {
    document.destroy();
  }
}
