// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, isNull, or, sql } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { newId } from "~db/id";
import { applicationPartners } from "~db/procedures/schema";
import { organisations } from "~db/registry/schema";
import { findOwnApplication, present } from "./application-rows.server";
import { isOpen, mayLead, mayTakePart } from "./policy";
import { guarded } from "./procedure-rows.server";

/** Invites a body, named by its full name or its fiscal code. It sees the invitation; the content only after it accepts. */
export async function invitePartner(ctx: Ctx, { applicationId, body }: { applicationId: string; body: string }): Promise<void> {
  await ctx.db.tx(async (db) => {
    const { application, dossier, partners, part, own } = await findOwnApplication(ctx, applicationId, db);
    enforce(mayLead(ctx.actor, { part, state: application.state }));
    enforce(isOpen(guarded(dossier), ctx.now));
    const wanted = body.trim();
    const found = await db
      .select({ id: organisations.id, kind: organisations.kind })
      .from(organisations)
      .where(and(isNull(organisations.closedAt), or(eq(sql`lower(${organisations.name})`, wanted.toLowerCase()), eq(organisations.fiscalCode, wanted))));
    const [chosen] = found;
    if (!chosen || found.length > 1) throw problem("invalid", { fields: { body: found.length > 1 ? "procedures.invite.several" : "procedures.invite.notFound" } });
    if (present(partners).some(({ organisationId }) => organisationId === chosen.id)) throw problem("invalid", { fields: { body: "procedures.invite.already" } });
    if (chosen.id === dossier.procedure.organisationId) throw problem("invalid", { fields: { body: "procedures.refusal.ownNotice" } });
    const decision = mayTakePart(dossier.notice.content.onlyEts, chosen.kind);
    if (!decision.ok) throw problem("invalid", { fields: { body: decision.because } });
    const id = newId();
    await db.insert(applicationPartners).values({
      id, applicationId, organisationId: chosen.id, role: "partner", state: "invited", invitedAt: ctx.now, invitedByAffiliationId: ctx.actor?.affiliationId ?? own.invitedByAffiliationId,
    });
    await record(db, ctx, { act: "application.partnerInvited", subject: { kind: "application", id: applicationId }, data: { partnerId: id, organisationId: chosen.id } });
  });
}
