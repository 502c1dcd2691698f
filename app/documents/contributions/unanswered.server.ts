// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, inArray, isNull, notExists } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { answers, observations, suggestions } from "~db/documents/contributions";
import { recentDocuments } from "../list-documents.server";

/** More documents than a table works on at the same time. */
const LOOKED_AT = 200;

/** The documents of a table, among those the viewer may see, with how many suggestions and observations still have no answer. */
export async function unansweredIn(ctx: Pick<Ctx, "actor" | "now" | "db">, tableId: string): Promise<{ documentId: string; title: string; count: number }[]> {
  const db = ctx.db.read;
  const seen = (await recentDocuments(ctx, LOOKED_AT, { tableId })).filter(({ lockedAt }) => !lockedAt);
  if (seen.length === 0) return [];
  const ids = seen.map(({ id }) => id);
  const open = [
    ...(await db
      .select({ documentId: suggestions.documentId })
      .from(suggestions)
      .where(and(inArray(suggestions.documentId, ids), isNull(suggestions.withdrawnAt), isNull(suggestions.goneAt), notExists(db.select({ id: answers.id }).from(answers).where(eq(answers.suggestionId, suggestions.id)))))),
    ...(await db
      .select({ documentId: observations.documentId })
      .from(observations)
      .where(and(inArray(observations.documentId, ids), isNull(observations.withdrawnAt), notExists(db.select({ id: answers.id }).from(answers).where(eq(answers.observationId, observations.id)))))),
  ];
  return seen.map(({ id, title }) => ({ documentId: id, title, count: open.filter(({ documentId }) => documentId === id).length })).filter(({ count }) => count > 0);
}
