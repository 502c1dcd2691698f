// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, inArray, isNull } from "drizzle-orm";
import { managersOf, remindOf } from "~/registry/index.server";
import { validAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { absolute, declinedBy, enqueueLetter, letterFrom } from "~/web/letters.server";
import { paths } from "~/web/paths";
import type { Db } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { affiliations } from "~db/registry/schema";
import { mandates, seats } from "~db/tables/schema";
import { type Addressee, allGuidelines, type Guideline, type Version } from "./find-guidelines.server";

/**
 * A letter to who coordinates each table addressed and who manages each body addressed, unless they do without: the indirizzo is on their desk
 * too. It does not say through which table they are told: a letter may be read by others, and some tables are on delicate subjects.
 */
export async function tellAddressees(db: Db, ctx: Pick<Ctx, "now">, { guideline, version }: { guideline: Guideline; version: Version }): Promise<void> {
  const people = [...new Set((await Promise.all(version.addressees.map((addressee) => peopleOf(db, ctx.now, addressee)))).flat())];
  if (people.length === 0) return;
  const declined = await declinedBy(db, "guidelines", people);
  const wanted = people.filter((id) => !declined.has(id));
  const rows = wanted.length === 0 ? [] : await db.select({ email: persons.email, locale: persons.locale }).from(persons).where(and(inArray(persons.id, wanted), isNull(persons.closedAt)));
  for (const { email, locale } of rows) {
    const values = { number: guideline.number, version: version.version, title: version.title, table: guideline.table.name, link: absolute(paths.guideline(guideline.table.slug, guideline.number)) };
    await enqueueLetter(db, ctx, letterFrom("guidelines.letter.issued", { to: email, locale, values }));
  }
}

/** Letters 60, 30, 15 and 7 days before the term to answer, to who answers for each table and body that has said nothing yet. For a job; gives the number of letters. */
export async function remindGuidelines(ctx: Pick<Ctx, "db" | "now">): Promise<number> {
  const open = (await allGuidelines({ ...ctx, actor: null })).flatMap(({ current, withdrawnAt, ...guideline }) => (current?.answerBy && current.answerBy > ctx.now && !withdrawnAt ? [{ guideline, version: current, until: current.answerBy }] : []));
  return ctx.db.tx(async (db) => {
    const endings = [];
    for (const { guideline, version, until } of open) {
      for (const addressee of version.addressees.filter(({ actors, answers }) => actors === null && answers.length === 0)) {
        const personIds = await peopleOf(db, ctx.now, addressee);
        endings.push({ subjectId: addressee.id, validTo: until, personIds, letter: "guidelines.letter.term", values: { number: guideline.number, title: version.title, table: guideline.table.name }, to: paths.guideline(guideline.table.slug, guideline.number) });
      }
    }
    return remindOf(db, ctx, endings);
  });
}

/** Who is written to for an addressee; nobody for a family of bodies: its bodies read the indirizzo where everybody does. */
async function peopleOf(db: Db, at: Date, { tableId, organisationId }: Pick<Addressee, "tableId" | "organisationId">): Promise<string[]> {
  if (organisationId) return (await managersOf(db, at, [organisationId])).get(organisationId) ?? [];
  return tableId ? coordinationOf(db, at, tableId) : [];
}

/** The people who speak for the coordination and the secretariat of a table. */
export async function coordinationOf(db: Db, at: Date, tableId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ personId: affiliations.personId })
    .from(seats)
    .innerJoin(mandates, eq(mandates.seatId, seats.id))
    .innerJoin(affiliations, eq(affiliations.id, mandates.affiliationId))
    .where(and(eq(seats.tableId, tableId), inArray(seats.role, ["coordinator", "secretary"]), validAt(seats, at), validAt(mandates, at), validAt(affiliations, at)));
  return rows.map(({ personId }) => personId);
}
