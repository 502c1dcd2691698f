// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { newId } from "~db/id";
import { tableFollowsObjective } from "~db/plan/schema";
import { linkFacts } from "./link-facts.server";
import { linkTable as mayLink } from "./policy";

/** Says that a table follows an objective from now on. A second time is a `conflict`. */
export async function linkTable(
  ctx: Ctx,
  asked: { tableId: string; objectiveId: string },
): Promise<{ linkId: string }> {
  return ctx.db.tx(async (db) => {
    const { facts, tableId, link } = await linkFacts(ctx, asked);
    enforce(mayLink(ctx.actor, facts));
    if (link) throw problem("conflict", { because: "plan.link.already" });
    const linkId = newId();
    const { objectiveId } = asked;
    await db.insert(tableFollowsObjective).values({ id: linkId, tableId, objectiveId, validFrom: ctx.now });
    await record(db, ctx, {
      act: "objective.followed",
      subject: { kind: "table", id: tableId },
      data: { objectiveId, linkId },
    });
    return { linkId };
  });
}
