// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { one } from "~db/client.server";
import { documentGrants } from "~db/documents/schema";
import { realtimeEpochs } from "~db/realtime/schema";
import { organisations } from "~db/registry/schema";
import { workingTables } from "~db/tables/schema";
import { type DocumentRow, findDocument, grantedAt } from "./access.server";
import { readDocumentContent } from "./content.server";
import { mayFollow, mayPublish, mayRename } from "./policy";
import { withoutSuggestions } from "./schema/suggested/resolve";
import { countWords, plainText } from "./schema/text";

/** All that the page of a document shows; `missing` when the viewer may not see it. */
export async function readDocument(ctx: Ctx, documentId: string) {
  const { document, position, access } = await findDocument(ctx, documentId);
  const { json, seq, epoch } = await readDocumentContent(ctx, documentId);
  const accepted = withoutSuggestions(json);
  const follow = mayFollow(ctx.actor, document, position).ok;
  const { id, title, template, state, visibility, createdAt, consultationEndsAt } = document;
  return {
    document: { id, title, template, state, visibility, createdAt, consultationEndsAt, locked: document.lockedAt !== null },
    table: await tableOf(ctx, document),
    bodies: document.scopeKind === "organisations" ? await grantedBodies(ctx, document) : [],
    // what is only proposed is between those who come near
    content: follow ? json : accepted,
    seq,
    epoch,
    restored: await cameBack(ctx, documentId, epoch),
    words: countWords(plainText(accepted)),
    access,
    may: { follow, rename: mayRename(ctx.actor, document, position).ok, publish: document.scopeKind === "table" && mayPublish(ctx.actor, position).ok },
  };
}

export type DocumentPageData = Awaited<ReturnType<typeof readDocument>>;

/** Whether the text of this epoch goes on from a copy of the data that was put back. */
async function cameBack({ db }: Ctx, documentId: string, epoch: number): Promise<boolean> {
  const ofEpoch = and(eq(realtimeEpochs.documentId, documentId), eq(realtimeEpochs.epoch, epoch), eq(realtimeEpochs.cause, "restored"));
  return one(await db.read.select({ at: realtimeEpochs.at }).from(realtimeEpochs).where(ofEpoch)) !== undefined;
}

async function tableOf(ctx: Ctx, document: DocumentRow): Promise<{ slug: string; name: string } | null> {
  if (document.scopeKind !== "table") return null;
  const rows = await ctx.db.read
    .select({ slug: workingTables.slug, name: workingTables.name })
    .from(workingTables)
    .where(eq(workingTables.id, document.scopeId));
  return one(rows) ?? null;
}

async function grantedBodies(ctx: Ctx, document: DocumentRow): Promise<string[]> {
  const rows = await ctx.db.read
    .selectDistinct({ name: organisations.name })
    .from(documentGrants)
    .innerJoin(organisations, eq(organisations.id, documentGrants.organisationId))
    .where(and(eq(documentGrants.documentId, document.id), grantedAt(ctx.now)))
    .orderBy(organisations.name);
  return rows.map(({ name }) => name);
}
