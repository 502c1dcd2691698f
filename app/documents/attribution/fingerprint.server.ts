// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Authorship } from "./authorship";

/** SHA-256 of the canonical JSON (RFC 8785) of an authorship: what the register of acts repeats. */
export function fingerprintOf(authorship: Authorship): string {
  return createHash("sha256").update(canonicalize(authorship as never) ?? "").digest("hex");
}
