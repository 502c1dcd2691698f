// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, count, desc, eq, isNotNull, isNull, type SQL } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { readEnv } from "~/web/env.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { outbox } from "~db/notices/schema";
import { type LetterState, letterState, letterStates, withoutSecrets } from "./letter";
import { tendOutbox } from "./policy";

const PAGE = 50;

const inState: Record<LetterState, SQL | undefined> = {
  waiting: and(isNull(outbox.sentAt), isNull(outbox.failedAt)),
  sent: isNotNull(outbox.sentAt),
  failed: and(isNull(outbox.sentAt), isNotNull(outbox.failedAt)),
};

/** The letters in a state, newest first, and how many there are in each. `page` counts from 1. */
export async function listLetters(ctx: Ctx, { state, page }: { state: LetterState; page: number }) {
  enforce(tendOutbox(ctx.actor));
  const letters = await ctx.db.read
    .select({ id: outbox.id, recipient: outbox.recipient, subject: outbox.subject, createdAt: outbox.createdAt, sentAt: outbox.sentAt, attempts: outbox.attempts })
    .from(outbox)
    .where(inState[state])
    .orderBy(desc(outbox.createdAt), desc(outbox.id))
    .limit(PAGE)
    .offset((page - 1) * PAGE);
  const counts = {} as Record<LetterState, number>;
  for (const each of letterStates) counts[each] = one(await ctx.db.read.select({ n: count() }).from(outbox).where(inState[each]))?.n ?? 0;
  return { letters, counts, pages: Math.max(1, Math.ceil(counts[state] / PAGE)) };
}

/**
 * One letter. Where a mail server carries the post, the links in it are hidden also from administrators; without one,
 * reading it here is the only way that it can reach anybody.
 */
export async function readLetter(ctx: Ctx, id: string, { posted = readEnv().SMTP_URL !== undefined } = {}) {
  enforce(tendOutbox(ctx.actor));
  const letter = one(await ctx.db.read.select().from(outbox).where(eq(outbox.id, id)));
  if (!letter) throw problem("missing");
  return { ...letter, body: posted ? withoutSecrets(letter.body) : letter.body, state: letterState(letter) };
}
