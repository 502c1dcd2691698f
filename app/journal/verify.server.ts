// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, gt } from "drizzle-orm";
import type { Db } from "~db/client.server";
import { journalEntries } from "~db/journal/schema";
import { GENESIS } from "./canonical";
import { entryHash } from "./hash.server";

export type Break = { seq: number; kind: "gap" | "link" | "content" };
export type Verdict = { ok: true; entries: number; head: string } | { ok: false; entries: number; break: Break };

const PAGE = 1000;

/**
 * Walks the whole chain and says where it first breaks: `gap` (a row is missing or out of order before this one),
 * `link` (the row does not point to the one before it), `content` (the row was changed after it was written).
 * A chain cut at its end is only seen by comparing `head` with a copy published earlier: pass it as `expectedHead`.
 */
export async function verifyJournal(db: Db, expectedHead?: { seq: number; hash: string }): Promise<Verdict> {
  let previous = { seq: 0, hash: GENESIS };
  let witnessed = expectedHead === undefined;
  for (;;) {
    const page = await db
      .select()
      .from(journalEntries)
      .where(gt(journalEntries.seq, previous.seq))
      .orderBy(asc(journalEntries.seq))
      .limit(PAGE);
    for (const row of page) {
      const fault = faultOf(row, previous);
      if (fault) return { ok: false, entries: previous.seq, break: { seq: row.seq, kind: fault } };
      if (row.seq === expectedHead?.seq && row.hash === expectedHead.hash) witnessed = true;
      previous = row;
    }
    if (page.length < PAGE) break;
  }
  if (!witnessed && expectedHead) {
    const kind = previous.seq < expectedHead.seq ? "gap" : "content";
    return { ok: false, entries: previous.seq, break: { seq: expectedHead.seq, kind } };
  }
  return { ok: true, entries: previous.seq, head: previous.hash };
}

type Row = typeof journalEntries.$inferSelect;

function faultOf(row: Row, previous: { seq: number; hash: string }): Break["kind"] | null {
  if (row.seq !== previous.seq + 1) return "gap";
  if (row.previousHash !== previous.hash) return "link";
  return entryHash({ ...row, at: row.at.getTime() }) === row.hash ? null : "content";
}
