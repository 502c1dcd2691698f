// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { comments, commentThreads } from "~db/documents/contributions";
import { findDocument } from "../../access.server";

/** A talk of a document the actor may see, with the document and where the actor stands; `missing` otherwise. */
export async function findThread(ctx: Pick<Ctx, "actor" | "now" | "db">, documentId: string, threadId: string) {
  const found = await findDocument(ctx, documentId);
  const rows = await ctx.db.read.select().from(commentThreads).where(and(eq(commentThreads.id, threadId), eq(commentThreads.documentId, documentId)));
  const thread = one(rows);
  if (!thread) throw problem("missing");
  return { ...found, thread };
}

/** A comment and its talk, within the same limits. */
export async function findComment(ctx: Pick<Ctx, "actor" | "now" | "db">, documentId: string, commentId: string) {
  const comment = one(await ctx.db.read.select().from(comments).where(eq(comments.id, commentId)));
  if (!comment) throw problem("missing");
  return { ...(await findThread(ctx, documentId, comment.threadId)), comment };
}
