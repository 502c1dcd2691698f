// SPDX-License-Identifier: AGPL-3.0-or-later
import type { GridRow } from "./grid.server";

export const gridColumns = ["table", "invited", "planned", "held", "cancelled", "averageInvited", "averagePresent"] as const;

/** The grid as lines of words, headings first; averages with the decimal mark of the language. */
export function gridLines(rows: readonly GridRow[], say: (key: string) => string, locale: string): string[][] {
  const number = new Intl.NumberFormat(locale === "it" ? "it-IT" : "en-GB", { maximumFractionDigits: 1 });
  const shown = (value: number | null) => (value === null ? "—" : number.format(value));
  return [
    gridColumns.map((name) => say(`meetings.grid.head.${name}`)),
    ...rows.map(({ table, invited, planned, held, cancelled, averageInvited, averagePresent }) => [table.name, ...[invited, planned, held, cancelled, averageInvited, averagePresent].map(shown)]),
  ];
}
