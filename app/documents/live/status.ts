// SPDX-License-Identifier: AGPL-3.0-or-later
import type { SaveStatus } from "~realtime/index";

/** Something typed here is not on the server's disk: leaving now would lose it. */
export function hasUnsaved(status: SaveStatus): boolean {
  return status.kind === "saving" || status.kind === "unsaved" || (status.kind === "refused" && status.unsaved);
}

/** Waiting may still save it: the connection is away or the disk of the server is not answering. */
const HEALS = new Set(["offline", "storage"]);

/** What was typed will not be taken, however long one waits. */
export function isLost(status: SaveStatus): boolean {
  return (status.kind === "unsaved" && !HEALS.has(status.reason)) || (status.kind === "refused" && status.unsaved);
}

/** Whether the text may be typed into. */
export function isOpen(status: SaveStatus): boolean {
  return status.kind !== "readonly" && status.kind !== "refused" && !isLost(status);
}

/** Message key of the badge. */
export function badgeKey(status: SaveStatus): string {
  if (status.kind === "refused") return status.unsaved ? "documents.badge.unsaved" : "documents.badge.closed";
  return `documents.badge.${status.kind}`;
}

const CLOSED: Record<number, string> = { 4401: "signedOut", 4403: "noAccess", 4404: "missing", 4410: "stale", 4429: "tooMany" };

/** Message key that says what happened, or null when all is well. */
export function troubleKey(status: SaveStatus): string | null {
  if (status.kind === "refused") return `documents.trouble.${CLOSED[status.code] ?? "closed"}`;
  if (status.kind !== "unsaved") return null;
  return ["offline", "storage", "sealed", "read-only"].includes(status.reason) ? `documents.trouble.${status.reason}` : "documents.trouble.refused";
}
