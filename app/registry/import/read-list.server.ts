// SPDX-License-Identifier: AGPL-3.0-or-later
import { problem } from "~/web/problem";
import { type Column, columnNamed, headings, type ListKind, mailColumn, neededOf } from "./columns";
import { type ListedBody, readLine } from "./listed-body";
import { readSheet, type SheetLine } from "./read-sheet.server";

export type RefusedLine = { line: number; name: string; because: string };
export type ReadList = { bodies: ListedBody[]; refused: RefusedLine[] };

/**
 * Reads a list of bodies. A line that cannot be a body, or repeats a code, is put aside with its reason; a file without the columns it
 * needs is refused on the field `file`.
 */
export async function readList(list: ListKind, bytes: Uint8Array): Promise<ReadList> {
  const lines = await readSheet(bytes);
  const present = new Set((lines[0]?.cells ?? []).map(([heading]) => columnNamed(heading)));
  const lacking = neededOf[list].filter((column) => !present.has(column));
  if (lacking.length > 0) {
    const columns = lacking.map((column) => headings[column][0]).join(", ");
    throw problem("invalid", { because: "registry.import.lacking", values: { columns }, fields: { file: "registry.import.file.columns" } });
  }
  const bodies: ListedBody[] = [];
  const refused: RefusedLine[] = [];
  const seen = new Set<string>();
  for (const line of lines) {
    const cells = cellsOf(line);
    const read = readLine(list, line.line, cells);
    const code = read.ok ? (list === "ipa" ? read.body.ipaCode : read.body.fiscalCode) : null;
    if (!read.ok) refused.push({ line: line.line, name: cells.name ?? "", because: read.because });
    else if (code && seen.has(code)) refused.push({ line: line.line, name: read.body.name, because: "registry.import.line.twice" });
    else bodies.push(read.body);
    if (code) seen.add(code);
  }
  return { bodies, refused };
}

/** The cells we use. IndicePA spreads mail over five columns, each with its kind in another. */
function cellsOf({ cells }: SheetLine): Partial<Record<Column, string>> {
  const found: Partial<Record<Column, string>> = {};
  const mails: Record<string, { address?: string; kind?: string }> = {};
  for (const [heading, value] of cells) {
    const column = columnNamed(heading);
    const mail = mailColumn(heading);
    if (column && value !== "") found[column] ??= value;
    if (mail) mails[mail.number] = { ...mails[mail.number], [mail.kind ? "kind" : "address"]: value };
  }
  const certified = Object.values(mails).find(({ address, kind }) => address && kind?.toLowerCase() === "pec");
  if (certified) found.pec ??= certified.address;
  return found;
}
