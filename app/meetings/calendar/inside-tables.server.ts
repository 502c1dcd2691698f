// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, gt, isNull, lte, or } from "drizzle-orm";
import { can } from "~/identity";
import { validAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { affiliations } from "~db/registry/schema";
import { mandates, seats } from "~db/tables/schema";
import type { TableRow } from "../find-meeting.server";

/** Tells, table by table, whether the viewer reads its meetings as a member does: one question to the database for a whole list. */
export async function insideOf(ctx: Pick<Ctx, "db" | "actor" | "now">): Promise<(table: TableRow) => boolean> {
  const { actor, now } = ctx;
  if (!actor) return () => false;
  if (actor.administrator) return () => true;
  const rows = await ctx.db.read
    .select({ tableId: seats.tableId })
    .from(seats)
    .innerJoin(mandates, and(eq(mandates.seatId, seats.id), eq(mandates.affiliationId, actor.affiliationId ?? "")))
    .where(and(validAt(seats, now), validAt(mandates, now)));
  const speaks = new Set(rows.map(({ tableId }) => tableId));
  const office = can(actor, "manage_tables");
  return (table) => speaks.has(table.id) || (office && (table.ownerOrganisationId === null || table.ownerOrganisationId === actor.organisationId));
}

/** The tables at which a person speaks now, for whichever body: their own calendar does not ask for which one they are speaking. */
export async function tablesOfPerson(ctx: Pick<Ctx, "db" | "now">, personId: string): Promise<string[]> {
  const rows = await ctx.db.read
    .selectDistinct({ tableId: seats.tableId })
    .from(seats)
    .innerJoin(mandates, eq(mandates.seatId, seats.id))
    .innerJoin(affiliations, eq(affiliations.id, mandates.affiliationId))
    .where(
      and(
        eq(affiliations.personId, personId),
        lte(affiliations.validFrom, ctx.now),
        or(isNull(affiliations.validTo), gt(affiliations.validTo, ctx.now)),
        validAt(seats, ctx.now),
        validAt(mandates, ctx.now),
      ),
    );
  return rows.map(({ tableId }) => tableId);
}
