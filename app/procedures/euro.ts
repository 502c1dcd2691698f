// SPDX-License-Identifier: AGPL-3.0-or-later
/** No line of an economic plan is larger than a billion euro: sums of lines stay exact integers. */
export const MAX_CENTS = 100_000_000_000;

/**
 * Reads an amount as Italians write it ("1.234,56", "1234,5", "€ 1.234") into integer cents, exactly.
 * Null when it is not an amount, has more than two decimals, groups its thousands wrongly or is too large.
 */
export function parseEuro(text: string): number | null {
  const bare = text.replace(/[\s\u00a0\u202f€]/g, "");
  const found = /^(\d{1,3}(?:\.\d{3})+|\d{1,13})(?:,(\d{1,2}))?$/.exec(bare);
  if (!found) return null;
  const cents = Number(`${found[1]?.replaceAll(".", "")}${(found[2] ?? "").padEnd(2, "0")}`);
  return cents <= MAX_CENTS ? cents : null;
}

/** Writes integer cents as Italians do: "1.234,56", without the currency sign. What `parseEuro` reads back. */
export function writeEuro(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, "0");
  const units = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ".");
  return `${cents < 0 ? "-" : ""}${units},${digits.slice(-2)}`;
}
