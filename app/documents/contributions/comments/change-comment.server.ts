// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { commentEdits, comments } from "~db/documents/contributions";
import { newId } from "~db/id";
import { mayChangeComment } from "../policy";
import { findComment } from "./find-thread.server";

type Which = { documentId: string; commentId: string };

/** Corrects what one said oneself. What it said before stays readable. */
export async function editComment(ctx: Ctx, { documentId, commentId, text }: Which & { text: string }): Promise<void> {
  signedIn(ctx);
  await ctx.db.tx(async (tx) => {
    const { document, position, thread, comment } = await findComment(ctx, documentId, commentId);
    enforce(mayChangeComment(ctx.actor, document, position, comment, thread));
    if (comment.text === text) return;
    await tx.insert(commentEdits).values({ id: newId(), commentId, text: comment.text, until: ctx.now });
    await tx.update(comments).set({ text }).where(eq(comments.id, commentId));
    await record(tx, ctx, { act: "comment.corrected", subject: { kind: "comment", id: thread.id }, data: { documentId, commentId } });
  });
}

/** Takes back what one said oneself. The place in the talk stays, with who had spoken; the words are no longer shown. */
export async function withdrawComment(ctx: Ctx, { documentId, commentId }: Which): Promise<void> {
  signedIn(ctx);
  await ctx.db.tx(async (tx) => {
    const { document, position, thread, comment } = await findComment(ctx, documentId, commentId);
    enforce(mayChangeComment(ctx.actor, document, position, comment, thread));
    await tx.update(comments).set({ withdrawnAt: ctx.now }).where(eq(comments.id, commentId));
    await record(tx, ctx, { act: "comment.withdrawn", subject: { kind: "comment", id: thread.id }, data: { documentId, commentId } });
  });
}
