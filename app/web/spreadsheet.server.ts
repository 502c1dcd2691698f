// SPDX-License-Identifier: AGPL-3.0-or-later
import { stringify } from "csv-stringify/sync";

/** CSV as RFC 4180 in UTF-8 with byte order mark; a cell that a spreadsheet would take for a formula is neutralised. */
export function asCsv(rows: string[][]): Buffer {
  return Buffer.from(stringify(rows, { bom: true, escape_formulas: true, record_delimiter: "\r\n" }));
}

/** A workbook of one sheet whose cells are all text, so that codes keep their leading zeros. */
export async function asWorkbook(rows: string[][], name: string): Promise<Buffer> {
  const workbook = new (await import("exceljs")).default.Workbook();
  const sheet = workbook.addWorksheet(name, { views: [{ state: "frozen", ySplit: 1 }] });
  sheet.addRows(rows);
  sheet.getRow(1).font = { bold: true };
  for (const [i, heading] of (rows[0] ?? []).entries()) {
    const column = sheet.getColumn(i + 1);
    column.width = Math.min(60, Math.max(heading.length, ...rows.slice(1, 200).map((row) => (row[i] ?? "").length)) + 2);
    column.numFmt = "@";
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const types = { csv: "text/csv; charset=utf-8", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" } as const;
export type SheetFormat = keyof typeof types;

/** Rows as a file to download; `name` without its ending. */
export async function sheetFile(rows: string[][], format: SheetFormat, name: string, sheet: string): Promise<Response> {
  const body = format === "csv" ? asCsv(rows) : await asWorkbook(rows, sheet);
  return new Response(new Uint8Array(body), { headers: { "Content-Type": types[format], "Content-Disposition": `attachment; filename="${name}.${format}"` } });
}
