// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "~db/client.server";
import { documents } from "~db/documents/schema";
import { databaseStore, type Log, logStore, NotTaken, type OpenStore, type Store } from "~realtime/index.server";

const locked = (which: SQL) => and(which, isNotNull(documents.lockedAt), isNull(documents.lockLiftedAt));

/**
 * Where shared texts are kept: on SQLite a thread writes them, elsewhere the door. Either looks the lock up in the very
 * transaction that would add something.
 */
export function openTextStore(db: Database, log: Log): OpenStore {
  if (!db.file) return { ...lockAware(db, databaseStore(db, log)), close: async () => {} };
  const one = locked(eq(documents.id, sql.placeholder("id")));
  const { sql: sealed } = db.read.select({ id: documents.id }).from(documents).where(one).toSQL();
  return logStore(db, log, { sealed });
}

/** The store, refusing to add to a document that is locked: looked up in the very transaction that would add. */
export function lockAware(db: Database, store: Store): Store {
  return {
    ...store,
    append: (batch) =>
      db.tx(async (tx) => {
        const ids = [...new Set(batch.map(({ documentId }) => documentId))];
        const found = await tx.select({ id: documents.id }).from(documents).where(locked(inArray(documents.id, ids)));
        if (found.length > 0) throw new NotTaken("sealed");
        return store.append(batch);
      }),
  };
}

/** At the start of the house: a lock that was lifted for one change when the house fell holds again. */
export async function closeLiftedLocks({ db }: { db: Database }): Promise<void> {
  await db.tx((tx) => tx.update(documents).set({ lockLiftedAt: null }).where(isNotNull(documents.lockLiftedAt)));
}
