// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { and, asc, eq, isNull } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import type { MessageValues } from "~/web/problem";
import { one } from "~db/client.server";
import { commentThreads } from "~db/documents/contributions";
import { documents } from "~db/documents/schema";
import { organisations } from "~db/registry/schema";
import { openContributions } from "../contributions/read-contributions.server";
import { noteSuggestions } from "../contributions/suggestions/note-suggestions.server";
import { missingHeadings } from "../schema/missing-headings";
import { suggestionsIn } from "../schema/suggested/find";
import { withoutSuggestions } from "../schema/suggested/resolve";

/** Something that must be settled before the text can be approved, and where that is done. */
export type Obstacle = { id: string; says: string; values?: MessageValues; to: string };

/**
 * What stands between this text and its approval: suggestions and observations that nobody answered, suggestions whose marks
 * are still in it, parts its template demands and nobody has written. `content` is the text as it would be sealed. Empty when
 * nothing does. Not inside a transaction.
 *
 * A mandatory part cannot be waved through: where it does not apply, that is written below its heading with the reason, so that
 * who reads the sealed text knows it was not forgotten. Texts that another domain governs are the exception: minutes are approved
 * by those who were there, and their seal only fixes what was approved.
 */
export async function obstacles(ctx: Pick<Ctx, "db" | "now">, documentId: string, content: JSONContent): Promise<Obstacle[]> {
  await noteSuggestions(ctx, documentId);
  const open = await openContributions(ctx, documentId);
  const known = new Set(open.map(({ mark }) => mark));
  const marked = new Set(suggestionsIn(content).map(({ signature }) => signature.id));
  const talks = await talksThatMustClose(ctx, documentId);
  const missing = await missingParts(ctx, documentId, content);
  const to = (id: string) => `${paths.documentSuggestions(documentId)}#contributo-${id}`;
  return [
    ...open.map(({ id, kind, number, body, words, standing }): Obstacle => {
      if (kind === "observation") return { id, says: "sealing.obstacle.observation", values: { body, number: number ?? 0 }, to: to(id) };
      const said = words?.inserted || words?.deleted || words?.formatted || "";
      return { id, says: standing === "open" ? "sealing.obstacle.suggestion" : "sealing.obstacle.postponed", values: { body, words: short(said) }, to: to(id) };
    }),
    ...[...marked].filter((mark) => !known.has(mark)).map((mark): Obstacle => ({ id: mark, says: "sealing.obstacle.marks", to: paths.document(documentId) })),
    ...missing.map((heading): Obstacle => ({ id: heading, says: "sealing.obstacle.heading", values: { heading }, to: paths.document(documentId) })),
    ...talks.map(({ id, anchor, body }): Obstacle => ({ id, says: "sealing.obstacle.comment", values: { body, words: short(anchor.quote) }, to: `${paths.documentComments(documentId)}#commento-${id}` })),
  ];
}

/** The first words, whole, for people to know what it is about. */
function short(words: string): string {
  const trimmed = words.trim();
  return trimmed.length <= 80 ? trimmed : `${trimmed.slice(0, 80).replace(/\s+\S*$/, "")} …`;
}

/** Unresolved comments, where the document was set to need them closed. */
async function talksThatMustClose({ db }: Pick<Ctx, "db">, documentId: string) {
  return db.read
    .select({ id: commentThreads.id, anchor: commentThreads.anchor, body: organisations.name })
    .from(commentThreads)
    .innerJoin(documents, and(eq(documents.id, commentThreads.documentId), eq(documents.commentsMustClose, true)))
    .innerJoin(organisations, eq(organisations.id, commentThreads.organisationId))
    .where(and(eq(commentThreads.documentId, documentId), isNull(commentThreads.resolvedAt)))
    .orderBy(asc(commentThreads.at));
}

/** What others propose to write there is not written yet. */
async function missingParts({ db }: Pick<Ctx, "db">, documentId: string, content: JSONContent): Promise<string[]> {
  const document = one(await db.read.select({ template: documents.template, governedBy: documents.governedBy }).from(documents).where(eq(documents.id, documentId)));
  return document && document.governedBy === null ? missingHeadings(document.template, withoutSuggestions(content)) : [];
}
