// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { eq } from "drizzle-orm";
import { type Database, one } from "~db/client.server";
import { documentVersions } from "~db/documents/schema";
import type { documentSeals } from "~db/documents/seals";
import { journalEntries } from "~db/journal/schema";
import { readContentAt } from "../content.server";
import type { SealedRecord } from "./record";

/** What no longer agrees with a seal: a file, the kept version, the register of acts, the log of changes. */
export const sealParts = ["pdf", "record", "version", "journal", "log"] as const;
export type SealPart = (typeof sealParts)[number];

type Seal = typeof documentSeals.$inferSelect;

/**
 * Compares everything the house keeps about a sealed text with its fingerprints, and says what does not agree; empty when
 * the seal is whole. With `deep` the text is also rebuilt from the log of changes, which takes as long as opening it.
 */
export async function sealHealth(db: Database, seal: Seal, { deep = false } = {}): Promise<SealPart[]> {
  const broken = new Set<SealPart>();
  const pdf = await db.files.readFile(seal.pdfSha256).catch(() => null);
  if (!pdf) broken.add("pdf");
  const kept = await db.files.readFile(seal.recordSha256).catch(() => null);
  const record = kept && recordIn(kept);
  if (!record || record.textSha256 !== seal.textSha256 || sha256(canonical(record.content)) !== seal.textSha256) broken.add("record");
  const version = one(await db.read.select({ text: documentVersions.text, sha256: documentVersions.sha256, kind: documentVersions.kind, seq: documentVersions.seq }).from(documentVersions).where(eq(documentVersions.id, seal.versionId)));
  if (version?.kind !== "sealed" || version.sha256 !== seal.textSha256 || sha256(version.text) !== seal.textSha256) broken.add("version");
  const act = one(await db.read.select({ act: journalEntries.act, data: journalEntries.data }).from(journalEntries).where(eq(journalEntries.seq, seal.journalSeq)));
  const told = act?.act === "document.approved" ? act.data : {};
  if (told.documentId !== seal.documentId || told.textSha256 !== seal.textSha256 || told.recordSha256 !== seal.recordSha256 || told.pdfSha256 !== seal.pdfSha256) broken.add("journal");
  if (deep && (await textSha256At(db, seal.documentId, version?.seq ?? 0)) !== seal.textSha256) broken.add("log");
  return sealParts.filter((part) => broken.has(part));
}

/** The record, when the bytes are one in canonical form. */
function recordIn(bytes: Buffer): SealedRecord | null {
  try {
    const text = bytes.toString("utf8");
    const record = JSON.parse(text) as SealedRecord;
    return canonical(record) === text ? record : null;
  } catch {
    return null;
  }
}

const textSha256At = (db: Database, documentId: string, seq: number): Promise<string | null> =>
  readContentAt({ db }, documentId, seq).then((text) => sha256(canonical(text)), () => null);

const canonical = (value: unknown): string => canonicalize(value as never) ?? "";
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
