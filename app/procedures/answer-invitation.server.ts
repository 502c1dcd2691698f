// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { applicationPartners } from "~db/procedures/schema";
import { findInvitation } from "./application-rows.server";
import { isOpen, mayAnswer } from "./policy";
import { guarded } from "./procedure-rows.server";
import { letWrite } from "./project-form.server";

/** A body accepts or declines, on its own account. Who accepts writes the project form and the plan with the others from now. */
export async function answerInvitation(ctx: Ctx, { applicationId, accept }: { applicationId: string; accept: boolean }): Promise<void> {
  await ctx.db.tx(async (db) => {
    const invitation = await findInvitation(ctx, applicationId, db);
    if (!invitation) throw problem("missing", { because: "procedures.refusal.noInvitation" });
    const { application, own, part, dossier } = invitation;
    enforce(mayAnswer(ctx.actor, { part, state: application.state }));
    enforce(isOpen(guarded(dossier), ctx.now));
    await db
      .update(applicationPartners)
      .set({ state: accept ? "accepted" : "declined", answeredAt: ctx.now, answeredByAffiliationId: ctx.actor?.affiliationId ?? null })
      .where(eq(applicationPartners.id, own.id));
    if (accept) await letWrite(ctx, application.documentId, own.organisationId);
    await record(db, ctx, {
      act: accept ? "application.invitationAccepted" : "application.invitationDeclined",
      subject: { kind: "application", id: applicationId },
      data: { partnerId: own.id, organisationId: own.organisationId, documentId: application.documentId },
    });
  });
}
