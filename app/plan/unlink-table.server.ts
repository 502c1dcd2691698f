// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { tableFollowsObjective } from "~db/plan/schema";
import { linkFacts } from "./link-facts.server";
import { unlinkTable as mayUnlink } from "./policy";

const Reason = z.object({ reason: z.string().trim().min(1, "plan.link.reasonMissing").max(1000) });

/** Says, with the reason, that a table no longer follows an objective. The past of the link stays. */
export async function unlinkTable(
  ctx: Ctx,
  { form, ...asked }: { tableId: string; objectiveId: string; form: FormData | Record<string, unknown> },
): Promise<void> {
  await ctx.db.tx(async (db) => {
    const { facts, tableId, link } = await linkFacts(ctx, asked);
    enforce(mayUnlink(ctx.actor, facts));
    if (!link) throw problem("missing");
    const { reason } = parse(Reason, form);
    await db
      .update(tableFollowsObjective)
      .set({ validTo: ctx.now, endedReason: reason })
      .where(eq(tableFollowsObjective.id, link));
    await record(db, ctx, {
      act: "objective.unfollowed",
      subject: { kind: "table", id: tableId },
      data: { objectiveId: asked.objectiveId, linkId: link, reason },
    });
  });
}
