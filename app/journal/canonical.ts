// SPDX-License-Identifier: AGPL-3.0-or-later
import canonicalize from "canonicalize";

/** A journal entry before its hash; instants are milliseconds since 1970 UTC. */
export type EntryContent = {
  seq: number;
  at: number;
  personId: string | null;
  organisationId: string | null;
  capacity: string;
  act: string;
  subjectKind: string;
  subjectId: string;
  data: Record<string, unknown>;
  previousHash: string;
};

/** Hash that stands before the first entry. */
export const GENESIS = "0".repeat(64);

/** The bytes that are hashed: canonical JSON (RFC 8785), so that any implementation gets the same. */
export function canonicalEntry(entry: EntryContent): string {
  const { seq, at, personId, organisationId, capacity, act, subjectKind, subjectId, data, previousHash } = entry;
  const text = canonicalize({ seq, at, personId, organisationId, capacity, act, subjectKind, subjectId, data, previousHash });
  if (text === undefined) throw new Error("A journal entry must be plain JSON");
  return text;
}
