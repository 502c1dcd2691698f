// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, isNull, lte, or } from "drizzle-orm";
import { type Database, one } from "~db/client.server";
import { outbox } from "~db/notices/schema";
import type { Enclosure } from "~/web/letters.server";
import { nextAttempt, withoutSecrets } from "./letter";

export type OutgoingLetter = { id: string; recipient: string; subject: string; body: string; attachments?: Enclosure[] | null };
/** Hands one letter to the mail server; fails with its `responseCode`, if it answered. */
export type Carrier = (letter: OutgoingLetter) => Promise<void>;

/** A sender that has not finished by then counts as dead and its letter is taken again. */
const LEASE_MS = 10 * 60_000;
const PAGE = 20;

/**
 * Sends what waits in the outbox, oldest first, and says how many letters left; takes no further letter once `halted`.
 *
 * Each letter is claimed before it is sent, so that two processes never send the same one, and marked after the mail
 * server took it. A crash between these two instants is the one case that SMTP leaves open: the letter goes again after
 * ten minutes, with the same Message-ID, by which mail systems recognise a repetition.
 * A refusal for good (5xx) is final; anything else is tried again, ever less often, for about two days.
 */
export async function sendLetters(db: Database, clock: () => Date, carry: Carrier, halted = () => false): Promise<number> {
  const rows = await db.read
    .select()
    .from(outbox)
    .where(and(isNull(outbox.sentAt), isNull(outbox.failedAt), or(isNull(outbox.nextAttemptAt), lte(outbox.nextAttemptAt, clock()))))
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .limit(PAGE);
  let sent = 0;
  for (const letter of rows) {
    if (halted()) break;
    if (!(await claim(db, letter, clock()))) continue;
    try {
      await carry(letter);
      await settle(db, letter.id, { sentAt: clock(), nextAttemptAt: null, lastError: null, body: withoutSecrets(letter.body) });
      sent += 1;
    } catch (failure) {
      const { message, responseCode = 0 } = failure as Error & { responseCode?: number };
      const next = responseCode >= 500 ? null : nextAttempt(letter.attempts + 1, clock());
      await settle(db, letter.id, { nextAttemptAt: next, failedAt: next ? null : clock(), lastError: message.slice(0, 500) });
    }
  }
  return sent;
}

async function claim(db: Database, letter: { id: string; attempts: number }, now: Date): Promise<boolean> {
  const mine = await db.tx((tx) =>
    tx
      .update(outbox)
      .set({ attempts: letter.attempts + 1, nextAttemptAt: new Date(now.getTime() + LEASE_MS) })
      .where(and(eq(outbox.id, letter.id), eq(outbox.attempts, letter.attempts), isNull(outbox.sentAt)))
      .returning({ id: outbox.id }),
  );
  return one(mine) !== undefined;
}

async function settle(db: Database, id: string, state: Partial<typeof outbox.$inferInsert>): Promise<void> {
  await db.tx((tx) => tx.update(outbox).set(state).where(eq(outbox.id, id)));
}
