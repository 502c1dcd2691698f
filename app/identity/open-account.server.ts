// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { isUniqueViolation } from "~db/client.server";
import { newId } from "~db/id";
import { persons } from "~db/identity/schema";
import { asPerson } from "./as-person";
import { findToken, useToken } from "./email-token.server";
import { hashPassword, NewPassword } from "./password.server";
import { beginSession, sessionHash } from "./sessions.server";

export const NewAccount = z.object({ label: z.string().trim().min(2, "web.field.required").max(120, "web.field.tooLong"), password: NewPassword });

/** Opens the account of whoever holds the link, and signs them in. They speak for no body yet. Gives the clear session identifier. */
export async function openAccount(ctx: Ctx, secret: string, { label, password }: z.output<typeof NewAccount>): Promise<{ sessionId: string }> {
  const token = await findToken(ctx, "registration", secret);
  const passwordHash = await hashPassword(password);
  const id = newId();
  const as = asPerson(ctx, { id, label, administrator: false });
  const sessionId = await ctx.db
    .tx(async (db) => {
      await useToken(db, ctx, token.id);
      await db.insert(persons).values({ id, label, email: token.email, passwordHash, locale: ctx.locale, createdAt: ctx.now });
      await record(db, as, { act: "account.opened", subject: { kind: "person", id }, data: { personId: id } });
      const session = await beginSession(ctx, id);
      await record(db, as, { act: "session.opened", subject: { kind: "person", id }, data: { personId: id, sessionId: sessionHash(session) } });
      return session;
    })
    .catch((failure: unknown) => {
      // the address got an account since the link was sent
      throw isUniqueViolation(failure) ? problem("conflict", { because: "identity.registration.known" }) : failure;
    });
  return { sessionId };
}
