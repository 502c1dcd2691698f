// SPDX-License-Identifier: AGPL-3.0-or-later
import { desc, eq, or } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { readFingerprint } from "~/web/fingerprint";
import { one } from "~db/client.server";
import { documents } from "~db/documents/schema";
import { documentSeals } from "~db/documents/seals";
import { sealHealth } from "./seal-health.server";

/**
 * `authentic`: sealed, and in force unless `superseded` says by what. `damaged`: it was sealed, and what the house keeps of
 * it no longer agrees. `unknown`: nothing sealed has this fingerprint.
 */
export type SealCheck =
  | { verdict: "authentic" | "damaged"; what: "pdf" | "record" | "text"; title: string; at: Date; body: string; protocol: string | null; superseded: { at: Date | null; documentId: string | null; recordSha256: string | null } | null }
  | { verdict: "unknown" };

/** Whether a fingerprint is that of something sealed. Open to everybody: whoever has the fingerprint has the file. */
export async function checkFingerprint({ db }: Pick<Ctx, "db">, fingerprint: string): Promise<SealCheck> {
  const wanted = readFingerprint(fingerprint);
  if (!wanted) return { verdict: "unknown" };
  const found = one(
    await db.read
      .select({ seal: documentSeals, title: documents.title, state: documents.state, supersededById: documents.supersededById })
      .from(documentSeals)
      .innerJoin(documents, eq(documents.id, documentSeals.documentId))
      .where(or(eq(documentSeals.pdfSha256, wanted), eq(documentSeals.recordSha256, wanted), eq(documentSeals.textSha256, wanted)))
      // the same words may have been sealed twice: the last counts
      .orderBy(desc(documentSeals.at))
      .limit(1),
  );
  if (!found) return { verdict: "unknown" };
  const { seal, title, state, supersededById } = found;
  const what = wanted === seal.pdfSha256 ? "pdf" : wanted === seal.recordSha256 ? "record" : "text";
  const healthy = (await sealHealth(db, seal)).length === 0;
  return { verdict: healthy ? "authentic" : "damaged", what, title, at: seal.at, body: seal.organisationName, protocol: seal.protocol, superseded: state === "superseded" ? await successor(db, supersededById) : null };
}

async function successor(db: Ctx["db"], documentId: string | null) {
  const next = documentId === null ? undefined : one(await db.read.select({ at: documentSeals.at, recordSha256: documentSeals.recordSha256 }).from(documentSeals).where(eq(documentSeals.documentId, documentId)));
  return { at: next?.at ?? null, documentId, recordSha256: next?.recordSha256 ?? null };
}
