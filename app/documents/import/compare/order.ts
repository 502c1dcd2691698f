// SPDX-License-Identifier: AGPL-3.0-or-later
/** The largest part of a list that is still in the order of `placeOf`: the rest is what was moved. */
export function inOrder(ids: string[], placeOf: (id: string) => number): Set<string> {
  const longest: number[] = [];
  const before: number[] = [];
  ids.forEach((id, i) => {
    longest[i] = 1;
    before[i] = -1;
    for (let j = 0; j < i; j++) {
      if (placeOf(ids[j]!) < placeOf(id) && longest[j]! + 1 > longest[i]!) {
        longest[i] = longest[j]! + 1;
        before[i] = j;
      }
    }
  });
  const kept = new Set<string>();
  for (let i = longest.indexOf(Math.max(0, ...longest)); i >= 0; i = before[i]!) kept.add(ids[i]!);
  return kept;
}
