// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, gt, lte } from "drizzle-orm";
import type { Database } from "~db/client.server";
import { RECOVERY_MS } from "~db/epochs.server";
import { realtimeEpochs as epochs, realtimeSetAside as aside, realtimeUpdates as updates } from "~db/realtime/schema";
import { leaveOut } from "~realtime/index.server";
import type { LogRow } from "./sittings";

/** The rows of a document's log after `after`, up to and including `upTo`, as they count: what was set aside is left out. */
export async function readLog({ read }: Pick<Database, "read">, documentId: string, { after = 0, upTo = Number.MAX_SAFE_INTEGER } = {}): Promise<LogRow[]> {
  const rows = await read
    .select()
    .from(updates)
    .where(and(eq(updates.documentId, documentId), gt(updates.seq, after), lte(updates.seq, upTo)))
    .orderBy(asc(updates.seq));
  const left = new Map((await read.select({ seq: aside.seq, reason: aside.reason }).from(aside).where(eq(aside.documentId, documentId))).map(({ seq, reason }) => [seq, reason]));
  const replaced = await read.select({ afterSeq: epochs.afterSeq, at: epochs.at }).from(epochs).where(eq(epochs.documentId, documentId));
  const recovering = (seq: number, at: Date) => replaced.some((epoch) => seq > epoch.afterSeq && at.getTime() < epoch.at.getTime() + RECOVERY_MS);
  return rows
    .filter(({ seq }) => left.get(seq) !== "damaged")
    .map(({ seq, at, personId, organisationId, sessionId, kind, bytes }) => ({
      seq, personId, organisationId, sessionId, kind,
      at: at.getTime(),
      recovering: recovering(seq, at),
      bytes: left.has(seq) ? leaveOut(bytes) : bytes,
    }));
}
