// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, gt, lte } from "drizzle-orm";
import { managersOf, REMINDER_DAYS, remindOf } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import { affiliations, organisations } from "~db/registry/schema";
import { mandates, seats, workingTables } from "~db/tables/schema";
import { validAt } from "./standing.server";

/** Letters 60, 30, 15 and 7 days before a mandate at a table ends: to who holds it, and to who manages the people of the body. */
export async function remindMandates(ctx: Pick<Ctx, "db" | "now">): Promise<number> {
  const horizon = new Date(ctx.now.getTime() + (REMINDER_DAYS[0] + 1) * 86_400_000);
  return ctx.db.tx(async (db) => {
    const rows = await db
      .select({ mandate: mandates, organisationId: seats.organisationId, body: organisations.name, table: workingTables.name, sensitive: workingTables.sensitive, slug: workingTables.slug, personId: affiliations.personId })
      .from(mandates)
      .innerJoin(seats, eq(seats.id, mandates.seatId))
      .innerJoin(workingTables, eq(workingTables.id, seats.tableId))
      .innerJoin(organisations, eq(organisations.id, seats.organisationId))
      .innerJoin(affiliations, eq(affiliations.id, mandates.affiliationId))
      .where(and(gt(mandates.validTo, ctx.now), lte(mandates.validTo, horizon), validAt(mandates, ctx.now), validAt(seats, ctx.now)));
    const managers = await managersOf(db, ctx.now, [...new Set(rows.map(({ organisationId }) => organisationId))]);
    return remindOf(
      db,
      ctx,
      rows.map(({ mandate, organisationId, body, table, sensitive, slug, personId }) => ({
        subjectId: mandate.id,
        validTo: mandate.validTo as Date,
        personIds: [personId, ...(managers.get(organisationId) ?? [])],
        // a letter may be read by others: the name of a sensitive table stays out of it
        letter: sensitive ? "tables.letter.mandateSensitive" : "tables.letter.mandate",
        values: { body, table },
        to: paths.tableMembers(slug),
      })),
    );
  });
}
