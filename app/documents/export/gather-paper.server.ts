// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import canonicalize from "canonicalize";
import { eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { formatDateTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import { one } from "~db/client.server";
import { workingTables } from "~db/tables/schema";
import { type DocumentRow, findDocument } from "../access.server";
import { authorshipOf } from "../attribution/authorship-of.server";
import { readDocumentContent } from "../content.server";
import { maySeeHistory } from "../policy";
import { enforceWholeSeal } from "../sealing/whole-seal.server";
import { appendicesOf } from "./appendices.server";
import { commentsOf } from "./comments-of.server";
import type { ExportWish } from "./export-form";
import type { Paper } from "./paper";
import { picturesOf } from "./pictures-of.server";
import { withAuthorsNamed } from "./revisions-of.server";

/**
 * All that a file of the document needs, as it is now, within what the viewer may see; `missing` when they may not see the
 * document. `comune` is the name on the paper.
 */
export async function gatherPaper(ctx: Ctx, { documentId, wish, comune }: { documentId: string; wish: Pick<ExportWish, "appendices" | "protocol" | "version">; comune: string }): Promise<Paper> {
  const { document, position } = await findDocument(ctx, documentId);
  await enforceWholeSeal(ctx, documentId);
  const { json, seq } = await readDocumentContent(ctx, documentId);
  const table = await tableName(ctx, document);
  const say = (key: string) => translate(ctx.locale, key);
  const source = { format: "concerto-document/1", id: document.id, title: document.title, state: document.state, table, seq, at: ctx.now.toISOString(), content: json };
  return {
    ...(await paperFrom({ ctx, documentId, content: json, say })),
    content: await withAuthorsNamed(ctx, json),
    comments: await commentsOf(ctx, documentId),
    appendices: await appendicesOf(ctx, documentId, wish.appendices),
    origin: { documentId, seq },
    authors: maySeeHistory(ctx.actor, document, position).ok ? await writersOf(ctx, documentId) : [],
    lang: ctx.locale,
    comune,
    table,
    title: document.title,
    state: say(`documents.state.${document.state}`),
    date: formatDateTime(ctx.now, ctx.locale),
    instant: ctx.now.toISOString(),
    protocol: wish.protocol || null,
    source: canonicalize(source) ?? "",
  };
}

/** Names of the bodies whose words are in the text, the largest part first. */
async function writersOf(ctx: Ctx, documentId: string): Promise<string[]> {
  const { contributions } = await authorshipOf(ctx, documentId);
  return [...new Set(contributions.filter(({ letters }) => letters > 0).flatMap(({ body }) => body ?? []))];
}

type Text = { ctx: Ctx; documentId: string; content: JSONContent; say: (key: string) => string };

/** The part of a paper that comes from the text alone. */
export async function paperFrom({ ctx, documentId, content, say }: Text): Promise<Pick<Paper, "content" | "comments" | "appendices" | "images" | "origin" | "authors" | "notes" | "words">> {
  return { content, comments: [], appendices: [], images: await picturesOf(ctx, documentId, content), origin: null, authors: [], notes: [], words: paperWords(say) };
}

/** The words that every paper has, in the language of `say`. */
export function paperWords(say: (key: string) => string): Paper["words"] {
  return { page: say("paper.page"), of: say("paper.of"), protocol: say("paper.protocol"), replaced: say("paper.replaced"), done: say("documents.task.done"), open: say("documents.task.open"), source: say("paper.source") };
}

/** Name of the table of a document, when it has one. */
export async function tableName(ctx: Pick<Ctx, "db">, { scopeKind, scopeId }: Pick<DocumentRow, "scopeKind" | "scopeId">): Promise<string | null> {
  if (scopeKind !== "table") return null;
  return one(await ctx.db.read.select({ name: workingTables.name }).from(workingTables).where(eq(workingTables.id, scopeId)))?.name ?? null;
}
