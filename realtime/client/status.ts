// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Access } from "../ports";

/**
 * What the badge beside the text says.
 * - saved: everything typed here is on the server's disk
 * - saving: connected, and some of it is on its way
 * - unconfirmed: connected to a server that does not tell whether it stores
 * - offline: no connection, or not up to date yet; nothing typed here is missing on the server
 * - keeping, kept: no connection; what was typed is being written to this device, or is on it and will be sent
 * - blocked: no connection was ever possible although the page came: something on the way does not let it through
 * - unsaved: something typed here is not stored and may never be: it is on no disk (`reason` "offline" while nobody knows
 *   yet whether this device keeps copies, "device" when it does not), the server's storage fails ("storage"), or it
 *   was refused (`reason` is the refusal)
 * - readonly: may read only
 * - refused: the server closed the door for good, with this code; `kept` when this device has what was typed
 */
export type SaveStatus =
  | { kind: "saved" | "saving" | "unconfirmed" | "offline" | "keeping" | "kept" | "readonly" }
  | { kind: "blocked"; unsaved: boolean; kept: boolean }
  | { kind: "unsaved"; reason: string }
  | { kind: "refused"; code: number; reason: string; unsaved: boolean; kept: boolean };

export type Situation = {
  connected: boolean;
  synced: boolean;
  /** The server speaks our control channel. */
  welcomed: boolean;
  /** No socket ever opened, and several tries failed. */
  blocked: boolean;
  unsaved: boolean;
  /** Whether what was typed is on this device; "none" when it keeps no copies. */
  device: "opening" | "writing" | "safe" | "none";
  access: Access;
  refusal: string | null;
  storageFails: boolean;
  closedWith: { code: number; reason: string } | null;
};

export function statusOf(now: Situation): SaveStatus {
  const kept = now.device === "safe";
  if (now.closedWith !== null) return { kind: "refused", ...now.closedWith, unsaved: now.unsaved, kept };
  if (now.refusal !== null) return { kind: "unsaved", reason: now.refusal };
  if (!now.connected) return disconnected(now, kept);
  if (now.synced && !now.welcomed) return { kind: "unconfirmed" };
  if (now.unsaved) return now.storageFails ? { kind: "unsaved", reason: "storage" } : { kind: "saving" };
  if (!now.synced) return { kind: "offline" };
  // what a device that is slow to answer holds may not have been sent yet
  if (now.device === "opening") return { kind: "saving" };
  return now.access === "read" ? { kind: "readonly" } : { kind: "saved" };
}

function disconnected({ blocked, unsaved, device }: Situation, kept: boolean): SaveStatus {
  if (blocked) return { kind: "blocked", unsaved, kept };
  if (!unsaved) return { kind: "offline" };
  if (device === "safe") return { kind: "kept" };
  if (device === "writing") return { kind: "keeping" };
  return { kind: "unsaved", reason: device === "none" ? "device" : "offline" };
}
