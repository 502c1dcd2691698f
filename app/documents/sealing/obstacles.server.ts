// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { and, asc, eq, isNull, notExists } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import type { MessageValues } from "~/web/problem";
import { answers, observations, suggestions } from "~db/documents/contributions";
import { organisations } from "~db/registry/schema";

/** Something that must be settled before the text can be approved. */
export type Obstacle = { id: string; says: string; values?: MessageValues };

/**
 * What stands between this text and its approval: suggestions whose marks are still in it, suggestions and observations
 * that nobody answered. `content` is the text as it would be sealed. Empty when nothing does.
 */
export async function obstacles(ctx: Pick<Ctx, "db">, documentId: string, content: JSONContent): Promise<Obstacle[]> {
  const db = ctx.db.read;
  const marked = suggestionsIn(content);
  const suggested = await db
    .select({ id: suggestions.id, mark: suggestions.mark, words: suggestions.words, body: organisations.name })
    .from(suggestions)
    .innerJoin(organisations, eq(organisations.id, suggestions.organisationId))
    .where(and(eq(suggestions.documentId, documentId), isNull(suggestions.withdrawnAt), isNull(suggestions.goneAt), notExists(db.select({ id: answers.id }).from(answers).where(eq(answers.suggestionId, suggestions.id)))))
    .orderBy(asc(suggestions.at));
  const observed = await db
    .select({ id: observations.id, number: observations.number, body: organisations.name })
    .from(observations)
    .innerJoin(organisations, eq(organisations.id, observations.organisationId))
    .where(and(eq(observations.documentId, documentId), isNull(observations.withdrawnAt), notExists(db.select({ id: answers.id }).from(answers).where(eq(answers.observationId, observations.id)))))
    .orderBy(asc(observations.number));
  const known = new Set(suggested.map(({ mark }) => mark));
  return [
    ...suggested.map(({ id, words, body }) => ({ id, says: "sealing.obstacle.suggestion", values: { body, words: (words.inserted || words.deleted || words.formatted).slice(0, 80) } })),
    ...marked.filter((id) => !known.has(id)).map((id) => ({ id, says: "sealing.obstacle.marks" })),
    ...observed.map(({ id, number, body }) => ({ id, says: "sealing.obstacle.observation", values: { body, number } })),
  ];
}

/** Ids of the suggestions whose marks are still in the text. */
function suggestionsIn(content: JSONContent): string[] {
  const found = new Set<string>();
  const look = (node: JSONContent) => {
    for (const { type, attrs } of node.marks ?? []) if (["insertion", "deletion", "modification"].includes(type)) found.add(String(attrs?.id ?? ""));
    node.content?.forEach(look);
  };
  look(content);
  return [...found];
}
