// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Database } from "~db/client.server";
import { documentFiles } from "~db/documents/schema";
import { affiliationFiles } from "~db/registry/schema";
import { mandateFiles } from "~db/tables/schema";

export type FilesVerdict = { ok: true; files: number } | { ok: false; files: number; broken: { sha256: string; kind: "altered" | "missing"; name: string | null }[] };

/** Whether every file is what its name says, and every file that a document, the registry or a seat names is there. */
export async function verifyFiles(db: Pick<Database, "read" | "files">): Promise<FilesVerdict> {
  const { files, altered } = await db.files.checkFiles();
  const rows = [
    ...(await db.read.selectDistinct({ sha256: documentFiles.sha256, name: documentFiles.name }).from(documentFiles)),
    ...(await db.read.selectDistinct({ sha256: affiliationFiles.sha256, name: affiliationFiles.name }).from(affiliationFiles)),
    ...(await db.read.selectDistinct({ sha256: mandateFiles.sha256, name: mandateFiles.name }).from(mandateFiles)),
  ];
  const nameOf = (sha256: string) => rows.find((row) => row.sha256 === sha256)?.name ?? null;
  const missing: string[] = [];
  for (const { sha256 } of rows) {
    if (altered.includes(sha256) || missing.includes(sha256)) continue;
    if (!(await db.files.hasFile(sha256))) missing.push(sha256);
  }
  const broken = [
    ...altered.map((sha256) => ({ sha256, kind: "altered" as const, name: nameOf(sha256) })),
    ...missing.map((sha256) => ({ sha256, kind: "missing" as const, name: nameOf(sha256) })),
  ];
  return broken.length === 0 ? { ok: true, files } : { ok: false, files, broken };
}
