// SPDX-License-Identifier: AGPL-3.0-or-later
/** A whole partnership: 100,00 % in hundredths of a percent. */
export const WHOLE = 10_000;

/** Reads a percentage with at most two decimals ("33,33", "50 %") into hundredths of a percent; null when it is not one of 0–100. */
export function parsePercent(text: string): number | null {
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s\u00a0%]/g, ""));
  if (!found) return null;
  const share = Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
  return share <= WHOLE ? share : null;
}

/** Writes hundredths of a percent as "33,33". */
export function writePercent(share: number): string {
  return `${Math.floor(share / 100)},${String(share % 100).padStart(2, "0")}`;
}

/** What is missing (positive) or too much (negative) for the shares to make a whole, in hundredths of a percent. */
export function missingShare(shares: readonly (number | null)[]): number {
  return WHOLE - shares.reduce<number>((sum, share) => sum + (share ?? 0), 0);
}
