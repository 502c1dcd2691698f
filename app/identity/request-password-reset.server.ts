// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, lte } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { absolute, enqueueLetter, letterFrom } from "~/web/letters.server";
import { paths } from "~/web/paths";
import { one } from "~db/client.server";
import { emailTokens, persons } from "~db/identity/schema";
import { EmailAddress } from "./email";
import { issueToken, spendTokens } from "./email-token.server";
import { limits, spend } from "./limits.server";

export const ResetRequest = z.object({ email: EmailAddress });

/**
 * Sends the link to choose a new password, if the address has an account. Nobody can tell from the answer, nor from
 * the work done, whether it has: a link that opens nothing is made also for an unknown address, only the letter is not.
 */
export async function requestPasswordReset(ctx: Ctx, { email }: z.output<typeof ResetRequest>): Promise<void> {
  await spend(ctx, limits.letterAddress, ctx.address);
  await spend(ctx, limits.letterAccount, email);
  await ctx.db.tx(async (db) => {
    const found = one(await db.select().from(persons).where(eq(persons.email, email)));
    const person = found && !found.closedAt ? found : undefined;
    await db.delete(emailTokens).where(and(eq(emailTokens.kind, "password_reset"), lte(emailTokens.expiresAt, ctx.now)));
    await spendTokens(db, ctx, "password_reset", person?.id ?? "");
    const { secret } = await issueToken(db, ctx, { kind: "password_reset", email, personId: person?.id ?? null });
    if (!person) return;
    const values = { link: absolute(paths.passwordLink(secret)) };
    await enqueueLetter(db, ctx, letterFrom("identity.letter.passwordReset", { to: email, locale: person.locale, values }));
    await record(db, ctx, { act: "password.resetAsked", subject: { kind: "person", id: person.id }, data: { personId: person.id } });
  });
}
