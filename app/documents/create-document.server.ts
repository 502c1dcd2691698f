// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { standingAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { workingTables } from "~db/tables/schema";
import type { Visibility } from "./document";
import { type NewDocumentInput, plantDocument } from "./plant-document.server";
import { mayCreate, mayPublish } from "./policy";

/**
 * Begins a document with its first content. At a table it asks who may write there (and who may publish). Outside tables
 * the domain that calls has asked its own policy, and the grants say who comes near. Joins the caller's transaction.
 */
export async function createDocument(ctx: Ctx, input: NewDocumentInput): Promise<{ id: string }> {
  return ctx.db.tx(async (tx) => {
    if ("table" in input) await mayBeginAt(tx, ctx, input.table.id, input.visibility ?? "table");
    return plantDocument(ctx, input);
  });
}

async function mayBeginAt(tx: Db, ctx: Ctx, tableId: string, visibility: Visibility): Promise<void> {
  const table = one(await tx.select({ closedAt: workingTables.closedAt }).from(workingTables).where(eq(workingTables.id, tableId)));
  if (!table) throw problem("missing");
  if (table.closedAt && table.closedAt <= ctx.now) throw problem("conflict", { because: "documents.new.tableClosed" });
  const standing = await standingAt(tx, ctx.actor, tableId, ctx.now);
  enforce(mayCreate(ctx.actor, standing));
  if (visibility === "public") enforce(mayPublish(ctx.actor, { standing }));
}
