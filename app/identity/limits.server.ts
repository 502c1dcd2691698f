// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from "node:crypto";
import { eq, lte } from "drizzle-orm";
import { RateLimiterRes } from "rate-limiter-flexible";
import RateLimiterStoreAbstract from "rate-limiter-flexible/lib/RateLimiterStoreAbstract.js";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { attempts } from "~db/identity/schema";

/** So many attempts in so many seconds, counted from the first. */
export type Limit = { name: string; points: number; seconds: number };

export const limits = {
  /** Wrong passwords for one account. */
  signInAccount: { name: "sign-in-account", points: 5, seconds: 900 },
  /** Wrong passwords from one network address, which a whole office may share. */
  signInAddress: { name: "sign-in-address", points: 100, seconds: 900 },
  /** Letters that anybody can cause to be sent to one address. */
  letterAccount: { name: "letter-account", points: 3, seconds: 3600 },
  letterAddress: { name: "letter-address", points: 30, seconds: 3600 },
  /** Invitations sent by one person. */
  invitations: { name: "invitations", points: 60, seconds: 3600 },
  /** Acts sent by whoever asks to speak for a body, before anybody knows them. */
  acts: { name: "acts", points: 20, seconds: 3600 },
} as const satisfies Record<string, Limit>;

type Row = typeof attempts.$inferSelect;

/** Keeps the counts in our own database, by the clock of the request: a restart forgets nothing. */
class AttemptLimiter extends RateLimiterStoreAbstract<Row> {
  constructor(
    private readonly ctx: Pick<Ctx, "db" | "now">,
    limit: Limit,
  ) {
    super({ keyPrefix: limit.name, points: limit.points, duration: limit.seconds });
  }

  override _getRateLimiterRes(_key: string, changed: number, row: Row): RateLimiterRes {
    const wait = Math.max(row.expiresAt.getTime() - this.ctx.now.getTime(), 0);
    return new RateLimiterRes(Math.max(this.points - row.points, 0), wait, row.points, row.points === changed);
  }

  override _upsert(key: string, points: number, milliseconds: number): Promise<Row> {
    const { db, now } = this.ctx;
    return db.tx(async (tx) => {
      await tx.delete(attempts).where(lte(attempts.expiresAt, now));
      const known = one(await tx.select().from(attempts).where(eq(attempts.key, key)));
      const row = known
        ? { ...known, points: Math.max(known.points + points, 0) }
        : { key, points: Math.max(points, 0), expiresAt: new Date(now.getTime() + milliseconds) };
      await tx.insert(attempts).values(row).onConflictDoUpdate({ target: attempts.key, set: { points: row.points } });
      return row;
    });
  }

  override async _get(key: string): Promise<Row | null> {
    const row = one(await this.ctx.db.read.select().from(attempts).where(eq(attempts.key, key)));
    return row && row.expiresAt > this.ctx.now ? row : null;
  }

  override async _delete(key: string): Promise<boolean> {
    const gone = await this.ctx.db.tx((tx) => tx.delete(attempts).where(eq(attempts.key, key)).returning({ key: attempts.key }));
    return gone.length > 0;
  }
}

const hidden = (key: string) => createHash("sha256").update(key).digest("base64url");

/**
 * Counts one attempt, before it is made. Throws `tooMany` with the time to wait when there were too many.
 * Call it outside transactions: a refusal that rolls back must not give the attempt back.
 */
export async function spend(ctx: Pick<Ctx, "db" | "now">, limit: Limit, key: string): Promise<void> {
  try {
    await new AttemptLimiter(ctx, limit).consume(hidden(key));
  } catch (refused) {
    if (!(refused instanceof RateLimiterRes)) throw refused;
    const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
    const [because, count] = seconds < 60 ? ["identity.limits.waitSeconds", seconds] : ["identity.limits.waitMinutes", Math.ceil(seconds / 60)];
    throw problem("tooMany", { because: because as string, values: { count: count as number }, retryAfterSeconds: seconds });
  }
}

/** Forgets the attempts: the person has shown who they are. */
export async function forgive(ctx: Pick<Ctx, "db" | "now">, limit: Limit, key: string): Promise<void> {
  await new AttemptLimiter(ctx, limit).delete(hidden(key));
}

/** Gives back one attempt that turned out to be good. */
export async function giveBack(ctx: Pick<Ctx, "db" | "now">, limit: Limit, key: string): Promise<void> {
  await new AttemptLimiter(ctx, limit).reward(hidden(key));
}
