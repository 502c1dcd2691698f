// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { Db } from "~db/client.server";
import { one } from "~db/client.server";
import { documentCorrections, documentSeals } from "~db/documents/seals";

export type SealRow = typeof documentSeals.$inferSelect;

/** The seal of a document; a document is sealed once. */
export async function sealOf(db: Db, documentId: string): Promise<SealRow | undefined> {
  return one(await db.select().from(documentSeals).where(eq(documentSeals.documentId, documentId)));
}

/** What a document corrects, when it was begun for that. */
export async function correctionBy(db: Db, documentId: string) {
  return one(await db.select().from(documentCorrections).where(eq(documentCorrections.documentId, documentId)));
}
