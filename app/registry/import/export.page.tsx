// SPDX-License-Identifier: AGPL-3.0-or-later
import { load } from "~/web/guard.server";
import { problem } from "~/web/problem";
import { type SheetFormat, sheetFile } from "~/web/spreadsheet.server";
import { listRows } from "./export-list.server";

const file = /^(runts|ipa)\.(csv|xlsx)$/;

/** The registry in the format of the lists it takes in. Public, as the registry is. */
export const loader = load(async (ctx, { params }) => {
  const [, list, format] = file.exec(params.file ?? "") ?? [];
  if (!list || !format) throw problem("missing");
  return sheetFile(await listRows(ctx, list as "runts" | "ipa"), format as SheetFormat, `enti-${list}`, "Enti");
});
