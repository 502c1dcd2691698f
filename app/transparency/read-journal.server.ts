// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, desc, eq, inArray, lt, lte, type SQL } from "drizzle-orm";
import { DateTime } from "luxon";
import { z } from "zod";
import type { Ctx } from "~/web/context";
import { ROME } from "~/web/time";
import { one } from "~db/client.server";
import { journalEntries } from "~db/journal/schema";
import { type Names, namesOf } from "./names-of-acts.server";
import { isPublicAct, publicActs } from "~/journal";

/** An entry as anybody may read it. A reserved one keeps its place in the chain and tells nothing else. */
export type PublicEntry =
  | { seq: number; hash: string; previousHash: string; reserved: true }
  | {
      seq: number;
      hash: string;
      previousHash: string;
      reserved: false;
      at: Date;
      act: string;
      subject: { kind: string; id: string };
      /** The body that acted; null when the platform did. */
      body: { name: string; slug: string } | null;
      /** In what capacity; null for acts of a sensitive table, where only the body is told. */
      capacity: string | null;
      /** Public names of what the act is about. */
      names: Names;
    };

/** The filters of the public journal, as they stand in the URL. */
export const JournalFilter = z.object({
  atto: z.enum(publicActs, { message: "transparency.journal.unknownAct" }).or(z.literal("")).optional(),
  oggetto: z.string().regex(/^([a-zA-Z_]+:[\w-]{1,64})?$/, { message: "transparency.journal.unknownSubject" }).optional(),
  prima: z.coerce.number().int().positive().optional(),
  limite: z.coerce.number().int().min(1).max(200).default(50),
});
export type JournalFilter = z.infer<typeof JournalFilter>;

/** The public journal, newest first. `next` is the `prima` of the following page. */
export async function readJournal(ctx: Pick<Ctx, "db">, { atto: act, oggetto: subject, prima: before, limite: limit }: JournalFilter): Promise<{ entries: PublicEntry[]; next: number | null }> {
  const conditions: SQL[] = [];
  if (act) conditions.push(eq(journalEntries.act, act));
  if (subject) {
    const [kind = "", id = ""] = subject.split(":");
    conditions.push(eq(journalEntries.subjectKind, kind), eq(journalEntries.subjectId, id), inArray(journalEntries.act, [...publicActs]));
  }
  if (before) conditions.push(lt(journalEntries.seq, before));
  const rows = await ctx.db.read
    .select()
    .from(journalEntries)
    .where(and(...conditions))
    .orderBy(desc(journalEntries.seq))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  return { entries: await withNames(ctx, page), next: rows.length > limit ? (page.at(-1)?.seq ?? null) : null };
}

/** Acts that follow one another in the chain and are all reserved: told as one line, with their numbers. */
export type ReservedRun = { from: number; to: number };

/**
 * The journal as a page tells it: acts that anybody may read, newest first, with the reserved ones between them drawn together. Every
 * number of the chain is in one line and one only, from `before` (or the last act) down to `next`.
 */
export async function readJournalInRuns(ctx: Pick<Ctx, "db">, { before, limit }: { before?: number | undefined; limit: number }): Promise<{ lines: (PublicEntry | ReservedRun)[]; next: number | null }> {
  const newest = before ? before - 1 : ((await journalHead(ctx))?.seq ?? 0);
  const rows = await ctx.db.read
    .select()
    .from(journalEntries)
    .where(and(lte(journalEntries.seq, newest), inArray(journalEntries.act, [...publicActs])))
    .orderBy(desc(journalEntries.seq))
    .limit(limit + 1);
  const page = rows.slice(0, limit);
  const lines: (PublicEntry | ReservedRun)[] = [];
  let expected = newest;
  for (const entry of await withNames(ctx, page)) {
    if (entry.seq < expected) lines.push({ from: entry.seq + 1, to: expected });
    lines.push(entry);
    expected = entry.seq - 1;
  }
  const more = rows.length > limit;
  if (!more && expected > 0) lines.push({ from: 1, to: expected });
  return { lines, next: more ? expected + 1 : null };
}

type Row = typeof journalEntries.$inferSelect;

async function withNames(ctx: Pick<Ctx, "db">, rows: Row[]): Promise<PublicEntry[]> {
  const nameOf = await namesOf(ctx, rows);
  return rows.map((row): PublicEntry => {
    const { seq, hash, previousHash, at, act } = row;
    if (!isPublicAct(act)) return { seq, hash, previousHash, reserved: true };
    const { body, sensitive, names } = nameOf(row);
    const subject = { kind: row.subjectKind, id: row.subjectId };
    return { seq, hash, previousHash, reserved: false, at, act, subject, body, capacity: sensitive ? null : row.capacity, names };
  });
}

/** The last entry of the chain, or null when nothing has happened yet. */
export async function journalHead(ctx: Pick<Ctx, "db">): Promise<{ seq: number; at: Date; hash: string } | null> {
  const { seq, at, hash } = journalEntries;
  return one(await ctx.db.read.select({ seq, at, hash }).from(journalEntries).orderBy(desc(seq)).limit(1)) ?? null;
}

/**
 * The last entry at the end of each of the latest days in Europe/Rome, today first: what one notes down to check later.
 * A day on which nothing happened repeats the one before it and is left out.
 */
export async function dailyHeads(ctx: Pick<Ctx, "db" | "now">, days = 7): Promise<{ day: string; seq: number; hash: string }[]> {
  const { seq, at, hash } = journalEntries;
  const today = DateTime.fromJSDate(ctx.now, { zone: ROME }).endOf("day");
  const heads: { day: string; seq: number; hash: string }[] = [];
  for (let back = 0; back < days; back++) {
    const end = today.minus({ days: back });
    const head = one(await ctx.db.read.select({ seq, hash }).from(journalEntries).where(lte(at, end.toJSDate())).orderBy(desc(seq)).limit(1));
    if (head) heads.push({ day: end.toISODate() ?? "", ...head });
  }
  return heads.filter(({ seq }, i) => seq !== heads[i + 1]?.seq);
}
