// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Compared } from "./compare";

/**
 * What is put on the page, with the number of each change from 1; null for what is the same. With `changesOnly` only the
 * changes, each with its heading and the places right beside it.
 */
export function withContext(compared: Compared[], changesOnly: boolean): { compared: Compared[]; numbers: (number | null)[] } {
  let count = 0;
  const numbered = compared.map((unit) => ({ unit, number: unit.change === "same" ? null : ++count }));
  if (!changesOnly) return { compared, numbers: numbered.map(({ number }) => number) };
  const keep = new Set<number>();
  let heading: number | null = null;
  for (const [i, { unit, number }] of numbered.entries()) {
    if (unit.what === "line" && unit.kind.startsWith("heading")) heading = i;
    if (number === null) continue;
    for (const near of [heading, i - 1, i, i + 1]) if (near !== null && near >= 0 && near < numbered.length) keep.add(near);
  }
  const kept = numbered.filter((_, i) => keep.has(i));
  return { compared: kept.map(({ unit }) => unit), numbers: kept.map(({ number }) => number) };
}
