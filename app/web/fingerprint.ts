// SPDX-License-Identifier: AGPL-3.0-or-later
/** A fingerprint (SHA-256) as people paste it (spaces, capitals) as 64 hexadecimal digits; null when it is not one. */
export function readFingerprint(text: string): string | null {
  const bare = text.replace(/[\s:]/g, "").toLowerCase();
  return /^[0-9a-f]{64}$/.test(bare) ? bare : null;
}
