// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { documents } from "~db/documents/schema";
import { findDocument } from "./access.server";
import { mayLock } from "./policy";

/**
 * Closes the document to writing. Joins the caller's transaction: once it is committed, no update enters the log (the
 * store looks at the lock when it appends), so what `readDocumentContent` gives inside it is final. `reason` is the
 * message key that people who try to write will read. Throws `conflict` when it is locked already.
 */
export async function lockDocument(ctx: Ctx, { documentId, reason }: { documentId: string; reason: string }): Promise<void> {
  await ctx.db.tx(async (tx) => {
    const { document, position } = await findDocument(ctx, documentId);
    enforce(mayLock(ctx.actor, document, position));
    if (document.lockedAt) throw problem("conflict", { because: document.lockedReason ?? "documents.access.locked" });
    await tx.update(documents).set({ lockedAt: ctx.now, lockedReason: reason }).where(eq(documents.id, documentId));
    await record(tx, ctx, { act: "document.locked", subject: { kind: "document", id: documentId }, data: { documentId, reason } });
  });
}
