// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, count, eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import { signedIn } from "~/web/guard.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { documentFiles } from "~db/documents/schema";
import { newId } from "~db/id";
import { findDocument } from "../access.server";
import { mayAttach, mayWrite } from "../policy";
import { examineFile, examinePicture, MAX_MEGABYTES } from "./examine-file";

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

export type Scan = ((bytes: Uint8Array) => Promise<"clean" | "infected">) | null;

/**
 * Takes a file into a document: an attachment, or a picture for its text (same access as writing the text). `invalid`
 * with the reason beside the field `file` when it is not of a kind we take, is broken, locked or holds macros, or when
 * the scanner objects or does not answer.
 */
export async function attachFile(ctx: Ctx, { documentId, kind, name, description, bytes }: Incoming, { scan }: { scan: Scan }): Promise<{ id: string; sha256: string }> {
  const actor = signedIn(ctx);
  const asked = await findDocument(ctx, documentId);
  enforce((kind === "picture" ? mayWrite : mayAttach)(actor, asked.document, asked.position));
  const found = await (kind === "picture" ? examinePicture(bytes) : examineFile(bytes, name));
  if (!found.ok) throw wrong(found.because);
  const scanned = await passesScan(scan, bytes);
  // on disk before the row that names it
  const { sha256, size } = await ctx.db.files.putFile(bytes);
  const id = newId();
  await ctx.db.tx(async (tx) => {
    // while the file was looked at the document may have been closed
    const { document, position } = await findDocument(ctx, documentId);
    enforce((kind === "picture" ? mayWrite : mayAttach)(actor, document, position));
    const [{ total } = { total: 0 }] = await tx.select({ total: count() }).from(documentFiles).where(and(eq(documentFiles.documentId, documentId), eq(documentFiles.kind, kind)));
    if (total >= MOST_FILES) throw wrong("documents.attachments.refused.tooMany");
    const { personId, organisationId } = actor;
    await tx.insert(documentFiles).values({ id, documentId, kind, name: tidyName(name), description, mediaType: found.mediaType, sha256, size, scanned, personId, organisationId, at: ctx.now });
    await record(tx, ctx, {
      act: kind === "picture" ? "document.pictureAdded" : "document.attachmentAdded",
      subject: { kind: "document", id: documentId },
      data: { documentId, fileId: id, sha256, size, mediaType: found.mediaType, scanned },
    });
  });
  return { id, sha256 };
}

const wrong = (because: string) => problem("invalid", { fields: { file: because }, values: { megabytes: MAX_MEGABYTES } });

/** True when a scanner found nothing, false when there is none. Throws `invalid`, beside the field `file`, when it objects or is silent. */
export async function passesScan(scan: Scan, bytes: Uint8Array): Promise<boolean> {
  if (!scan) return false;
  const verdict = await scan(bytes).catch(() => "silent" as const);
  if (verdict === "silent") throw wrong("documents.attachments.refused.scannerSilent");
  if (verdict === "infected") throw wrong("documents.attachments.refused.infected");
  return true;
}

/** The last part of the path, without what would lead astray whoever reads or saves it. */
function tidyName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  return last.replace(/[\p{Cc}\p{Cf}"<>|:*?]/gu, "").trim().slice(0, 150) || "senza nome";
}
