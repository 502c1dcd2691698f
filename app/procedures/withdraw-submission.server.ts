// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { applicationReceipts, applications } from "~db/procedures/schema";
import { findOwnApplication } from "./application-rows.server";
import { isOpen, maySubmit } from "./policy";
import { guarded, receiptsInForce } from "./procedure-rows.server";
import { reopenProjectForm } from "./project-form.server";

/** The lead takes a submission back while the notice is open: it is a draft again, its receipt stays but no longer holds. */
export async function withdrawSubmission(ctx: Ctx, { applicationId }: { applicationId: string }): Promise<void> {
  await ctx.db.tx(async (db) => {
    const { application, dossier, part } = await findOwnApplication(ctx, applicationId, db);
    enforce(maySubmit(ctx.actor, { part }));
    if (application.state !== "submitted") throw problem("conflict", { because: "procedures.withdraw.notSent" });
    enforce(isOpen(guarded(dossier), ctx.now));
    const receipt = one(await receiptsInForce(db, [applicationId]));
    if (!receipt) throw problem("conflict", { because: "procedures.withdraw.notSent" });
    await db.update(applicationReceipts).set({ withdrawnAt: ctx.now, withdrawnByAffiliationId: ctx.actor?.affiliationId ?? null }).where(eq(applicationReceipts.number, receipt.number));
    await db.update(applications).set({ state: "draft" }).where(eq(applications.id, applicationId));
    await reopenProjectForm(ctx, application.documentId);
    await record(db, ctx, {
      act: "application.withdrawn", subject: { kind: "application", id: applicationId },
      data: { number: receipt.number, procedureId: dossier.procedure.id, documentId: application.documentId },
    });
  });
}
