// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { documents } from "~db/documents/schema";
import { findDocument } from "./access.server";
import type { Visibility } from "./document";
import { mayPublish } from "./policy";

/** Shows the document to the city, or to its table only. */
export async function changeVisibility(ctx: Ctx, { documentId, visibility, governor }: { documentId: string; visibility: Visibility; /** The domain that governs the document. */ governor?: string }): Promise<void> {
  await ctx.db.tx(async (tx) => {
    const { document, position } = await findDocument(ctx, documentId);
    enforce(mayPublish(ctx.actor, position));
    if (document.governedBy && document.governedBy !== governor) throw problem("forbidden", { because: document.governedBy });
    if (document.visibility === visibility) return;
    await tx.update(documents).set({ visibility }).where(eq(documents.id, documentId));
    await record(tx, ctx, {
      act: "document.visibilityChanged",
      subject: { kind: "document", id: documentId },
      data: { documentId, from: document.visibility, to: visibility },
    });
  });
}
