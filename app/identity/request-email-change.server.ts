// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { absolute, enqueueLetter, letterFrom } from "~/web/letters.server";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { EmailAddress } from "./email";
import { issueToken, spendTokens } from "./email-token.server";
import { forgive, limits, spend } from "./limits.server";
import { verifyPassword } from "./password.server";

export const EmailChange = z.object({ email: EmailAddress, password: z.string().min(1).max(200) });

/**
 * Asks to move one's account to another address: a link goes there, and nothing changes until it is used. The answer is
 * the same when the address belongs to another account; only who reads its post is told.
 */
export async function requestEmailChange(ctx: Ctx, { email, password }: z.output<typeof EmailChange>): Promise<void> {
  const { actor } = ctx;
  if (!actor) throw problem("unauthenticated");
  const person = one(await ctx.db.read.select().from(persons).where(eq(persons.id, actor.personId)));
  if (!person) throw problem("unauthenticated");
  await spend(ctx, limits.signInAccount, person.email);
  if (!(await verifyPassword(person.passwordHash, password))) {
    throw problem("invalid", { fields: { password: "identity.password.wrong" } });
  }
  await forgive(ctx, limits.signInAccount, person.email);
  if (email === person.email) throw problem("invalid", { fields: { email: "identity.email.same" } });
  await spend(ctx, limits.letterAccount, person.id);
  await spend(ctx, limits.letterAccount, email);
  await ctx.db.tx(async (db) => {
    const owner = one(await db.select().from(persons).where(eq(persons.email, email)));
    await spendTokens(db, ctx, "email_change", person.id);
    const { secret } = await issueToken(db, ctx, { kind: "email_change", email, personId: person.id });
    const values = { link: absolute(paths.emailLink(secret)) };
    await enqueueLetter(
      db,
      ctx,
      owner
        ? letterFrom("identity.letter.emailTaken", { to: email, locale: owner.locale })
        : letterFrom("identity.letter.emailChange", { to: email, locale: person.locale, values }),
    );
    await record(db, ctx, { act: "email.changeAsked", subject: { kind: "person", id: person.id }, data: { personId: person.id } });
  });
}
