// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { Database } from "./client.server";
import { realtimeDocuments, realtimeEpochs } from "./realtime/schema";

/** So long after the past of a document was replaced people may bring back what was lost with it. */
export const RECOVERY_MS = 72 * 3_600_000;

/**
 * Begins a new epoch of every live document: its past was replaced by a copy. Devices that hold more than the copy knows
 * offer it to their owners instead of merging it, and attribution calls uncertain what is brought back whole.
 */
export async function beginEpochs(db: Database, at: Date): Promise<void> {
  await db.tx(async (tx) => {
    for (const { id, epoch, headSeq } of await tx.select().from(realtimeDocuments)) {
      await tx.update(realtimeDocuments).set({ epoch: epoch + 1 }).where(eq(realtimeDocuments.id, id));
      await tx.insert(realtimeEpochs).values({ documentId: id, epoch: epoch + 1, afterSeq: headSeq, at, cause: "restored" });
    }
  });
}
