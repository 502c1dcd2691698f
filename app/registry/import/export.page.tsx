// SPDX-License-Identifier: AGPL-3.0-or-later
import { load } from "~/web/guard.server";
import { problem } from "~/web/problem";
import { asCsv, asWorkbook, listRows } from "./export-list.server";

const file = /^(runts|ipa)\.(csv|xlsx)$/;
const types = { csv: "text/csv; charset=utf-8", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" } as const;

/** The registry in the format of the lists it takes in. Public, as the registry is. */
export const loader = load(async (ctx, { params }) => {
  const [, list, format] = file.exec(params.file ?? "") ?? [];
  if (!list || !format) throw problem("missing");
  const rows = await listRows(ctx, list as "runts" | "ipa");
  const body = format === "csv" ? asCsv(rows) : await asWorkbook(rows, "Enti");
  return new Response(new Uint8Array(body), {
    headers: { "Content-Type": types[format as keyof typeof types], "Content-Disposition": `attachment; filename="enti-${list}.${format}"` },
  });
});
