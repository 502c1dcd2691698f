// SPDX-License-Identifier: AGPL-3.0-or-later
/** The largest part of a list that is still in the order of `placeOf`: the rest is what was moved. */
export function inOrder(ids: string[], placeOf: (id: string) => number): Set<string> {
  const places = ids.map(placeOf);
  // by length of the run: where the run that ends lowest ends, and what came before each
  const ends: number[] = [];
  const before: number[] = [];
  places.forEach((place, i) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (places[ends[middle]!]! < place) low = middle + 1;
      else high = middle;
    }
    before[i] = low > 0 ? ends[low - 1]! : -1;
    ends[low] = i;
  });
  const kept = new Set<string>();
  for (let i = ends.at(-1) ?? -1; i >= 0; i = before[i]!) kept.add(ids[i]!);
  return kept;
}
