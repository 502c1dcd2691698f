// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, countDistinct, desc, eq, gt, max, ne } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { one } from "~db/client.server";
import { documents } from "~db/documents/schema";
import { RECOVERY_MS } from "~db/epochs.server";
import { persons } from "~db/identity/schema";
import { realtimeEpochs as epochs, realtimeSetAside as aside, realtimeUpdates as updates } from "~db/realtime/schema";
import { organisations } from "~db/registry/schema";
import { tendQuarantine } from "../quarantine/policy";

const LISTED = 50;

/**
 * For administrators: whether what was lost may still be brought back, and until when; the rows that brought something back
 * meanwhile, newest first; how many rows of all texts were ever set aside.
 */
export async function readLosses(ctx: Ctx) {
  enforce(tendQuarantine(ctx.actor));
  const { read } = ctx.db;
  // rows that no editor could show are left out, not lost
  const open = and(gt(epochs.at, new Date(ctx.now.getTime() - RECOVERY_MS)), ne(epochs.cause, "unreadable"));
  const loss = one(await read.select({ last: max(epochs.at), texts: countDistinct(epochs.documentId) }).from(epochs).where(open));
  const brought = await read
    .selectDistinct({ documentId: updates.documentId, seq: updates.seq, at: updates.at, title: documents.title, person: persons.label, body: organisations.name })
    .from(epochs)
    .innerJoin(updates, and(eq(updates.documentId, epochs.documentId), gt(updates.seq, epochs.afterSeq), eq(updates.kind, "recovered")))
    .leftJoin(documents, eq(documents.id, updates.documentId))
    .leftJoin(persons, eq(persons.id, updates.personId))
    .leftJoin(organisations, eq(organisations.id, updates.organisationId))
    .where(open)
    .orderBy(desc(updates.at))
    .limit(LISTED);
  const left = await read.$count(aside);
  const until = loss?.last ? new Date(loss.last.getTime() + RECOVERY_MS) : null;
  return { until, texts: loss?.texts ?? 0, brought, setAside: left };
}
