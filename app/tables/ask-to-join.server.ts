// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { newId } from "~db/id";
import { joinRequests } from "~db/tables/schema";
import { findTable } from "./find-table.server";
import { askToJoin as policy } from "./policy";
import { standingAt } from "./standing.server";

const JoinInput = z.object({
  tableId: z.string().min(1),
  motivation: z.string().trim().min(20, { message: "tables.join.motivationNeeded" }).max(3000),
});

/** A body asks for a seat through whoever speaks for it. One open request per body and table: a second is a `conflict`. */
export async function askToJoin(ctx: Ctx, input: z.input<typeof JoinInput>): Promise<{ requestId: string }> {
  const actor = signedIn(ctx);
  const { tableId, motivation } = parse(JoinInput, input);
  return ctx.db.tx(async (db) => {
    const table = await findTable(ctx, tableId);
    enforce(policy(actor, table, await standingAt(db, actor, table.id, ctx.now)));
    const organisationId = actor.organisationId as string;
    const open = await db
      .select({ id: joinRequests.id })
      .from(joinRequests)
      .where(and(eq(joinRequests.tableId, table.id), eq(joinRequests.organisationId, organisationId), isNull(joinRequests.outcome)));
    if (open.length > 0) throw problem("conflict", { because: "tables.join.alreadyAsked" });
    const requestId = newId();
    await db.insert(joinRequests).values({
      id: requestId,
      tableId: table.id,
      organisationId,
      askedByAffiliationId: actor.affiliationId as string,
      motivation,
      askedAt: ctx.now,
    });
    await record(db, ctx, { act: "join.requested", subject: { kind: "table", id: table.id }, data: { tableId: table.id, requestId, organisationId } });
    return { requestId };
  });
}
