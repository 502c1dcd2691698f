// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { one } from "~db/client.server";
import { workingTables } from "~db/tables/schema";
import { findDocument } from "./access.server";

/** The top of every page below a document: its name, what it is, and the way back. `missing` when not for the viewer. */
export async function documentHead(ctx: Ctx, documentId: string) {
  const { document, position, access } = await findDocument(ctx, documentId);
  const { id, title, template, state, visibility, lockedAt, consultationEndsAt } = document;
  const table =
    document.scopeKind === "table"
      ? one(await ctx.db.read.select({ slug: workingTables.slug, name: workingTables.name }).from(workingTables).where(eq(workingTables.id, document.scopeId)))
      : undefined;
  const all = translate(ctx.locale, "documents.name");
  const home = table ? [{ to: paths.table(table.slug), label: table.name }, { to: paths.tableDocuments(table.slug), label: all }] : [{ to: paths.documents(), label: all }];
  return {
    row: document,
    position,
    access,
    head: { id, title, template, state, visibility, consultationEndsAt, locked: lockedAt !== null, trail: [...home, { to: paths.document(id), label: title }] },
  };
}

export type DocumentHead = Awaited<ReturnType<typeof documentHead>>["head"];
