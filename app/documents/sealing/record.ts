// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import canonicalize from "canonicalize";

/** What is sealed, whole: the text and all that says what it is. Plain JSON; instants are ISO in UTC. */
export type SealedRecord = {
  format: "concerto-sealed-document/1";
  document: { id: string; title: string; template: string; comune: string; table: string | null };
  /** Number of the last stored change the text contains. */
  seq: number;
  sealedAt: string;
  sealedBy: { organisationId: string | null; organisation: string; capacity: string; role: string | null };
  reason: string;
  protocol: string | null;
  textSha256: string;
  /** The sealed text that this one corrects. */
  corrects: { documentId: string; recordSha256: string; reason: string } | null;
  content: JSONContent;
};

/** The bytes that are kept and fingerprinted: canonical JSON (RFC 8785), so that any implementation gets the same. */
export function canonicalRecord(record: SealedRecord): string {
  const text = canonicalize(record as never);
  if (text === undefined) throw new Error("A sealed record must be plain JSON");
  return text;
}
