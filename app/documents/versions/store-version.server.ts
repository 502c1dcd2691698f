// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, desc, eq, gt, lte } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { type Db, one } from "~db/client.server";
import { documents, documentVersions } from "~db/documents/schema";
import { newId } from "~db/id";
import { realtimeUpdates } from "~db/realtime/schema";
import { fingerprintOf } from "../attribution/fingerprint.server";
import type { PreparedVersion } from "./prepare-version.server";

type VersionRow = typeof documentVersions.$inferSelect;

export type VersionFacts = Pick<VersionRow, "kind" | "cause"> & { name?: string | undefined; reason?: string | undefined };

/**
 * Keeps a prepared text as the next version, inside the caller's transaction. Automatic ones are nobody's act and stay out of the
 * register; those a person asked for are told there.
 */
export async function storeVersion(tx: Db, ctx: Pick<Ctx, "actor" | "now">, prepared: PreparedVersion, facts: VersionFacts): Promise<{ id: string; number: number }> {
  const { documentId, seq, sha256, authorship } = prepared;
  const rows = tx.select({ number: documentVersions.number, seq: documentVersions.seq }).from(documentVersions).where(eq(documentVersions.documentId, documentId));
  const last = one(await rows.orderBy(desc(documentVersions.number)).limit(1));
  const id = newId();
  const number = (last?.number ?? 0) + 1;
  await tx.insert(documentVersions).values({
    id, number, ...prepared, ...facts,
    at: ctx.now,
    personId: ctx.actor?.personId ?? null,
    organisationId: ctx.actor?.organisationId ?? null,
    writers: await writersBetween(tx, documentId, last?.seq ?? 0, seq),
  });
  await tx.update(documents).set({ versionedSeq: seq }).where(eq(documents.id, documentId));
  if (facts.kind !== "automatic") {
    await record(tx, ctx, { act: "document.versionMade", subject: { kind: "document", id: documentId }, data: { documentId, number, kind: facts.kind, seq, sha256, authorshipSha256: fingerprintOf(authorship) } });
  }
  return { id, number };
}

async function writersBetween(tx: Db, documentId: string, after: number, upTo: number): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: realtimeUpdates.organisationId })
    .from(realtimeUpdates)
    .where(and(eq(realtimeUpdates.documentId, documentId), gt(realtimeUpdates.seq, after), lte(realtimeUpdates.seq, upTo)));
  return rows.flatMap(({ id }) => id ?? []).sort();
}
