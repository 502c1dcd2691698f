// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, gt, isNull, or } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { documentGrants, documents } from "~db/documents/schema";
import { newId } from "~db/id";

type Grant = { documentId: string; organisationId: string; access: "read" | "suggest" | "write" };

/**
 * Lets a body come near a document outside tables, from now. A different access it had ends at the same instant. Asks
 * no permission of its own: it is a step of another domain's use-case, which has. Joins the caller's transaction.
 */
export async function grantAccess(ctx: Ctx, { documentId, organisationId, access }: Grant): Promise<void> {
  await ctx.db.tx(async (tx) => {
    const document = one(await tx.select({ scopeKind: documents.scopeKind }).from(documents).where(eq(documents.id, documentId)));
    if (document?.scopeKind !== "organisations") throw problem("missing");
    const inForce = and(
      eq(documentGrants.documentId, documentId),
      eq(documentGrants.organisationId, organisationId),
      or(isNull(documentGrants.validTo), gt(documentGrants.validTo, ctx.now)),
    );
    const current = await tx.select().from(documentGrants).where(inForce);
    if (current.length === 1 && current[0]?.access === access && current[0].validTo === null) return;
    await tx.update(documentGrants).set({ validTo: ctx.now }).where(inForce);
    const id = newId();
    await tx.insert(documentGrants).values({ id, documentId, organisationId, access, validFrom: ctx.now });
    await record(tx, ctx, {
      act: "document.accessGranted",
      subject: { kind: "document", id: documentId },
      data: { documentId, organisationId, access, grantId: id },
    });
  });
}
