// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, eq } from "drizzle-orm";
import type { Database } from "~db/client.server";
import { documents } from "~db/documents/schema";
import { documentSeals } from "~db/documents/seals";
import { type SealPart, sealHealth } from "./seal-health.server";

export type DocumentSealsVerdict = { seals: number; broken: { documentId: string; title: string; parts: SealPart[] }[] };

/** Checks every sealed text to the bottom: files, canonical form, register of acts, and the log from which it was made. */
export async function verifyDocumentSeals(db: Database): Promise<DocumentSealsVerdict> {
  const rows = await db.read.select({ seal: documentSeals, title: documents.title }).from(documentSeals).innerJoin(documents, eq(documents.id, documentSeals.documentId)).orderBy(asc(documentSeals.at));
  const broken: DocumentSealsVerdict["broken"] = [];
  for (const { seal, title } of rows) {
    const parts = await sealHealth(db, seal, { deep: true });
    if (parts.length > 0) broken.push({ documentId: seal.documentId, title, parts });
  }
  return { seals: rows.length, broken };
}
