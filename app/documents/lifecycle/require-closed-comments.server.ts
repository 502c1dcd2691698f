// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { documents } from "~db/documents/schema";
import { findDocument } from "../access.server";
import { mayGovern } from "../policy";

/**
 * Says whether the document waits, before its approval, for every comment to be closed; suggestions and observations it always
 * waits for. Throws `conflict` once it is approved.
 */
export async function requireClosedComments(ctx: Ctx, { documentId, required }: { documentId: string; required: boolean }): Promise<void> {
  await ctx.db.tx(async (tx) => {
    const { document, position } = await findDocument(ctx, documentId);
    enforce(mayGovern(ctx.actor, document, position));
    if (document.state === "approved" || document.state === "superseded") throw problem("conflict", { because: `documents.lifecycle.refused.from.${document.state}` });
    if (document.commentsMustClose === required) return;
    await tx.update(documents).set({ commentsMustClose: required }).where(eq(documents.id, documentId));
    await record(tx, ctx, { act: "document.commentsRuleChanged", subject: { kind: "document", id: documentId }, data: { documentId, required } });
  });
}
