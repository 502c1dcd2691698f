// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, gte, inArray, isNotNull, isNull, notInArray } from "drizzle-orm";
import { validAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { absolute, enqueueLetter, letterFrom } from "~/web/letters.server";
import { paths } from "~/web/paths";
import { formatDate } from "~/web/time";
import type { Waiting } from "~/web/waiting";
import { persons } from "~db/identity/schema";
import { liaisonElements, liaisonReminders, workshops } from "~db/meetings/workshops";
import { affiliations, organisations } from "~db/registry/schema";
import { items, itemSteps, mandates, seats, workingTables } from "~db/tables/schema";
import { occasionOf } from "./liaison";

const ENDED = ["accepted", "adapted", "not_taken"];
const DAY_MS = 86_400_000;

/**
 * Letters to whoever coordinates a table that has not answered what a Municipio brought: before the term, at the term, and every month
 * after it, once each. For a job; gives the number of letters.
 */
export async function remindLiaisonItems(ctx: Pick<Ctx, "db" | "now">): Promise<number> {
  return ctx.db.tx(async (db) => {
    const open = await db
      .select({ item: items, table: workingTables, municipio: organisations.name })
      .from(items)
      .innerJoin(liaisonElements, eq(liaisonElements.itemId, items.id))
      .innerJoin(workingTables, eq(workingTables.id, items.atTableId))
      .innerJoin(organisations, eq(organisations.id, items.raisedByOrganisationId))
      .where(and(notInArray(items.state, ENDED), isNotNull(items.due)));
    let letters = 0;
    for (const { item, table, municipio } of open) {
      const occasion = occasionOf(item.due as Date, ctx.now);
      if (!occasion) continue;
      const people = await db
        .selectDistinct({ id: persons.id, email: persons.email, locale: persons.locale })
        .from(seats)
        .innerJoin(mandates, eq(mandates.seatId, seats.id))
        .innerJoin(affiliations, eq(affiliations.id, mandates.affiliationId))
        .innerJoin(persons, eq(persons.id, affiliations.personId))
        .where(and(eq(seats.tableId, table.id), inArray(seats.role, ["coordinator", "secretary"]), validAt(seats, ctx.now), validAt(mandates, ctx.now), validAt(affiliations, ctx.now), isNull(persons.closedAt)));
      const told = await db.select().from(liaisonReminders).where(and(eq(liaisonReminders.itemId, item.id), eq(liaisonReminders.occasion, occasion.name)));
      for (const { id, email, locale } of people) {
        if (told.some(({ personId }) => personId === id)) continue;
        await db.insert(liaisonReminders).values({ itemId: item.id, personId: id, occasion: occasion.name, at: ctx.now });
        // a letter may be read by others: what concerns a sensitive table stays out of it
        const key = `liaison.letter.${occasion.late ? "late" : "soon"}${table.sensitive ? "Sensitive" : ""}`;
        const values = { municipio, title: item.title, table: table.name, due: formatDate(item.due as Date, locale), link: absolute(paths.item(item.id)) };
        await enqueueLetter(db, ctx, letterFrom(key, { to: email, locale, values }));
        letters++;
      }
    }
    return letters;
  });
}

/** What waits for a Municipio: answers of the last month to what it brought, items left unanswered, attendance and syntheses to write. */
export async function waitingAtMunicipio(ctx: Ctx): Promise<Waiting[]> {
  const { actor, now } = ctx;
  if (!actor?.organisationId || !actor.powers.includes("manage_tables")) return [];
  const brought = await ctx.db.read
    .select({ item: items, table: workingTables.name })
    .from(items)
    .innerJoin(liaisonElements, eq(liaisonElements.itemId, items.id))
    .leftJoin(workingTables, eq(workingTables.id, items.atTableId))
    .where(eq(items.raisedByOrganisationId, actor.organisationId));
  const month = new Date(now.getTime() - 30 * DAY_MS);
  const fresh = brought.length === 0 ? [] : await ctx.db.read.select({ itemId: itemSteps.itemId }).from(itemSteps).where(and(inArray(itemSteps.itemId, brought.map(({ item }) => item.id)), inArray(itemSteps.step, ENDED), gte(itemSteps.at, month)));
  const answered = new Set(fresh.map(({ itemId }) => itemId));
  const lines = brought.flatMap(({ item, table }): Waiting[] => {
    const line = { id: `liaison-${item.id}`, values: { title: item.title, table: table ?? "" }, to: paths.item(item.id) };
    if (answered.has(item.id)) return [{ ...line, says: "liaison.waiting.answered", due: null }];
    return !ENDED.includes(item.state) && item.due && item.due <= now ? [{ ...line, says: "liaison.waiting.unanswered", due: item.due }] : [];
  });
  const held = await ctx.db.read.select().from(workshops).where(and(eq(workshops.organisationId, actor.organisationId), isNotNull(workshops.publishedAt), isNull(workshops.cancelledAt), isNull(workshops.synthesisPublishedAt)));
  const todo = held
    .filter(({ endsAt }) => endsAt <= now)
    .map(({ id, title, attendanceClosedAt }): Waiting => ({ id: `workshop-${id}`, says: attendanceClosedAt ? "liaison.waiting.synthesis" : "liaison.waiting.attendance", values: { title }, to: attendanceClosedAt ? paths.workshopSynthesis(id) : paths.workshopAttendance(id), due: null }));
  return [...lines, ...todo];
}
