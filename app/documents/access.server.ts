// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, desc, eq, gt, inArray, isNull, lte, or, type SQL } from "drizzle-orm";
import type { Actor } from "~/identity";
import { standingAt, validAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { documentGrants, documents } from "~db/documents/schema";
import { seats } from "~db/tables/schema";
import { inConsultation } from "./lifecycle/states";
import { type Access, accessTo, type Position } from "./policy";

export type DocumentRow = typeof documents.$inferSelect;

/** Where the actor stands towards a document at an instant: seat and mandate at its table, or a grant to their body. */
export async function positionAt(db: Db, actor: Actor | null, document: Pick<DocumentRow, "id" | "scopeKind" | "scopeId" | "state" | "consultationEndsAt">, at: Date): Promise<Position> {
  const termPassed = document.state === "consultation" && !inConsultation(document, at);
  if (!actor?.organisationId) return { standing: null, grant: null, termPassed };
  if (document.scopeKind === "table") return { standing: await standingAt(db, actor, document.scopeId, at), grant: null, termPassed };
  const grants = await db
    .select({ access: documentGrants.access })
    .from(documentGrants)
    .where(and(eq(documentGrants.documentId, document.id), eq(documentGrants.organisationId, actor.organisationId), grantedAt(at)))
    // "write" before "suggest" before "read"
    .orderBy(desc(documentGrants.access));
  return { standing: null, grant: one(grants)?.access ?? null, termPassed };
}

/**
 * What the actor (null: nobody signed in) may do with the document at the instant, and why not more. The page and the
 * socket ask the same question here.
 */
export async function documentAccess(db: Db, actor: Actor | null, document: DocumentRow, at: Date): Promise<Access> {
  return accessTo(actor, document, await positionAt(db, actor, document, at));
}

/** The document, where the actor stands and what follows; `missing` when it is not there for them. */
export async function findDocument(ctx: Pick<Ctx, "actor" | "now" | "db">, documentId: string) {
  const db = ctx.db.read;
  const document = one(await db.select().from(documents).where(eq(documents.id, documentId)));
  if (!document) throw problem("missing");
  const position = await positionAt(db, ctx.actor, document, ctx.now);
  const access = accessTo(ctx.actor, document, position);
  if (access.access === "none") throw problem("missing");
  return { document, position, access };
}

/** Condition: the document is visible to the actor, by seat, by grant, or because it is public. */
export function visibleTo(db: Db, actor: Actor | null, at: Date): SQL | undefined {
  return or(eq(documents.visibility, "public"), ownTo(db, actor, at));
}

/** Condition: the body spoken for comes near by seat or by grant. Undefined for who speaks for nobody. */
export function ownTo(db: Db, actor: Actor | null, at: Date): SQL | undefined {
  if (!actor?.organisationId) return undefined;
  const tables = db.select({ id: seats.tableId }).from(seats).where(and(eq(seats.organisationId, actor.organisationId), validAt(seats, at)));
  const granted = db
    .select({ id: documentGrants.documentId })
    .from(documentGrants)
    .where(and(eq(documentGrants.organisationId, actor.organisationId), grantedAt(at)));
  return or(and(eq(documents.scopeKind, "table"), inArray(documents.scopeId, tables)), inArray(documents.id, granted));
}

/** Condition: the grant is in force at the instant. */
export function grantedAt(at: Date): SQL | undefined {
  return and(lte(documentGrants.validFrom, at), or(isNull(documentGrants.validTo), gt(documentGrants.validTo, at)));
}
