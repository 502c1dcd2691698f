// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from "node:crypto";
import { canonicalEntry, type EntryContent } from "./canonical";

/** SHA-256 of the canonical entry, in hexadecimal. */
export function entryHash(entry: EntryContent): string {
  return createHash("sha256").update(canonicalEntry(entry), "utf8").digest("hex");
}
