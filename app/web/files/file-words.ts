// SPDX-License-Identifier: AGPL-3.0-or-later
/** Whether browsers show it by themselves without running anything that is in it. */
export const isViewable = (mediaType: string): boolean =>
  ["application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp"].includes(mediaType) || mediaType.startsWith("text/");

/** 1.2 MB, 340 kB: as people read sizes. */
export function sizeInWords(bytes: number, locale: string): string {
  const [value, unit] = bytes < 1_000_000 ? [Math.max(1, Math.round(bytes / 1000)), "kilobyte"] : [bytes / 1_000_000, "megabyte"];
  return new Intl.NumberFormat(locale, { style: "unit", unit, maximumFractionDigits: 1 }).format(value);
}
