// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, gt, inArray } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import type { Db } from "~db/client.server";
import { journalEntries } from "~db/journal/schema";
import { realtimeEpochs as epochs, realtimeSetAside as aside, realtimeUpdates as updates } from "~db/realtime/schema";

type Loss = { act: "document.recovered" | "document.rowSetAside"; documentId: string; seq: number; data: Record<string, unknown> };

/**
 * Writes down in the journal what happened to the rows of shared texts and is not in it yet: rows set aside because they were
 * damaged or could not be shown, and rows with which somebody brought back words of others. The rows themselves are the
 * record, so that what happened before a crash is still found after it. Answers how many acts it wrote.
 */
export function writeDownLosses({ db, now }: Pick<Ctx, "db" | "now">): Promise<number> {
  return db.tx(async (tx) => {
    const found = [...(await setAside(tx)), ...(await recovered(tx))];
    const written = found.length > 0 ? await writtenDown(tx, [...new Set(found.map(({ documentId }) => documentId))]) : new Set();
    const fresh = found.filter((loss) => !written.has(keyOf(loss)));
    for (const { act, documentId, seq, data } of fresh) {
      await record(tx, { actor: null, now }, { act, subject: { kind: "document", id: documentId }, data: { documentId, seq, ...data } });
    }
    return fresh.length;
  });
}

async function setAside(tx: Db): Promise<Loss[]> {
  const rows = await tx
    .select({ documentId: aside.documentId, seq: aside.seq, reason: aside.reason, personId: updates.personId, organisationId: updates.organisationId })
    .from(aside)
    .innerJoin(updates, and(eq(updates.documentId, aside.documentId), eq(updates.seq, aside.seq)));
  return rows.map(({ documentId, seq, ...data }) => ({ act: "document.rowSetAside", documentId, seq, data }));
}

async function recovered(tx: Db): Promise<Loss[]> {
  // only what came after a loss can be such a row
  const rows = await tx
    .selectDistinct({ documentId: updates.documentId, seq: updates.seq, personId: updates.personId, organisationId: updates.organisationId })
    .from(epochs)
    .innerJoin(updates, and(eq(updates.documentId, epochs.documentId), gt(updates.seq, epochs.afterSeq)))
    .where(eq(updates.kind, "recovered"));
  return rows.map(({ documentId, seq, ...data }) => ({ act: "document.recovered", documentId, seq, data }));
}

async function writtenDown(tx: Db, documentIds: string[]): Promise<Set<unknown>> {
  const rows = await tx
    .select({ act: journalEntries.act, documentId: journalEntries.subjectId, data: journalEntries.data })
    .from(journalEntries)
    .where(and(inArray(journalEntries.act, ["document.recovered", "document.rowSetAside"]), eq(journalEntries.subjectKind, "document"), inArray(journalEntries.subjectId, documentIds)));
  return new Set(rows.map(({ act, documentId, data }) => keyOf({ act, documentId, seq: (data as { seq: number }).seq })));
}

const keyOf = ({ act, documentId, seq }: { act: string; documentId: string; seq: number }) => `${act} ${documentId} ${seq}`;
