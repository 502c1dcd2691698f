// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import { standingAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { documentGrants, documents } from "~db/documents/schema";
import { newId } from "~db/id";
import { workingTables } from "~db/tables/schema";
import { createDocument as beginText } from "~realtime/index.server";
import { SCHEMA_VERSION, type Template, type Visibility } from "./document";
import { mayCreate, mayPublish } from "./policy";
import { type Block, documentOf } from "./schema/blocks";
import { writeText } from "./schema/shared-text";
import { firstBlocks } from "./schema/templates";

export type NewDocumentInput = {
  title: string;
  visibility?: Visibility;
} & ({ template: Exclude<Template, "blocks"> } | { template: "blocks"; blocks: Block[] }) &
  (
    | { table: { id: string } }
    /** Outside tables: `scopeId` is the id of the thing the bodies write for; the caller has asked its own policy. */
    | { scopeId: string; grants: { organisationId: string; access: "read" | "write" }[] }
  );

/**
 * Begins a document with its first content; both become visible together, exactly once. Joins the caller's transaction.
 * At a table it asks who may write there (and who may publish); elsewhere the grants say who comes near.
 */
export async function createDocument(ctx: Ctx, input: NewDocumentInput): Promise<{ id: string }> {
  const id = newId();
  const { title, template, visibility = "table" } = input;
  const blocks = input.template === "blocks" ? input.blocks : firstBlocks[input.template];
  const content = documentOf(blocks);
  const { personId = null, organisationId = null, sessionId = null } = ctx.actor ?? {};
  await ctx.db.tx(async (tx) => {
    if ("table" in input) await mayBeginAt(tx, ctx, input.table.id, visibility);
    const scope = "table" in input ? { kind: "table" as const, id: input.table.id } : { kind: "organisations" as const, id: input.scopeId };
    await tx.insert(documents).values({
      id, title, template, visibility,
      scopeKind: scope.kind,
      scopeId: scope.id,
      state: "draft",
      schemaVersion: SCHEMA_VERSION,
      createdByPersonId: personId,
      createdByOrganisationId: organisationId,
      createdAt: ctx.now,
    });
    const grants = "grants" in input ? input.grants : [];
    for (const grant of grants) await tx.insert(documentGrants).values({ id: newId(), documentId: id, ...grant, validFrom: ctx.now });
    // the log names a person on every row; what the platform itself writes is the platform's
    const who = { personId: personId ?? "system", organisationId, sessionId };
    await beginText(tx, { documentId: id, at: ctx.now, who, fill: (shared) => writeText(shared, content) });
    await record(tx, ctx, {
      act: "document.created",
      subject: { kind: "document", id },
      data: { documentId: id, scopeKind: scope.kind, scopeId: scope.id, template, visibility, grants },
    });
  });
  return { id };
}

async function mayBeginAt(tx: Db, ctx: Ctx, tableId: string, visibility: Visibility): Promise<void> {
  const table = one(await tx.select({ closedAt: workingTables.closedAt }).from(workingTables).where(eq(workingTables.id, tableId)));
  if (!table) throw problem("missing");
  if (table.closedAt) throw problem("conflict", { because: "documents.new.tableClosed" });
  const standing = await standingAt(tx, ctx.actor, tableId, ctx.now);
  enforce(mayCreate(ctx.actor, standing));
  if (visibility === "public") enforce(mayPublish(ctx.actor, { standing }));
}
