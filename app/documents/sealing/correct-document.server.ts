// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { documentGrants, documentVersions } from "~db/documents/schema";
import { documentCorrections } from "~db/documents/seals";
import { findDocument } from "../access.server";
import { plantDocument } from "../plant-document.server";
import { mayGovern } from "../policy";
import { enforceWholeSeal } from "./whole-seal.server";
import { sealOf } from "./seal-rows.server";

/**
 * Begins a new document from a sealed one, to correct it: same words, same readers, and the fingerprint of what it
 * corrects. The sealed text stays as it is, and is superseded when the new one is sealed. Throws `conflict` when it is
 * not sealed, the seal is not whole or another correction is under way.
 */
export async function correctDocument(ctx: Ctx, correction: Correction): Promise<{ id: string }> {
  await enforceWholeSeal(ctx, correction.documentId);
  return beginCorrection(ctx, correction);
}

type Correction = { documentId: string; reason: string; /** The domain that governs the document. */ governor?: string };

/** The same inside the transaction of a domain that has asked `enforceWholeSeal` before it: files are not read while everybody's writing waits. */
export async function beginCorrection(ctx: Ctx, { documentId, reason, governor }: Correction): Promise<{ id: string }> {
  return ctx.db.tx(async (tx) => {
    const { document, position } = await findDocument(ctx, documentId);
    enforce(mayGovern(ctx.actor, { ...document, governedBy: document.governedBy === governor ? null : document.governedBy }, position));
    const seal = await sealOf(tx, documentId);
    if (!seal || document.state !== "approved") throw problem("conflict", { because: "sealing.correct.notSealed" });
    const other = one(await tx.select({ id: documentCorrections.documentId }).from(documentCorrections).where(eq(documentCorrections.correctsId, documentId)));
    if (other) throw problem("conflict", { because: "sealing.correct.underWay" });
    const version = one(await tx.select({ text: documentVersions.text }).from(documentVersions).where(eq(documentVersions.id, seal.versionId)));
    const content = JSON.parse(version?.text ?? "{}") as JSONContent;
    const grants = await tx.select({ organisationId: documentGrants.organisationId, access: documentGrants.access, validTo: documentGrants.validTo }).from(documentGrants).where(eq(documentGrants.documentId, documentId));
    const scope = document.scopeKind === "table" ? { table: { id: document.scopeId } } : { scopeId: document.scopeId, grants: grants.filter(({ validTo }) => !validTo || validTo > ctx.now).map(({ organisationId, access }) => ({ organisationId, access })) };
    const { id } = await plantDocument(ctx, { title: document.title, template: document.template as never, content, governedBy: document.governedBy, ...scope });
    await tx.insert(documentCorrections).values({ documentId: id, correctsId: documentId, recordSha256: seal.recordSha256, reason, at: ctx.now });
    await record(tx, ctx, { act: "document.correctionBegun", subject: { kind: "document", id: documentId }, data: { documentId, correctionId: id, recordSha256: seal.recordSha256 } });
    return { id };
  });
}
