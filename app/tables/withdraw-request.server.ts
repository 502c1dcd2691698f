// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { joinRequests } from "~db/tables/schema";
import { withdrawRequest as policy } from "./policy";

/** The body takes back its request to join. Throws `conflict` when it was answered meanwhile. */
export async function withdrawRequest(ctx: Ctx, { requestId }: { requestId: string }): Promise<void> {
  await ctx.db.tx(async (db) => {
    const request = one(await db.select().from(joinRequests).where(eq(joinRequests.id, requestId)));
    if (!request) throw problem("missing");
    enforce(policy(ctx.actor, request));
    if (request.outcome) throw problem("conflict", { because: `tables.join.was.${request.outcome}` });
    const by = ctx.actor?.affiliationId ?? null;
    await db.update(joinRequests).set({ outcome: "withdrawn", answeredAt: ctx.now, answeredByAffiliationId: by }).where(eq(joinRequests.id, requestId));
    const { tableId, organisationId } = request;
    await record(db, ctx, { act: "join.withdrawn", subject: { kind: "table", id: tableId }, data: { tableId, requestId, organisationId } });
  });
}
