// SPDX-License-Identifier: AGPL-3.0-or-later
import { stringify } from "csv-stringify/sync";
import { and, asc, eq, isNotNull, isNull, sql } from "drizzle-orm";
import ExcelJS from "exceljs";
import type { Ctx } from "~/web/context";
import { toRomeDay } from "~/web/time";
import { organisations } from "~db/registry/schema";
import type { Organisation } from "../find-organisation.server";
import { type Column, columnsOf, headings, type ListKind } from "./columns";

const words = { enrolled: "iscritto", pending: "in corso di iscrizione", cancelled: "cancellato", not_found: "non trovato" } as const;

function valueOf(body: Organisation, column: Column): string {
  switch (column) {
    case "status":
      return body.enrolment ? words[body.enrolment] : "";
    case "statusFrom":
      return body.enrolmentFrom ? toRomeDay(body.enrolmentFrom) : "";
    case "runtsSection":
      return body.runtsSection?.toUpperCase() ?? "";
    case "art5Letters":
      return body.art5Letters.join(" ");
    case "districts":
      return body.territory.districts.join(" ");
    case "kind":
      return body.kind;
    default:
      return body[column] ?? "";
  }
}

/** The registry as a list in the columns of `list`, heading first: what the import reads back without differences. */
export async function listRows(ctx: Pick<Ctx, "db">, list: ListKind): Promise<string[][]> {
  const which = list === "runts" ? eq(organisations.kind, "ets") : isNotNull(organisations.ipaCode);
  const bodies = await ctx.db.read.select().from(organisations).where(and(isNull(organisations.closedAt), which)).orderBy(asc(sql`lower(${organisations.name})`));
  const columns = columnsOf[list];
  return [columns.map((column) => headings[column][0] as string), ...bodies.map((body) => columns.map((column) => valueOf(body, column)))];
}

/** CSV as RFC 4180 in UTF-8 with byte order mark; a cell that a spreadsheet would take for a formula is neutralised. */
export function asCsv(rows: string[][]): Buffer {
  return Buffer.from(stringify(rows, { bom: true, escape_formulas: true, record_delimiter: "\r\n" }));
}

/** A workbook of one sheet whose cells are all text, so that codes keep their leading zeros. */
export async function asWorkbook(rows: string[][], name: string): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
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
