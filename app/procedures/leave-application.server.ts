// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { applicationPartners } from "~db/procedures/schema";
import { findOwnApplication, present } from "./application-rows.server";
import { mayLead, mayWorkOn } from "./policy";
import { shutOut } from "./project-form.server";

/**
 * A partner leaves the draft, or the lead takes a partner or an unanswered invitation out of it, with the reason. Its
 * lines and share stop counting; the confirmations of the others stay, unless their own part changes.
 */
export async function leaveApplication(ctx: Ctx, { applicationId, partnerId, reason }: { applicationId: string; partnerId: string; reason: string }): Promise<void> {
  await ctx.db.tx(async (db) => {
    const { application, partners, part, own } = await findOwnApplication(ctx, applicationId, db);
    const leaver = present(partners).find(({ id }) => id === partnerId);
    if (!leaver || leaver.role === "lead") throw problem("missing");
    const facts = { part, state: application.state };
    enforce(leaver.id === own.id ? mayWorkOn(ctx.actor, facts) : mayLead(ctx.actor, facts));
    if (reason.trim() === "") throw problem("invalid", { fields: { [`reason-${partnerId}`]: "web.field.required" } });
    await db.update(applicationPartners).set({ state: "left", leftAt: ctx.now, leftReason: reason.trim() }).where(eq(applicationPartners.id, partnerId));
    await shutOut(ctx, application.documentId, leaver.organisationId);
    await record(db, ctx, {
      act: "application.partnerLeft", subject: { kind: "application", id: applicationId },
      data: { partnerId, organisationId: leaver.organisationId, documentId: application.documentId, removed: leaver.id !== own.id },
    });
  });
}
