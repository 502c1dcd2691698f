// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { findDocument } from "../access.server";
import { mayAttach } from "../policy";
import { listAttachments } from "./find-file.server";

/** What accompanies the text, for every reader. */
export async function attachmentsPanel(ctx: Ctx, documentId: string) {
  const { document, position } = await findDocument(ctx, documentId);
  const found = await listAttachments(ctx, documentId);
  return { attachments: found.filter(({ withdrawnAt }) => !withdrawnAt).map(({ organisationId, ...file }) => file), mayAttach: mayAttach(ctx.actor, document, position).ok };
}
