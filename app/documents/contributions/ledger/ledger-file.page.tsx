// SPDX-License-Identifier: AGPL-3.0-or-later
import { load } from "~/web/guard.server";
import { problem } from "~/web/problem";
import { sheetFile } from "~/web/spreadsheet.server";
import { translate } from "~/web/translate.server";
import { listContributions } from "../list-contributions.server";
import { ledgerRows } from "./ledger-rows.server";
import { ownContributions } from "./own-contributions.server";

/** The register of a document, or of the body spoken for when the address names no document, as a spreadsheet; filtered as the address says. */
export const loader = load(async (ctx, { params, url }) => {
  const format = params.file === "registro.csv" ? "csv" : params.file === "registro.xlsx" ? "xlsx" : null;
  if (!format) throw problem("missing");
  const { shown } = params.id === undefined ? await ownContributions(ctx, url) : await listContributions(ctx, params.id, url);
  return sheetFile(ledgerRows(shown, ctx.locale), format, "osservazioni-e-risposte", translate(ctx.locale, "contributions.ledger.sheet"));
});
