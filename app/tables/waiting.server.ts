// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, gt, lte } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import type { Waiting } from "~/web/waiting";
import { affiliations, organisations } from "~db/registry/schema";
import { mandates, seats, workingTables } from "~db/tables/schema";
import { openRequests } from "./join-requests.server";
import { checksWaiting } from "./coverage/check-coverage.server";
import { answerRequest, manageMandates } from "./policy";
import { itemsWaiting } from "./items/find-item.server";
import { mappingWaiting } from "./mapping/campaigns.server";
import { standingAt, validAt } from "./standing.server";

/** How long before its end a mandate is worth a reminder. */
const REMINDER_MS = 60 * 86_400_000;

/** What the tables have waiting for the viewer: requests, items and forms to answer, checks that are due, and mandates about to end. */
export async function waiting(ctx: Ctx): Promise<Waiting[]> {
  if (!ctx.actor) return [];
  return [...(await requestsToAnswer(ctx)), ...(await itemsWaiting(ctx)), ...(await mappingWaiting(ctx)), ...(await checksWaiting(ctx)), ...(await mandatesEnding(ctx))];
}

async function requestsToAnswer(ctx: Ctx): Promise<Waiting[]> {
  const found: Waiting[] = [];
  for (const { request, table, organisationName } of await openRequests(ctx)) {
    const standing = await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now);
    if (!answerRequest(ctx.actor, table, standing).ok) continue;
    found.push({
      id: request.id,
      says: "tables.waiting.request",
      values: { organisation: organisationName, table: table.name },
      to: paths.joinRequest(table.slug, request.id),
      due: null,
    });
  }
  return found;
}

/** Mandates of the viewer, and those of the seats whose persons the viewer may name. */
async function mandatesEnding(ctx: Ctx): Promise<Waiting[]> {
  const rows = await ctx.db.read
    .select({ mandate: mandates, seat: seats, table: workingTables, organisationName: organisations.name, personId: affiliations.personId })
    .from(mandates)
    .innerJoin(seats, eq(seats.id, mandates.seatId))
    .innerJoin(workingTables, eq(workingTables.id, seats.tableId))
    .innerJoin(organisations, eq(organisations.id, seats.organisationId))
    .innerJoin(affiliations, eq(affiliations.id, mandates.affiliationId))
    .where(
      and(
        gt(mandates.validTo, ctx.now),
        lte(mandates.validTo, new Date(ctx.now.getTime() + REMINDER_MS)),
        validAt(mandates, ctx.now),
        validAt(seats, ctx.now),
      ),
    );
  const found: Waiting[] = [];
  for (const { mandate, seat, table, organisationName, personId } of rows) {
    const own = personId === ctx.actor?.personId;
    // the administrator runs the software: mandates are not theirs to renew
    const names = !ctx.actor?.administrator && manageMandates(ctx.actor, table, await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now), seat).ok;
    if (!own && !names) continue;
    found.push({
      id: mandate.id,
      says: own ? "tables.waiting.ownMandate" : "tables.waiting.mandate",
      values: { organisation: organisationName, table: table.name },
      to: names ? paths.manageSeat(table.slug, seat.id) : paths.tableMembers(table.slug),
      due: mandate.validTo,
    });
  }
  return found;
}
