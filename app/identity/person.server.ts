// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import type { Locale } from "~/web/i18n";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { openSessions } from "./sessions.server";

/** The address with which a person signs in. For the person themselves: nobody else is shown it. */
export async function emailOf(ctx: Pick<Ctx, "db">, personId: string): Promise<string> {
  const person = one(await ctx.db.read.select({ email: persons.email }).from(persons).where(eq(persons.id, personId)));
  if (!person) throw problem("missing");
  return person.email;
}

/** On how many browsers a person is signed in. */
export async function countSessions(ctx: Pick<Ctx, "db">, personId: string): Promise<number> {
  return (await openSessions(ctx.db, { secure: true }).getUserSessions(personId)).length;
}

/** Letters to this person will be in this language. */
export async function keepLanguage(ctx: Ctx, locale: Locale): Promise<void> {
  const { actor } = ctx;
  if (actor) await ctx.db.tx((db) => db.update(persons).set({ locale }).where(eq(persons.id, actor.personId)));
}
