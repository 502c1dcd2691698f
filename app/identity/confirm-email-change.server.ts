// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enqueueLetter, letterFrom } from "~/web/letters.server";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { asPerson } from "./as-person";
import { findToken, spendTokens, useToken } from "./email-token.server";

/** Moves the account to the address where the link arrived. The old address is told, and its links for a new password stop working. */
export async function confirmEmailChange(ctx: Ctx, secret: string): Promise<{ email: string }> {
  const token = await findToken(ctx, "email_change", secret);
  await ctx.db.tx(async (db) => {
    const person = one(await db.select().from(persons).where(eq(persons.id, token.personId ?? "")));
    const owner = one(await db.select().from(persons).where(eq(persons.email, token.email)));
    if (!person || person.closedAt || owner) throw problem("missing", { because: "identity.link.spent" });
    await useToken(db, ctx, token.id);
    await db.update(persons).set({ email: token.email }).where(eq(persons.id, person.id));
    await spendTokens(db, ctx, "password_reset", person.id);
    await enqueueLetter(db, ctx, letterFrom("identity.letter.emailChanged", { to: person.email, locale: person.locale, values: { email: token.email } }));
    await record(db, asPerson(ctx, person), { act: "email.changed", subject: { kind: "person", id: person.id }, data: { personId: person.id } });
  });
  return { email: token.email };
}
