// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { newId } from "~db/id";
import { applicationDecisions, applications } from "~db/procedures/schema";
import { findApplication } from "./application-rows.server";
import { mayManage } from "./policy";

export const Decide = z.object({
  outcome: z.enum(["admitted", "excluded"], { error: "procedures.decide.choose" }),
  reason: z.string().trim().min(10, { error: "procedures.decide.reasonNeeded" }).max(4000, { error: "web.field.tooLong" }),
});

/** The office admits or excludes, always with the reason. While checks are open it may change its mind: the earlier decision stays in the history. */
export async function decideApplication(ctx: Ctx, { applicationId, ...input }: { applicationId: string } & z.input<typeof Decide>): Promise<void> {
  const { outcome, reason } = Decide.parse(input);
  await ctx.db.tx(async (db) => {
    const { application, dossier } = await findApplication(ctx, applicationId, db);
    enforce(mayManage(ctx.actor, dossier.procedure));
    const affiliationId = ctx.actor?.affiliationId;
    if (!affiliationId) throw problem("forbidden");
    if (dossier.state !== "admissibility") throw problem("conflict", { because: "procedures.decide.notNow" });
    if (application.state === "draft") throw problem("missing");
    const id = newId();
    await db.insert(applicationDecisions).values({ id, applicationId, outcome, reason, at: ctx.now, affiliationId });
    await db.update(applications).set({ state: outcome }).where(eq(applications.id, applicationId));
    await record(db, ctx, {
      act: outcome === "admitted" ? "application.admitted" : "application.excluded",
      subject: { kind: "application", id: applicationId },
      data: { procedureId: dossier.procedure.id, decisionId: id, leadOrganisationId: application.leadOrganisationId },
    });
  });
}
