// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, count, eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import { examineFile, examinePicture } from "~/web/files/examine-file";
import { type Scan, takeFile, wrongFile } from "~/web/files/take-file.server";
import { signedIn } from "~/web/guard.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { documentFiles } from "~db/documents/schema";
import { newId } from "~db/id";
import { findDocument } from "../access.server";
import { mayAttach, mayWrite } from "../policy";

/** More than anybody brings, less than fills a disk. */
const MOST_FILES = 500;

export type Incoming = {
  documentId: string;
  kind: "attachment" | "picture";
  /** Name of the file on the sender's computer. */
  name: string;
  description: string;
  bytes: Uint8Array;
};

/**
 * Takes a file into a document: an attachment, or a picture for its text (same access as writing the text). `invalid`
 * with the reason beside the field `file` when it is not of a kind we take, is broken, locked or holds macros, or when
 * the scanner objects or does not answer.
 */
export async function attachFile(ctx: Ctx, { documentId, kind, name, description, bytes }: Incoming, { scan }: { scan: Scan }): Promise<{ id: string; sha256: string }> {
  const actor = signedIn(ctx);
  const asked = await findDocument(ctx, documentId);
  enforce((kind === "picture" ? mayWrite : mayAttach)(actor, asked.document, asked.position));
  const { sha256, size, scanned, mediaType, ...taken } = await takeFile(ctx.db.files, { name, bytes }, scan, kind === "picture" ? examinePicture : examineFile);
  const id = newId();
  await ctx.db.tx(async (tx) => {
    // while the file was looked at the document may have been closed
    const { document, position } = await findDocument(ctx, documentId);
    enforce((kind === "picture" ? mayWrite : mayAttach)(actor, document, position));
    const [{ total } = { total: 0 }] = await tx.select({ total: count() }).from(documentFiles).where(and(eq(documentFiles.documentId, documentId), eq(documentFiles.kind, kind)));
    if (total >= MOST_FILES) throw wrongFile("web.file.refused.tooMany");
    const { personId, organisationId } = actor;
    await tx.insert(documentFiles).values({ id, documentId, kind, name: taken.name, description, mediaType, sha256, size, scanned, personId, organisationId, at: ctx.now });
    await record(tx, ctx, {
      act: kind === "picture" ? "document.pictureAdded" : "document.attachmentAdded",
      subject: { kind: "document", id: documentId },
      data: { documentId, fileId: id, sha256, size, mediaType, scanned },
    });
  });
  return { id, sha256 };
}
