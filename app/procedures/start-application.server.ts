// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { newId } from "~db/id";
import { applicationPartners, applications } from "~db/procedures/schema";
import { organisations } from "~db/registry/schema";
import { mayApply } from "./policy";
import { guarded, loadProcedure } from "./procedure-rows.server";
import { beginProjectForm } from "./project-form.server";

/** Begins an application with the actor's body as lead and an empty project form. A body that leads one already gets that one back. Returns its id. */
export async function startApplication(ctx: Ctx, { procedureId, title }: { procedureId: string; title: string }): Promise<string> {
  return ctx.db.tx(async (db) => {
    const dossier = await loadProcedure(db, procedureId, ctx.now);
    const organisationId = ctx.actor?.organisationId ?? "";
    const body = one(await db.select({ kind: organisations.kind }).from(organisations).where(eq(organisations.id, organisationId)));
    enforce(mayApply(ctx.actor, guarded(dossier), { onlyEts: dossier.notice.content.onlyEts, bodyKind: body?.kind ?? null, now: ctx.now }));
    const affiliationId = ctx.actor?.affiliationId;
    if (!affiliationId) throw problem("forbidden");
    const begun = one(
      await db.select({ id: applications.id }).from(applications).where(and(eq(applications.procedureId, procedureId), eq(applications.leadOrganisationId, organisationId))),
    );
    if (begun) return begun.id;
    const id = newId();
    const documentId = await beginProjectForm(ctx, { applicationId: id, title, kind: dossier.procedure.kind, leadOrganisationId: organisationId });
    await db.insert(applications).values({ id, procedureId, leadOrganisationId: organisationId, title, state: "draft", documentId, createdAt: ctx.now, createdByAffiliationId: affiliationId });
    await db.insert(applicationPartners).values({
      id: newId(), applicationId: id, organisationId, role: "lead", state: "accepted",
      invitedAt: ctx.now, invitedByAffiliationId: affiliationId, answeredAt: ctx.now, answeredByAffiliationId: affiliationId,
    });
    await record(db, ctx, { act: "application.started", subject: { kind: "application", id }, data: { procedureId, documentId } });
    return id;
  });
}
