// SPDX-License-Identifier: AGPL-3.0-or-later
/** The project form is a shared document: all that this domain asks of documents stands here. */
import { createDocument, endGrant, grantAccess, lockDocument, readDocumentContent, unlockDocument } from "~/documents/index.server";
import type { Ctx } from "~/web/context";
import type { Kind } from "./machine";
import { projectTemplate } from "./project-template";

/** Begins the form with its headings; only the lead comes near until others accept. Joins the caller's transaction. */
export async function beginProjectForm(ctx: Ctx, { applicationId, title, kind, leadOrganisationId }: { applicationId: string; title: string; kind: Kind; leadOrganisationId: string }): Promise<string> {
  const { id } = await createDocument(ctx, {
    title, template: "blocks", blocks: projectTemplate(kind), scopeId: applicationId, grants: [{ organisationId: leadOrganisationId, access: "write" }],
  });
  return id;
}

/** A partner writes with the others from now. */
export const letWrite = (ctx: Ctx, documentId: string, organisationId: string) => grantAccess(ctx, { documentId, organisationId, access: "write" });

/** A body that left no longer comes near. */
export const shutOut = (ctx: Ctx, documentId: string, organisationId: string) => endGrant(ctx, { documentId, organisationId });

/** Stops all writing: what is read in the same transaction is what was sent. */
export const lockProjectForm = (ctx: Ctx, documentId: string) => lockDocument(ctx, { documentId, reason: "procedures.refusal.formSent" });

/** Opens the form to writing again, after a submission was taken back. */
export const reopenProjectForm = (ctx: Ctx, documentId: string) => unlockDocument(ctx, { documentId });

/** The text as stored now, as ProseMirror JSON. */
export async function projectText(ctx: Pick<Ctx, "db">, documentId: string): Promise<unknown> {
  // plain JSON only: it is hashed as it is stored
  return JSON.parse(JSON.stringify((await readDocumentContent(ctx, documentId)).json));
}
