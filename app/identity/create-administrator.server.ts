// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { newId } from "~db/id";
import { persons } from "~db/identity/schema";
import { EmailAddress } from "./email";
import { hashPassword, NewPassword } from "./password.server";

const NewAdministrator = z.object({ email: EmailAddress, label: z.string().trim().min(2).max(120), password: NewPassword });

/** Opens the account of an administrator of the platform. For the command line: whoever can run it owns the machine. */
export async function createAdministrator(ctx: Ctx, input: z.input<typeof NewAdministrator>): Promise<{ personId: string }> {
  const { email, label, password } = parse(NewAdministrator, input);
  const passwordHash = await hashPassword(password);
  const personId = newId();
  await ctx.db.tx(async (db) => {
    const taken = one(await db.select({ id: persons.id }).from(persons).where(eq(persons.email, email)));
    if (taken) throw problem("conflict", { because: "identity.email.hasAccount" });
    await db.insert(persons).values({ id: personId, email, label, passwordHash, administrator: true, locale: ctx.locale, createdAt: ctx.now });
    await record(db, ctx, { act: "administrator.created", subject: { kind: "person", id: personId }, data: { personId } });
  });
  return { personId };
}
