// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Rows as CSV (RFC 4180, UTF-8 with byte order mark so that office programs read accents). A cell that a spreadsheet would take for a formula is
 * preceded by an apostrophe.
 */
export function csv(rows: string[][]): string {
  const cell = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
    return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
