// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { asPerson } from "./as-person";
import { normalEmail } from "./email";
import { forgive, giveBack, limits, spend } from "./limits.server";
import { verifyPassword } from "./password.server";
import { beginSession, endSession, sessionHash } from "./sessions.server";

export const SignIn = z.object({
  email: z.string().min(1).max(254).transform(normalEmail),
  password: z.string().min(1).max(200),
});

/**
 * Opens a new session for who knows the password; the session this browser had, if any, ends. Gives the clear session
 * identifier for the cookie. The refusal is one and takes the same work whether the address is unknown, the account
 * closed or the password wrong; too many of them make one wait (`tooMany`).
 */
export async function signIn(ctx: Ctx, { email, password }: z.output<typeof SignIn>): Promise<{ sessionId: string; personId: string }> {
  await spend(ctx, limits.signInAddress, ctx.address);
  await spend(ctx, limits.signInAccount, email);
  const person = one(await ctx.db.read.select().from(persons).where(eq(persons.email, email)));
  const open = person && !person.closedAt ? person : undefined;
  const right = await verifyPassword(open?.passwordHash, password);
  if (!open || !right) throw problem("invalid", { because: "identity.signIn.wrong" });
  await forgive(ctx, limits.signInAccount, email);
  await giveBack(ctx, limits.signInAddress, ctx.address);
  const sessionId = await ctx.db.tx(async (db) => {
    if (ctx.actor?.sessionId) await endSession(db, ctx, ctx.actor.personId, ctx.actor.sessionId);
    const id = await beginSession(ctx, open.id);
    await record(db, asPerson(ctx, open), {
      act: "session.opened",
      subject: { kind: "person", id: open.id },
      data: { personId: open.id, sessionId: sessionHash(id) },
    });
    return id;
  });
  return { sessionId, personId: open.id };
}
