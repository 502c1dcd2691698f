// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, gte, lt, lte } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { documentAttributions as attributions } from "~db/documents/schema";
import { realtimeDocuments, realtimeSetAside as aside } from "~db/realtime/schema";
import type { Authorship } from "./authorship";
import { askAttribution } from "./desk.server";
import { readLog } from "./read-log.server";
import type { Sitting } from "./sittings";

/** So many new rows are worth keeping what was worked out. */
const WORTH_KEEPING = 50;

export type Attribution = {
  authorship: Authorship;
  /** Who was at work when, oldest first. */
  sittings: Sitting[];
  /** For editors: by Yjs client, clock, length and contributor in turn. */
  letters: [client: number, triples: number[]][];
};

/**
 * Whose the text is after row `seq` of the log, or as stored now. Goes on from what was worked out before where it can,
 * and keeps the new working when it was worth it. Asks nobody's permission; never call it inside a transaction. Throws
 * `missing` when there is no text.
 */
export async function attributionAt({ db, now }: Pick<Ctx, "db" | "now">, documentId: string, seq?: number): Promise<Attribution> {
  const live = one(await db.read.select({ head: realtimeDocuments.headSeq }).from(realtimeDocuments).where(eq(realtimeDocuments.id, documentId)));
  if (!live) throw problem("missing");
  const wanted = Math.min(seq ?? live.head, live.head);
  const found = one(await db.read.select().from(attributions).where(eq(attributions.documentId, documentId)));
  const outdated = found !== undefined && (await leftOutSince(db, found));
  const kept = found && !outdated && found.seq <= wanted ? found : null;
  const rows = await readLog(db, documentId, { after: kept?.seq ?? 0, upTo: wanted });
  const keep = rows.length >= WORTH_KEEPING && (outdated || wanted > (found?.seq ?? 0));
  const { authorships, letters, sittings, kept: made } = await askAttribution({ kept: kept && { state: kept.state, ledger: kept.ledger }, rows, stops: [], keep });
  if (made) {
    const row = { seq: made.seq, at: now, state: Buffer.from(made.state), ledger: Buffer.from(made.ledger) };
    await db.tx(async (tx) => {
      await tx.insert(attributions).values({ documentId, ...row }).onConflictDoUpdate({ target: attributions.documentId, set: row, setWhere: outdated ? undefined : lt(attributions.seq, made.seq) });
    });
  }
  return { authorship: authorships.at(-1) as Authorship, letters, sittings };
}

/** Whether rows that a working was made of have been left out of the text since. */
async function leftOutSince({ read }: Ctx["db"], { documentId, seq, at }: Pick<typeof attributions.$inferSelect, "documentId" | "seq" | "at">): Promise<boolean> {
  return (await read.$count(aside, and(eq(aside.documentId, documentId), lte(aside.seq, seq), gte(aside.at, at)))) > 0;
}
