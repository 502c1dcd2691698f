// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Access } from "../ports";

/**
 * What the badge beside the text says.
 * - saved: everything typed here is on the server's disk
 * - saving: connected, and some of it is on its way
 * - offline: no connection, or not up to date yet; nothing typed here is missing on the server
 * - unsaved: something typed here is not stored and may never be: no connection, failing storage (`reason` "storage"),
 *   or refused by the server (`reason` is the refusal)
 * - readonly: may read only
 * - refused: the server closed the door for good, with this code
 */
export type SaveStatus =
  | { kind: "saved" | "saving" | "offline" | "readonly" }
  | { kind: "unsaved"; reason: string }
  | { kind: "refused"; code: number; unsaved: boolean };

export type Situation = {
  connected: boolean;
  synced: boolean;
  unsaved: boolean;
  access: Access;
  refusal: string | null;
  storageFails: boolean;
  closedWith: number | null;
};

export function statusOf(now: Situation): SaveStatus {
  if (now.closedWith !== null) return { kind: "refused", code: now.closedWith, unsaved: now.unsaved };
  if (now.refusal !== null) return { kind: "unsaved", reason: now.refusal };
  if (!now.connected) return now.unsaved ? { kind: "unsaved", reason: "offline" } : { kind: "offline" };
  if (now.unsaved) return now.storageFails ? { kind: "unsaved", reason: "storage" } : { kind: "saving" };
  if (!now.synced) return { kind: "offline" };
  return now.access === "read" ? { kind: "readonly" } : { kind: "saved" };
}
