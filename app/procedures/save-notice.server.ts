// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { procedureNotices, procedures } from "~db/procedures/schema";
import { write } from "./move.server";
import type { NoticeContent } from "./notice";
import { objectivesToChoose } from "./objectives.server";
import { mayManage } from "./policy";
import { loadProcedure } from "./procedure-rows.server";

/** Saves the draft of a notice, whatever is still missing in it. `objectives` are ids of the plan; undefined leaves them. */
export async function saveNotice(ctx: Ctx, input: { procedureId: string; content: NoticeContent; objectives?: string[] }): Promise<void> {
  const options = await objectivesToChoose(ctx);
  await ctx.db.tx(async (db) => {
    const dossier = await loadProcedure(db, input.procedureId, ctx.now);
    enforce(mayManage(ctx.actor, dossier.procedure));
    const affiliationId = ctx.actor?.affiliationId;
    if (!affiliationId) throw problem("forbidden");
    if (!["initiated", "notice_draft"].includes(dossier.state)) throw problem("conflict", { because: "procedures.refusal.alreadyPublished" });
    await db
      .update(procedureNotices)
      .set({ content: input.content, savedAt: ctx.now, savedByAffiliationId: affiliationId })
      .where(and(eq(procedureNotices.procedureId, input.procedureId), eq(procedureNotices.version, 0)));
    if (input.objectives) {
      const wanted = input.objectives;
      const kept = dossier.procedure.objectives.filter(({ id }) => wanted.includes(id) && !options.some((option) => option.id === id));
      await db.update(procedures).set({ objectives: [...kept, ...options.filter(({ id }) => wanted.includes(id))] }).where(eq(procedures.id, input.procedureId));
    }
    if (dossier.state === "initiated") {
      await write(db, ctx, { procedureId: input.procedureId, kind: dossier.procedure.kind, from: "initiated", event: "draft_notice", reason: null, data: {} });
    }
  });
}
