// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { comments } from "~db/documents/contributions";
import { newId } from "~db/id";
import { mayReply } from "../policy";
import { speaker } from "../speaker";
import { findThread } from "./find-thread.server";

/** Adds to a talk. `conflict` when it has been closed: it is to be reopened first, so that nothing is said unheard. */
export async function reply(ctx: Ctx, { documentId, threadId, text }: { documentId: string; threadId: string; text: string }): Promise<void> {
  const actor = speaker(signedIn(ctx));
  await ctx.db.tx(async (tx) => {
    const { document, position, thread } = await findThread(ctx, documentId, threadId);
    enforce(mayReply(ctx.actor, document, position));
    if (thread.resolvedAt) throw problem("conflict", { because: "contributions.no.resolved" });
    const id = newId();
    await tx.insert(comments).values({ id, threadId, ...actor, at: ctx.now, text });
    await record(tx, ctx, { act: "comment.answered", subject: { kind: "comment", id: threadId }, data: { documentId, commentId: id } });
  });
}
