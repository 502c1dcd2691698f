// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { documents } from "~db/documents/schema";
import { findDocument } from "./access.server";
import { mayLock } from "./policy";

/** Opens a locked document to writing again; nothing happens when it is open. Joins the caller's transaction. */
export async function unlockDocument(ctx: Ctx, { documentId }: { documentId: string }): Promise<void> {
  await ctx.db.tx(async (tx) => {
    const { document, position } = await findDocument(ctx, documentId);
    enforce(mayLock(ctx.actor, document, position));
    if (!document.lockedAt) return;
    await tx.update(documents).set({ lockedAt: null, lockedReason: null }).where(eq(documents.id, documentId));
    await record(tx, ctx, { act: "document.unlocked", subject: { kind: "document", id: documentId }, data: { documentId } });
  });
}
