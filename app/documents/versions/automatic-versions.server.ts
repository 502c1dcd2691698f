// SPDX-License-Identifier: AGPL-3.0-or-later
import { aliasedTable, and, asc, desc, eq, gt, lte, notInArray, or, sql } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { type Database, one } from "~db/client.server";
import { documents, documentVersions } from "~db/documents/schema";
import { realtimeDocuments, realtimeUpdates } from "~db/realtime/schema";
import { prepareVersion } from "./prepare-version.server";
import { storeVersion } from "./store-version.server";

/** Writing that goes on this long is kept as a version. */
export const ACTIVITY_MS = 10 * 60_000;
/** A document everybody has left is kept once it has been still this long: who reloads the page is not gone. */
export const DEPARTURE_MS = 60_000;
/** Documents of one round; the rest waits for the next, so that a round stays short. */
const ROUND = 20;
const ROUND_EVERY_MS = 30_000;

type Round = Pick<Ctx, "db" | "now"> & {
  /** Documents that somebody has open. */
  open: string[];
};

/**
 * One round of automatic versions: of the documents whose log has grown, it keeps those written for ten minutes and those
 * everybody has left, when their text is not the one already kept. All it needs is in the database: a restart forgets
 * nothing. Answers how many versions it made.
 */
export async function keepAutomaticVersions(round: Round): Promise<number> {
  let made = 0;
  for (const { id, cause } of await due(round)) if (await keep(round, id, cause)) made++;
  return made;
}

async function due({ db, now, open }: Round): Promise<{ id: string; cause: "activity" | "departure" }[]> {
  const first = aliasedTable(realtimeUpdates, "first_new");
  const last = aliasedTable(realtimeUpdates, "last_new");
  const left = new Date(now.getTime() - DEPARTURE_MS);
  const rows = await db.read
    .select({ id: documents.id, lastAt: last.at })
    .from(documents)
    .innerJoin(realtimeDocuments, eq(realtimeDocuments.id, documents.id))
    // the first row of a document is its first content: no change
    .innerJoin(first, and(eq(first.documentId, documents.id), eq(first.seq, sql`case when ${documents.versionedSeq} < 1 then 2 else ${documents.versionedSeq} + 1 end`)))
    .innerJoin(last, and(eq(last.documentId, documents.id), eq(last.seq, realtimeDocuments.headSeq)))
    .where(
      and(
        gt(realtimeDocuments.headSeq, documents.versionedSeq),
        or(lte(first.at, new Date(now.getTime() - ACTIVITY_MS)), and(lte(last.at, left), open.length > 0 ? notInArray(documents.id, open) : undefined)),
      ),
    )
    .orderBy(asc(first.at))
    .limit(ROUND);
  return rows.map(({ id, lastAt }) => ({ id, cause: lastAt <= left && !open.includes(id) ? "departure" : "activity" }));
}

async function keep({ db, now }: Round, documentId: string, cause: "activity" | "departure"): Promise<boolean> {
  const prepared = await prepareVersion({ db, now }, documentId);
  return db.tx(async (tx) => {
    const kept = tx.select({ sha256: documentVersions.sha256 }).from(documentVersions).where(eq(documentVersions.documentId, documentId));
    const last = one(await kept.orderBy(desc(documentVersions.number)).limit(1));
    if (last?.sha256 === prepared.sha256) {
      await tx.update(documents).set({ versionedSeq: prepared.seq }).where(eq(documents.id, documentId));
      return false;
    }
    await storeVersion(tx, { actor: null, now }, prepared, { kind: "automatic", cause });
    return true;
  });
}

/** Runs rounds every half minute until stopped, one at a time. `openNow` says which documents somebody has open. */
export function startAutomaticVersions(db: Database, needs: { clock: () => Date; openNow: () => string[]; onError: (failure: unknown) => void }): { stop(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  let busy = false;
  const timer = setInterval(() => {
    if (busy) return;
    busy = true;
    running = keepAutomaticVersions({ db, now: needs.clock(), open: needs.openNow() })
      .catch(needs.onError)
      .finally(() => (busy = false));
  }, ROUND_EVERY_MS);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await running;
    },
  };
}

