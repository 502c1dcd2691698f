// SPDX-License-Identifier: AGPL-3.0-or-later
import { desc } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { type Db, one } from "~db/client.server";
import { journalEntries } from "~db/journal/schema";
import { GENESIS } from "./canonical";
import { entryHash } from "./hash.server";

export type Act = {
  /** Past-tense event, `noun.verbed`: "seat.granted". */
  act: string;
  subject: { kind: string; id: string };
  /** Ids, states and dates; no personal data beyond ids. Plain JSON. */
  data?: Record<string, unknown>;
};

/**
 * Appends one act to the journal. Call it inside the transaction that makes the change: the `db` is the transaction's.
 * The entry says who acted (person, body, capacity) from `ctx`; it returns the sequence number and the hash.
 */
export async function record(
  db: Db,
  ctx: Pick<Ctx, "actor" | "now">,
  { act, subject, data = {} }: Act,
): Promise<{ seq: number; hash: string }> {
  const last = one(
    await db
      .select({ seq: journalEntries.seq, hash: journalEntries.hash })
      .from(journalEntries)
      .orderBy(desc(journalEntries.seq))
      .limit(1),
  );
  const content = {
    seq: (last?.seq ?? 0) + 1,
    at: ctx.now.getTime(),
    personId: ctx.actor?.personId ?? null,
    organisationId: ctx.actor?.organisationId ?? null,
    capacity: ctx.actor?.capacity ?? "system",
    act,
    subjectKind: subject.kind,
    subjectId: subject.id,
    // what is stored is what is hashed: undefined members and Dates become what JSON makes of them
    data: JSON.parse(JSON.stringify(data)) as Record<string, unknown>,
    previousHash: last?.hash ?? GENESIS,
  };
  const hash = entryHash(content);
  await db.insert(journalEntries).values({ ...content, at: ctx.now, hash });
  return { seq: content.seq, hash };
}
