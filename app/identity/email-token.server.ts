// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { emailTokens } from "~db/identity/schema";

export type EmailToken = typeof emailTokens.$inferSelect;
type Kind = EmailToken["kind"];
type Issue = Pick<EmailToken, "kind" | "email"> & Partial<Pick<EmailToken, "personId" | "organisationId" | "capacity" | "powers" | "label">>;

const HOUR = 3_600_000;
/** How long each kind of link works. */
const lifetime: Record<Kind, number> = { password_reset: HOUR, email_change: 24 * HOUR, invitation: 7 * 24 * HOUR, registration: 24 * HOUR };

const tokenHash = (secret: string) => createHash("sha256").update(secret).digest("base64url");

/** Makes a single-use link, inside a transaction. The clear secret goes in the letter and nowhere else. */
export async function issueToken(db: Db, ctx: Ctx, token: Issue): Promise<{ id: string; secret: string; expiresAt: Date }> {
  const secret = randomBytes(32).toString("base64url");
  const id = newId();
  const expiresAt = new Date(ctx.now.getTime() + lifetime[token.kind]);
  await db.insert(emailTokens).values({
    ...token,
    id,
    secretHash: tokenHash(secret),
    createdBy: ctx.actor?.personId ?? null,
    createdByAffiliationId: ctx.actor?.affiliationId ?? null,
    createdAt: ctx.now,
    expiresAt,
  });
  return { id, secret, expiresAt };
}

/** A link that can still be used. One answer (`missing`) for a link never issued, used, taken back or expired. */
export async function findToken(ctx: Pick<Ctx, "db" | "now">, kind: Kind, secret: string): Promise<EmailToken> {
  const token = one(
    await ctx.db.read
      .select()
      .from(emailTokens)
      .where(and(eq(emailTokens.kind, kind), eq(emailTokens.secretHash, tokenHash(secret)), isNull(emailTokens.usedAt), gt(emailTokens.expiresAt, ctx.now))),
  );
  if (!token) throw problem("missing", { because: "identity.link.spent" });
  return token;
}

/** Uses a link up, inside the transaction of what it does. Of two who try at once, the second gets `conflict`. */
export async function useToken(db: Db, ctx: Pick<Ctx, "now">, id: string): Promise<void> {
  const used = await db
    .update(emailTokens)
    .set({ usedAt: ctx.now })
    .where(and(eq(emailTokens.id, id), isNull(emailTokens.usedAt), gt(emailTokens.expiresAt, ctx.now)))
    .returning({ id: emailTokens.id });
  if (used.length === 0) throw problem("conflict", { because: "identity.link.spent" });
}

/** Makes the links of a kind that a person still has useless. */
export async function spendTokens(db: Db, ctx: Pick<Ctx, "now">, kind: Kind, personId: string): Promise<void> {
  await db
    .update(emailTokens)
    .set({ usedAt: ctx.now })
    .where(and(eq(emailTokens.kind, kind), eq(emailTokens.personId, personId), isNull(emailTokens.usedAt)));
}
