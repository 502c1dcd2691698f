// SPDX-License-Identifier: AGPL-3.0-or-later
import { Close, OTHER_VOICE, type SaveStatus } from "~realtime/index";

/** Waiting may still save it: the connection is away or the disk of the server is not answering. */
const HEALS = new Set(["offline", "device", "storage"]);

/** Doors that shut on words which will be sent when one comes back, because this device has them. */
const COMES_BACK = new Set<number>([Close.signedOut, Close.otherSchema, Close.tooMany, Close.noAccess, Close.missing]);

/** Something typed here is neither on the server's disk nor on this device: leaving now would lose it. */
export function hasUnsaved(status: SaveStatus): boolean {
  switch (status.kind) {
    case "saving":
    case "keeping":
    case "unsaved":
      return true;
    case "refused":
    case "blocked":
      return status.unsaved && !status.kept;
    default:
      return false;
  }
}

/** What was typed will not be taken, however long one waits. */
export function isLost(status: SaveStatus): boolean {
  if (status.kind === "unsaved") return !HEALS.has(status.reason);
  return status.kind === "refused" && status.unsaved && !willBeSent(status);
}

/** The door is shut, but what was typed is on this device and will be sent by the next page. */
export function willBeSent(status: SaveStatus): boolean {
  return status.kind === "refused" && status.unsaved && status.kept && COMES_BACK.has(status.code);
}

/** Whether the text may be typed into. */
export function isOpen(status: SaveStatus): boolean {
  return !["readonly", "refused", "blocked"].includes(status.kind) && !isLost(status);
}

/** Message key of the badge. */
export function badgeKey(status: SaveStatus): string {
  if (status.kind === "refused") return `documents.live.badge.${!status.unsaved ? "closed" : willBeSent(status) ? "kept" : "unsaved"}`;
  if (status.kind === "blocked" && status.unsaved) return `documents.live.badge.${status.kept ? "kept" : "unsaved"}`;
  return `documents.live.badge.${status.kind}`;
}

/** How loud the badge is. */
export function badgeTone(status: SaveStatus): string {
  if (isLost(status) || status.kind === "unsaved") return "danger";
  if (status.kind === "kept" || willBeSent(status)) return "offline";
  if (status.kind === "blocked" || status.kind === "unconfirmed") return hasUnsaved(status) ? "danger" : "offline";
  return hasUnsaved(status) ? "busy" : status.kind;
}

const CLOSED: Record<number, string> = {
  [Close.signedOut]: "signedOut",
  [Close.noAccess]: "noAccess",
  [Close.missing]: "missing",
  [Close.staleEpoch]: "stale",
  [Close.tooLarge]: "tooLarge",
  [Close.otherSchema]: "oldPage",
  [Close.sealed]: "closedSealed",
  [Close.tooMany]: "tooMany",
};
const REASONS = ["offline", "device", "storage", "sealed", "read-only", "not-a-suggestion"];

/** Message key that says what happened, or null when all is well. */
export function troubleKey(status: SaveStatus): string | null {
  switch (status.kind) {
    case "refused":
      return `documents.live.trouble.${status.reason === OTHER_VOICE ? "otherVoice" : (CLOSED[status.code] ?? "closed")}`;
    case "unsaved":
      return `documents.live.trouble.${REASONS.includes(status.reason) ? status.reason : "refused"}`;
    case "keeping":
    case "kept":
      return "documents.live.trouble.kept";
    case "blocked":
    case "unconfirmed":
      return `documents.live.trouble.${status.kind}`;
    default:
      return null;
  }
}
