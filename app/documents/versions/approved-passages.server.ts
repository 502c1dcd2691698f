// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { and, desc, eq, ne } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { documents, documentVersions } from "~db/documents/schema";
import { plainText } from "../schema/text";

export type ApprovedPassage = { tableId: string; documentId: string; title: string; text: string };

/** Documents compared at the most: enough for years of a city, and bounded. */
const MOST_DOCUMENTS = 400;

/** The paragraphs of the approved documents of the tables, as their latest version has them: for finding what two tables say alike.
 * Minutes are left out: who came, where and when is told in the same words everywhere. */
export async function approvedPassages(ctx: Pick<Ctx, "db">): Promise<ApprovedPassage[]> {
  const approved = await ctx.db.read
    .select({ id: documents.id, title: documents.title, tableId: documents.scopeId })
    .from(documents)
    .where(and(eq(documents.scopeKind, "table"), eq(documents.state, "approved"), ne(documents.template, "minutes")))
    .orderBy(desc(documents.createdAt))
    .limit(MOST_DOCUMENTS);
  const passages: ApprovedPassage[] = [];
  for (const { id, title, tableId } of approved) {
    const [latest] = await ctx.db.read.select({ text: documentVersions.text }).from(documentVersions).where(eq(documentVersions.documentId, id)).orderBy(desc(documentVersions.number)).limit(1);
    if (!latest) continue;
    const lines = plainText(JSON.parse(latest.text) as JSONContent).split("\n");
    passages.push(...lines.filter((line) => line.trim() !== "").map((text) => ({ tableId, documentId: id, title, text })));
  }
  return passages;
}
