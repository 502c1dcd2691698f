// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, lte } from "drizzle-orm";
import { z } from "zod";
import type { Ctx } from "~/web/context";
import { absolute, enqueueLetter, letterFrom } from "~/web/letters.server";
import { paths } from "~/web/paths";
import { one } from "~db/client.server";
import { emailTokens, persons } from "~db/identity/schema";
import { EmailAddress } from "./email";
import { issueToken } from "./email-token.server";
import { limits, spend } from "./limits.server";

export const RegistrationRequest = z.object({ email: EmailAddress });

/**
 * Sends the link with which somebody opens an account. The answer does not tell whether the address has one already: then the letter
 * says so to its owner, and nothing changes.
 */
export async function requestRegistration(ctx: Ctx, { email }: z.output<typeof RegistrationRequest>): Promise<void> {
  await spend(ctx, limits.letterAddress, ctx.address);
  await spend(ctx, limits.letterAccount, email);
  await ctx.db.tx(async (db) => {
    const known = one(await db.select({ locale: persons.locale }).from(persons).where(eq(persons.email, email)));
    await db.delete(emailTokens).where(and(eq(emailTokens.kind, "registration"), lte(emailTokens.expiresAt, ctx.now)));
    const { secret } = await issueToken(db, ctx, { kind: "registration", email });
    const letter = known
      ? letterFrom("identity.letter.registrationKnown", { to: email, locale: known.locale, values: { link: absolute(paths.signIn(paths.representBody())) } })
      : letterFrom("identity.letter.registration", { to: email, locale: ctx.locale, values: { link: absolute(paths.registrationLink(secret)) } });
    await enqueueLetter(db, ctx, letter);
  });
}
