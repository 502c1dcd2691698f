// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, desc, eq, isNull, type SQL } from "drizzle-orm";
import type { Actor } from "~/identity";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { affiliations, organisations } from "~db/registry/schema";
import { joinRequests, workingTables } from "~db/tables/schema";
import type { WorkingTable } from "./find-table.server";
import { readRequests } from "./policy";
import { standingAt } from "./standing.server";

type Reader = Pick<Ctx, "db" | "actor" | "now">;

/** The requests made to a table, open ones first, for those who may read them; otherwise only those of the viewer's own body. */
export async function joinRequestsOf(ctx: Reader, table: WorkingTable) {
  const rows = await select(ctx, eq(joinRequests.tableId, table.id), await visibleTo(ctx, table));
  return rows.sort((a, b) => Number(a.request.outcome !== null) - Number(b.request.outcome !== null));
}

/** One request of a table; `missing` also when the viewer may not know of it. */
export async function findJoinRequest(ctx: Reader, table: WorkingTable, requestId: string) {
  const found = one(await select(ctx, eq(joinRequests.id, requestId), eq(joinRequests.tableId, table.id), await visibleTo(ctx, table)));
  if (!found) throw problem("missing");
  return found;
}

/** Open requests, with their tables: whoever calls decides which of them wait for the viewer. */
export async function openRequests(ctx: Pick<Ctx, "db">) {
  return ctx.db.read
    .select({ request: joinRequests, table: workingTables, organisationName: organisations.name })
    .from(joinRequests)
    .innerJoin(workingTables, eq(workingTables.id, joinRequests.tableId))
    .innerJoin(organisations, eq(organisations.id, joinRequests.organisationId))
    .where(isNull(joinRequests.outcome));
}

async function visibleTo(ctx: Reader, table: WorkingTable): Promise<SQL | undefined> {
  const standing = await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now);
  return readRequests(ctx.actor, table, standing).ok ? undefined : ofOwnBody(ctx.actor);
}

const ofOwnBody = (actor: Actor | null) => eq(joinRequests.organisationId, actor?.organisationId ?? "");

function select(ctx: Pick<Ctx, "db">, ...where: (SQL | undefined)[]) {
  return ctx.db.read
    .select({ request: joinRequests, organisationName: organisations.name, organisationSlug: organisations.slug, askedBy: affiliations.roleLabel })
    .from(joinRequests)
    .innerJoin(organisations, eq(organisations.id, joinRequests.organisationId))
    .innerJoin(affiliations, eq(affiliations.id, joinRequests.askedByAffiliationId))
    .where(and(...where))
    .orderBy(desc(joinRequests.askedAt));
}
