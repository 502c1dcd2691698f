// SPDX-License-Identifier: AGPL-3.0-or-later
/**
 * When the data of the house came back from a copy. What clients kept of the time after the copy belongs to a past that the
 * server does not have: our own pages are turned away with 4410 and offer those words to their author; a plain client
 * cannot be told and sends what it has, others' words included, in its own name.
 */
import { and, eq, gt, sql } from "drizzle-orm";
import type { Database, Db } from "~db/client.server";
import { realtimeBindings as bindings, realtimeDocuments as documents, realtimeRestorations as restorations } from "~db/realtime/schema";

/** To be called once, inside the transaction that ends a restore: every document gets a new epoch. */
export async function noteRestoration(tx: Db, at: Date): Promise<void> {
  await tx.update(documents).set({ epoch: sql`${documents.epoch} + 1` });
  for (const { id, epoch, headSeq } of await tx.select().from(documents)) {
    await tx.insert(restorations).values({ documentId: id, epoch, headSeq, at });
  }
}

/**
 * Client numbers whose author is not sure: they came after a restoration, several in one row, as they do when somebody
 * brings back what others wrote too. Whoever shows who wrote what shows these as "brought by", not as "written by".
 */
export async function uncertainNumbers({ read }: Pick<Database, "read">, documentId: string): Promise<Set<number>> {
  const [first] = await read
    .select({ headSeq: sql<number | null>`min(${restorations.headSeq})`.mapWith((n) => (n === null ? null : Number(n))) })
    .from(restorations)
    .where(eq(restorations.documentId, documentId));
  if (!first || first.headSeq === null) return new Set();
  const later = await read
    .select({ client: bindings.client, firstSeq: bindings.firstSeq })
    .from(bindings)
    .where(and(eq(bindings.documentId, documentId), gt(bindings.firstSeq, first.headSeq)));
  const inRow = new Map<number, number>();
  for (const { firstSeq } of later) inRow.set(firstSeq, (inRow.get(firstSeq) ?? 0) + 1);
  return new Set(later.filter(({ firstSeq }) => (inRow.get(firstSeq) ?? 0) > 1).map(({ client }) => client));
}
