// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { commentThreads } from "~db/documents/contributions";
import { mayReply, mayResolve } from "../policy";
import { speaker } from "../speaker";
import { findThread } from "./find-thread.server";

type Which = { documentId: string; threadId: string };

/** Closes a talk: what was asked has been dealt with. Nothing happens when it is closed already. */
export async function resolveThread(ctx: Ctx, { documentId, threadId }: Which): Promise<void> {
  const { personId, organisationId } = speaker(signedIn(ctx));
  await ctx.db.tx(async (tx) => {
    const { document, position, thread } = await findThread(ctx, documentId, threadId);
    enforce(mayResolve(ctx.actor, document, position, thread));
    if (thread.resolvedAt) return;
    await tx.update(commentThreads).set({ resolvedAt: ctx.now, resolvedByPersonId: personId, resolvedByOrganisationId: organisationId }).where(eq(commentThreads.id, threadId));
    await record(tx, ctx, { act: "comment.resolved", subject: { kind: "comment", id: threadId }, data: { documentId } });
  });
}

/** Opens a closed talk again. Nothing happens when it is open. */
export async function reopenThread(ctx: Ctx, { documentId, threadId }: Which): Promise<void> {
  speaker(signedIn(ctx));
  await ctx.db.tx(async (tx) => {
    const { document, position, thread } = await findThread(ctx, documentId, threadId);
    enforce(mayReply(ctx.actor, document, position));
    if (!thread.resolvedAt) return;
    await tx.update(commentThreads).set({ resolvedAt: null, resolvedByPersonId: null, resolvedByOrganisationId: null }).where(eq(commentThreads.id, threadId));
    await record(tx, ctx, { act: "comment.reopened", subject: { kind: "comment", id: threadId }, data: { documentId } });
  });
}
