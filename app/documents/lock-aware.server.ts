// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, inArray, isNotNull } from "drizzle-orm";
import type { Database } from "~db/client.server";
import { documents } from "~db/documents/schema";
import { NotTaken, type Store } from "~realtime/index.server";

/** The store, refusing to add to a document that is locked: looked up in the very transaction that would add. */
export function lockAware(db: Database, store: Store): Store {
  return {
    ...store,
    append: (batch) =>
      db.tx(async (tx) => {
        const ids = [...new Set(batch.map(({ documentId }) => documentId))];
        const locked = await tx.select({ id: documents.id }).from(documents).where(and(inArray(documents.id, ids), isNotNull(documents.lockedAt)));
        if (locked.length > 0) throw new NotTaken("sealed");
        return store.append(batch);
      }),
  };
}
