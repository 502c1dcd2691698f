// SPDX-License-Identifier: AGPL-3.0-or-later
/** Protocols a link may have; everything else is shown as plain text. */
const PROTOCOLS = ["http:", "https:", "mailto:", "tel:"];

/** True for an absolute address with one of the protocols we let through. */
export function isSafeAddress(address: unknown): address is string {
  return typeof address === "string" && URL.canParse(address) && PROTOCOLS.includes(new URL(address).protocol);
}
