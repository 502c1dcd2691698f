// SPDX-License-Identifier: AGPL-3.0-or-later
/** Medians and ranges of a few runs. */

export function quantile(sorted: ArrayLike<number>, share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return sorted.length % 2 ? (sorted[Math.floor(middle)] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
}

/** Three figures at most, no exponent. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return "–";
  if (value === 0) return "0";
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toFixed(Math.min(digits, 3));
}

/** The median, and the range when there is one. */
export function spread(values: number[], unit = ""): string {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const range = values.length > 1 && short(low) !== short(high) ? ` (${short(low)}–${short(high)})` : "";
  return `${short(median(values))}${range}${unit && ` ${unit}`}`;
}

/** Median of the ratios of runs that were made one right after the other. */
export function ratioOf(ours: number[], theirs: number[]): number {
  return median(ours.map((value, i) => value / (theirs[i] as number)));
}
