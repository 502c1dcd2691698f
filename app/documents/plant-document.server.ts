// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { documentGrants, documents } from "~db/documents/schema";
import { newId } from "~db/id";
import { createDocument as beginText } from "~realtime/index.server";
import { SCHEMA_VERSION, type Template, type Visibility } from "./document";
import { type Block, documentOf } from "./schema/blocks";
import { writeText } from "./schema/shared-text";
import { firstBlocks } from "./schema/templates";

export type NewDocumentInput = {
  title: string;
  visibility?: Visibility;
  /** Message key by which another domain keeps for itself the steps of its life. */
  governedBy?: string | null;
} & ({ template: Exclude<Template, "blocks"> } | { template: Template; blocks: Block[] } | { template: Template; content: JSONContent }) &
  (
    | { table: { id: string } }
    /** Outside tables: `scopeId` is the id of the thing the bodies write for. */
    | { scopeId: string; grants: { organisationId: string; access: "read" | "suggest" | "write" }[] }
  );

/**
 * Puts a document with its first content in place; both become visible together, exactly once. Asks nobody's permission:
 * `createDocument` does, and fixtures have nobody to ask. Joins the caller's transaction.
 */
export async function plantDocument(ctx: Pick<Ctx, "actor" | "now" | "db">, input: NewDocumentInput): Promise<{ id: string }> {
  const id = newId();
  const { title, template, visibility = "table" } = input;
  const content = "content" in input ? input.content : documentOf("blocks" in input ? input.blocks : firstBlocks[input.template]);
  const { personId = null, organisationId = null, sessionId = null } = ctx.actor ?? {};
  const scope = "table" in input ? ({ kind: "table", id: input.table.id } as const) : ({ kind: "organisations", id: input.scopeId } as const);
  const grants = "grants" in input ? input.grants : [];
  await ctx.db.tx(async (tx) => {
    await tx.insert(documents).values({
      id, title, template, visibility,
      scopeKind: scope.kind,
      scopeId: scope.id,
      state: "draft",
      governedBy: input.governedBy ?? null,
      schemaVersion: SCHEMA_VERSION,
      createdByPersonId: personId,
      createdByOrganisationId: organisationId,
      createdAt: ctx.now,
    });
    for (const grant of grants) await tx.insert(documentGrants).values({ id: newId(), documentId: id, ...grant, validFrom: ctx.now });
    // each row of the log names who wrote it; what nobody wrote is the platform's
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
