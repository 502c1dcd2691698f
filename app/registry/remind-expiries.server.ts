// SPDX-License-Identifier: AGPL-3.0-or-later
/** Letters before a power or a mandate ends: 60, 30, 15 and 7 days before, once each. */
import { and, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { Power } from "~/identity";
import type { Ctx } from "~/web/context";
import { absolute, enqueueLetter, letterFrom } from "~/web/letters.server";
import type { MessageValues } from "~/web/problem";
import { paths } from "~/web/paths";
import { daysUntil, formatDate } from "~/web/time";
import type { Db } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { affiliations, expiryReminders, organisations } from "~db/registry/schema";

export const REMINDER_DAYS = [60, 30, 15, 7] as const;
const DAY_MS = 86_400_000;

/** A thing that ends, and whom to tell. */
export type Ending = { subjectId: string; validTo: Date; personIds: string[]; letter: string; values: MessageValues; to: string };

/**
 * Writes the letters due for these endings, in the open transaction. A process that was off on the very day makes up for it: the nearest
 * distance already reached is told, the farther ones are skipped.
 */
export async function remindOf(db: Db, ctx: Pick<Ctx, "now">, endings: Ending[]): Promise<number> {
  if (endings.length === 0) return 0;
  const told = await db.select().from(expiryReminders).where(inArray(expiryReminders.subjectId, endings.map(({ subjectId }) => subjectId)));
  const people = new Map((await db.select().from(persons).where(and(inArray(persons.id, [...new Set(endings.flatMap(({ personIds }) => personIds))]), isNull(persons.closedAt)))).map((person) => [person.id, person]));
  let letters = 0;
  for (const { subjectId, validTo, personIds, letter, values, to } of endings) {
    const left = daysUntil(validTo, ctx.now);
    const days = REMINDER_DAYS.filter((distance) => left <= distance).at(-1);
    if (days === undefined) continue;
    for (const personId of new Set(personIds)) {
      const person = people.get(personId);
      if (!person || told.some((row) => row.subjectId === subjectId && row.personId === personId && row.days <= days)) continue;
      await db.insert(expiryReminders).values({ subjectId, personId, days, at: ctx.now });
      const until = formatDate(new Date(validTo.getTime() - 1), person.locale);
      await enqueueLetter(db, ctx, letterFrom(letter, { to: person.email, locale: person.locale, values: { ...values, until, days: left, link: absolute(to) } }));
      letters++;
    }
  }
  return letters;
}

/** Affiliations that end within the farthest distance: the person is told, and who manages the people of the body. */
export async function remindAffiliations(ctx: Pick<Ctx, "db" | "now">): Promise<number> {
  const horizon = new Date(ctx.now.getTime() + (REMINDER_DAYS[0] + 1) * DAY_MS);
  return ctx.db.tx(async (db) => {
    const rows = await db
      .select({ held: affiliations, name: organisations.name, slug: organisations.slug })
      .from(affiliations)
      .innerJoin(organisations, eq(organisations.id, affiliations.organisationId))
      .where(and(gt(affiliations.validTo, ctx.now), lte(affiliations.validTo, horizon), lte(affiliations.validFrom, ctx.now)));
    const managers = await managersOf(db, ctx.now, [...new Set(rows.map(({ held }) => held.organisationId))]);
    return remindOf(
      db,
      ctx,
      rows.map(({ held, name, slug }) => ({
        subjectId: held.id,
        validTo: held.validTo as Date,
        personIds: [held.personId, ...(managers.get(held.organisationId) ?? [])],
        letter: "registry.letter.expiry",
        values: { body: name, role: held.roleLabel },
        to: paths.organisationPeople(slug),
      })),
    );
  });
}

/** Who manages the people of each of these bodies, at an instant. */
export async function managersOf(db: Db, at: Date, organisationIds: string[]): Promise<Map<string, string[]>> {
  if (organisationIds.length === 0) return new Map();
  const rows = await db
    .select({ organisationId: affiliations.organisationId, personId: affiliations.personId, powers: affiliations.powers })
    .from(affiliations)
    .where(and(inArray(affiliations.organisationId, organisationIds), lte(affiliations.validFrom, at), or(isNull(affiliations.validTo), gt(affiliations.validTo, at))));
  const managers = new Map<string, string[]>();
  for (const { organisationId, personId, powers } of rows) {
    if ((powers as Power[]).includes("manage_members")) managers.set(organisationId, [...(managers.get(organisationId) ?? []), personId]);
  }
  return managers;
}
