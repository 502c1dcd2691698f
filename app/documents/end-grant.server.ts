// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, gt, isNull, or } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { documentGrants } from "~db/documents/schema";

/**
 * Ends what a body was granted on a document, from now; nothing happens when it had nothing. Asks no permission of its
 * own, like `grantAccess`. Joins the caller's transaction.
 */
export async function endGrant(ctx: Ctx, { documentId, organisationId }: { documentId: string; organisationId: string }): Promise<void> {
  await ctx.db.tx(async (tx) => {
    const ended = await tx
      .update(documentGrants)
      .set({ validTo: ctx.now })
      .where(
        and(
          eq(documentGrants.documentId, documentId),
          eq(documentGrants.organisationId, organisationId),
          or(isNull(documentGrants.validTo), gt(documentGrants.validTo, ctx.now)),
        ),
      )
      .returning({ id: documentGrants.id });
    if (ended.length === 0) return;
    await record(tx, ctx, {
      act: "document.accessEnded",
      subject: { kind: "document", id: documentId },
      data: { documentId, organisationId, grantIds: ended.map(({ id }) => id) },
    });
  });
}
