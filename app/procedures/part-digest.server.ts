// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import type { Budget } from "./budget";

/** SHA-256 in hexadecimal. */
export const sha256 = (content: string | Uint8Array): string => createHash("sha256").update(content).digest("hex");

/** Fingerprint of what a partner confirms: its share and the lines that bear its name. Nothing else reopens its part. */
export function partDigest({ id, share }: { id: string; share: number | null }, budget: Budget): string {
  const own = <T extends { partnerId: string }>(lines: T[]) => lines.filter(({ partnerId }) => partnerId === id);
  return sha256(canonicalize({ share, costs: own(budget.costs), resources: own(budget.resources) } as never) ?? "");
}
