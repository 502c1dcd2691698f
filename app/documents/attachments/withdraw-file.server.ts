// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import { signedIn } from "~/web/guard.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { documentFiles } from "~db/documents/schema";
import { findDocument } from "../access.server";
import { mayWithdraw } from "../policy";

/** Takes an attachment out of the hands of readers, with a reason. The file and the line about it stay. */
export async function withdrawFile(ctx: Ctx, { documentId, fileId, reason }: { documentId: string; fileId: string; reason: string }): Promise<void> {
  const actor = signedIn(ctx);
  await ctx.db.tx(async (tx) => {
    const { document, position } = await findDocument(ctx, documentId);
    const own = and(eq(documentFiles.documentId, documentId), eq(documentFiles.id, fileId), eq(documentFiles.kind, "attachment"));
    const file = one(await tx.select().from(documentFiles).where(own));
    if (!file) throw problem("missing");
    enforce(mayWithdraw(actor, document, position, file));
    if (file.withdrawnAt) throw problem("conflict", { because: "documents.attachments.alreadyWithdrawn" });
    await tx
      .update(documentFiles)
      .set({ withdrawnAt: ctx.now, withdrawnReason: reason, withdrawnByPersonId: actor.personId, withdrawnByOrganisationId: actor.organisationId })
      .where(own);
    await record(tx, ctx, { act: "document.attachmentWithdrawn", subject: { kind: "document", id: documentId }, data: { documentId, fileId, sha256: file.sha256 } });
  });
}
