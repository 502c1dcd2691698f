// SPDX-License-Identifier: AGPL-3.0-or-later
import canonicalize from "canonicalize";
import { eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { formatDateTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import { one } from "~db/client.server";
import { workingTables } from "~db/tables/schema";
import { type DocumentRow, findDocument } from "../access.server";
import { readDocumentContent } from "../content.server";
import type { ExportWish } from "./export-form";
import type { Paper } from "./paper";

/**
 * All that a file of the document needs, as it is now, within what the viewer may see; `missing` when they may not see the
 * document. `comune` is the name on the paper.
 */
export async function gatherPaper(ctx: Ctx, { documentId, wish, comune }: { documentId: string; wish: Pick<ExportWish, "appendices" | "protocol" | "version">; comune: string }): Promise<Paper> {
  const { document } = await findDocument(ctx, documentId);
  const { json, seq } = await readDocumentContent(ctx, documentId);
  const table = await tableName(ctx, document);
  const say = (key: string) => translate(ctx.locale, key);
  const source = { format: "concerto-document/1", id: document.id, title: document.title, state: document.state, table, seq, at: ctx.now.toISOString(), content: json };
  return {
    lang: ctx.locale,
    comune,
    table,
    title: document.title,
    state: say(`documents.state.${document.state}`),
    date: formatDateTime(ctx.now, ctx.locale),
    instant: ctx.now.toISOString(),
    protocol: wish.protocol || null,
    authors: [],
    content: json,
    comments: [],
    appendices: [],
    images: {},
    source: canonicalize(source) ?? "",
    words: paperWords(say),
  };
}

/** The words that every paper has, in the language of `say`. */
export function paperWords(say: (key: string) => string): Paper["words"] {
  return { page: say("paper.page"), of: say("paper.of"), protocol: say("paper.protocol"), replaced: say("paper.replaced"), done: say("documents.task.done"), open: say("documents.task.open"), source: say("paper.source") };
}

async function tableName(ctx: Ctx, { scopeKind, scopeId }: DocumentRow): Promise<string | null> {
  if (scopeKind !== "table") return null;
  return one(await ctx.db.read.select({ name: workingTables.name }).from(workingTables).where(eq(workingTables.id, scopeId)))?.name ?? null;
}
