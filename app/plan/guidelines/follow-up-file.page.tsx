// SPDX-License-Identifier: AGPL-3.0-or-later
import { load } from "~/web/guard.server";
import { problem } from "~/web/problem";
import { sheetFile } from "~/web/spreadsheet.server";
import { translate } from "~/web/translate.server";
import { followUpRows } from "./follow-up.server";

/** Indirizzi and the actions that follow them, as open data. Public. */
export const loader = load(async (ctx, { params }) => {
  const format = (["csv", "xlsx"] as const).find((known) => params.file === `indirizzi.${known}`);
  if (!format) throw problem("missing");
  return sheetFile(await followUpRows(ctx), format, "indirizzi", translate(ctx.locale, "guidelines.title"));
});
