// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, desc, eq, inArray, lt, notInArray, type SQL } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { journalEntries } from "~db/journal/schema";

export type JournalEntry = typeof journalEntries.$inferSelect;
type Filter = { subject?: { kind: string; ids: string[] }; act?: string; /** Only these acts. */ only?: readonly string[]; /** All but these. */ without?: readonly string[]; before?: number; limit: number };

/** Entries from the newest backwards; `before` is a sequence number, for paging. */
export async function listEntries(ctx: Pick<Ctx, "db">, { subject, act, only, without, before, limit }: Filter): Promise<JournalEntry[]> {
  const conditions: SQL[] = [];
  if (subject) {
    conditions.push(eq(journalEntries.subjectKind, subject.kind), inArray(journalEntries.subjectId, subject.ids));
  }
  if (act) conditions.push(eq(journalEntries.act, act));
  if (only) conditions.push(inArray(journalEntries.act, [...only]));
  if (without) conditions.push(notInArray(journalEntries.act, [...without]));
  if (before) conditions.push(lt(journalEntries.seq, before));
  return ctx.db.read
    .select()
    .from(journalEntries)
    .where(and(...conditions))
    .orderBy(desc(journalEntries.seq))
    .limit(limit);
}
