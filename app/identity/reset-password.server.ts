// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enqueueLetter, letterFrom } from "~/web/letters.server";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { asPerson } from "./as-person";
import { findToken, spendTokens, useToken } from "./email-token.server";
import { forgive, limits } from "./limits.server";
import { hashPassword, NewPassword } from "./password.server";
import { endSession } from "./sessions.server";

export const ResetPassword = z.object({ password: NewPassword });

/** Sets the password of whoever holds the link. Every open session ends, and the owner is told by letter. */
export async function resetPassword(ctx: Ctx, secret: string, { password }: z.output<typeof ResetPassword>): Promise<void> {
  const token = await findToken(ctx, "password_reset", secret);
  const passwordHash = await hashPassword(password);
  const email = await ctx.db.tx(async (db) => {
    const person = one(await db.select().from(persons).where(eq(persons.id, token.personId ?? "")));
    if (!person || person.closedAt) throw problem("missing", { because: "identity.link.spent" });
    await useToken(db, ctx, token.id);
    // a move to another address may have been asked by whoever knew the old password
    await spendTokens(db, ctx, "email_change", person.id);
    await db.update(persons).set({ passwordHash }).where(eq(persons.id, person.id));
    const as = asPerson(ctx, person);
    await record(db, as, { act: "password.changed", subject: { kind: "person", id: person.id }, data: { personId: person.id } });
    await endSession(db, as, person.id, null);
    await enqueueLetter(db, ctx, letterFrom("identity.letter.passwordChanged", { to: person.email, locale: person.locale }));
    return person.email;
  });
  await forgive(ctx, limits.signInAccount, email);
}
