// SPDX-License-Identifier: AGPL-3.0-or-later
import { parse as parseCsv } from "csv-parse/sync";
import type ExcelJS from "exceljs";
import { problem } from "~/web/problem";
import { textOfBytes } from "~/web/text-of-bytes";

/** A line of a sheet: its number as people count them (the heading is line 1), and its cells by heading. */
export type SheetLine = { line: number; cells: [heading: string, value: string][] };

/** The register of a region has some ten thousand bodies. */
const MOST_LINES = 50_000;

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

/**
 * Reads a CSV (comma, semicolon or tab; any usual encoding) or the first sheet of an XLSX. Throws `invalid` on the field `file` when it is
 * neither, is empty or too long.
 */
export async function readSheet(bytes: Uint8Array): Promise<SheetLine[]> {
  const rows = isZip(bytes) ? await rowsOfWorkbook(bytes) : rowsOfText(bytes);
  const [head, ...lines] = rows;
  if (!head || lines.length === 0) throw refused("empty");
  if (lines.length > MOST_LINES) throw refused("tooLong");
  return lines
    .map((cells, i) => ({ line: i + 2, cells: head.map((heading, c): [string, string] => [heading, plain(cells[c] ?? "")]) }))
    .filter(({ cells }) => cells.some(([, value]) => value !== ""));
}

/** A cell as it was meant: what an export put before a formula to neutralise it is taken off again. */
function plain(cell: string): string {
  return cell.trim().replace(/^'(?=[=+\-@])/, "");
}

function rowsOfText(bytes: Uint8Array): string[][] {
  const read = textOfBytes(bytes);
  if (!read) throw refused("notASheet");
  const first = read.text.slice(0, read.text.search(/\r?\n|$/));
  const delimiter = [";", "\t", ","].find((sign) => first.includes(sign)) ?? ",";
  try {
    return parseCsv(read.text, { bom: true, delimiter, relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: true }) as string[][];
  } catch {
    throw refused("notASheet");
  }
}

async function rowsOfWorkbook(bytes: Uint8Array): Promise<string[][]> {
  const workbook = new (await import("exceljs")).default.Workbook();
  try {
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer);
  } catch {
    throw refused("notASheet");
  }
  const sheet = workbook.worksheets[0];
  const rows: string[][] = [];
  sheet?.eachRow({ includeEmpty: false }, (row) => {
    rows.push(Array.from({ length: sheet.columnCount }, (_, i) => textOfCell(row.getCell(i + 1).value)));
  });
  return rows;
}

/** A code that the program took for a number has lost its leading zeros; whoever reads the codes puts them back. */
function textOfCell(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === "object") {
    if ("richText" in value) return value.richText.map(({ text }) => text).join("");
    if ("text" in value) return String(value.text);
    if ("result" in value) return String(value.result ?? "");
    return "";
  }
  return String(value);
}

function refused(because: "empty" | "tooLong" | "notASheet") {
  return problem("invalid", { because: "registry.import.refused", fields: { file: `registry.import.file.${because}` } });
}
