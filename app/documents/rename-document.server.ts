// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { documents } from "~db/documents/schema";
import { findDocument } from "./access.server";
import { mayRename } from "./policy";

/** Gives the document another title. The old one stays in the log of acts only as the fact that it changed. */
export async function renameDocument(ctx: Ctx, { documentId, title }: { documentId: string; title: string }): Promise<void> {
  await ctx.db.tx(async (tx) => {
    const { document, position } = await findDocument(ctx, documentId);
    enforce(mayRename(ctx.actor, document, position));
    if (document.title === title) return;
    await tx.update(documents).set({ title }).where(eq(documents.id, documentId));
    await record(tx, ctx, { act: "document.renamed", subject: { kind: "document", id: documentId }, data: { documentId } });
  });
}
