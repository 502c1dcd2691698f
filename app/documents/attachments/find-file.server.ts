// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { documentFiles } from "~db/documents/schema";
import { organisations } from "~db/registry/schema";
import { findDocument } from "../access.server";

export type FileRow = typeof documentFiles.$inferSelect;

/** Attachments of a document, last first, the withdrawn ones after; `missing` when the document is not for the viewer. */
export async function listAttachments(ctx: Pick<Ctx, "actor" | "now" | "db">, documentId: string) {
  await findDocument(ctx, documentId);
  const rows = await ctx.db.read
    .select({ file: documentFiles, body: organisations.name })
    .from(documentFiles)
    .leftJoin(organisations, eq(organisations.id, documentFiles.organisationId))
    .where(and(eq(documentFiles.documentId, documentId), eq(documentFiles.kind, "attachment")))
    .orderBy(asc(documentFiles.withdrawnAt), desc(documentFiles.at), desc(documentFiles.id));
  return rows
    .map(({ file: { id, name, description, mediaType, size, sha256, scanned, at, organisationId, withdrawnAt, withdrawnReason }, body }) => ({
      id, name, description, mediaType, size, sha256, scanned, at, organisationId, withdrawnAt, withdrawnReason, body,
    }))
    .sort((a, b) => Number(a.withdrawnAt !== null) - Number(b.withdrawnAt !== null));
}

export type Attachment = Awaited<ReturnType<typeof listAttachments>>[number];

/** An attachment with its bytes. What was withdrawn is kept, but no longer given out. */
export async function openAttachment(ctx: Pick<Ctx, "actor" | "now" | "db">, documentId: string, id: string): Promise<{ file: FileRow; bytes: Buffer }> {
  await findDocument(ctx, documentId);
  return opened(ctx, one(await ctx.db.read.select().from(documentFiles).where(and(eq(documentFiles.documentId, documentId), eq(documentFiles.id, id), eq(documentFiles.kind, "attachment"), isNull(documentFiles.withdrawnAt)))));
}

/** A picture of a document's text, by the SHA-256 that the text names. */
export async function openPicture(ctx: Pick<Ctx, "actor" | "now" | "db">, documentId: string, sha256: string): Promise<{ file: FileRow; bytes: Buffer }> {
  await findDocument(ctx, documentId);
  return opened(ctx, one(await ctx.db.read.select().from(documentFiles).where(and(eq(documentFiles.documentId, documentId), eq(documentFiles.sha256, sha256), eq(documentFiles.kind, "picture")))));
}

async function opened({ db }: Pick<Ctx, "db">, file: FileRow | undefined): Promise<{ file: FileRow; bytes: Buffer }> {
  if (!file) throw problem("missing");
  return { file, bytes: await db.files.readFile(file.sha256) };
}
