// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, desc, eq, inArray, lt, type SQL } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { journalEntries } from "~db/journal/schema";

export type JournalEntry = typeof journalEntries.$inferSelect;
type Filter = { subject?: { kind: string; ids: string[] }; act?: string; before?: number; limit: number };

/** Entries from the newest backwards; `before` is a sequence number, for paging. */
export async function listEntries(ctx: Pick<Ctx, "db">, { subject, act, before, limit }: Filter): Promise<JournalEntry[]> {
  const conditions: SQL[] = [];
  if (subject) {
    conditions.push(eq(journalEntries.subjectKind, subject.kind), inArray(journalEntries.subjectId, subject.ids));
  }
  if (act) conditions.push(eq(journalEntries.act, act));
  if (before) conditions.push(lt(journalEntries.seq, before));
  return ctx.db.read
    .select()
    .from(journalEntries)
    .where(and(...conditions))
    .orderBy(desc(journalEntries.seq))
    .limit(limit);
}
