// SPDX-License-Identifier: AGPL-3.0-or-later
import { load, signedIn } from "~/web/guard.server";
import { problem } from "~/web/problem";
import { sheetFile } from "~/web/spreadsheet.server";
import { translate } from "~/web/translate.server";
import { formalStatuses } from "../levels";
import { mapOf, mapRows } from "./map.server";
import { mappingFields } from "./mapping";

/** The map as a spreadsheet, for who may see it. */
export const loader = load(async (ctx, { params, site }) => {
  signedIn(ctx);
  const format = params.file === "mappa.csv" ? "csv" : params.file === "mappa.xlsx" ? "xlsx" : null;
  if (!format) throw problem("missing");
  const t = (key: string) => translate(ctx.locale, key);
  const named = (prefix: string, keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, t(`${prefix}.${key}`)]));
  const heads = [
    ...["office", "table", "form"].map((name) => `tables.mappingForm.head.${name}`),
    ...mappingFields.map((field) => `tables.mapping.${field}`),
    "tables.mappingForm.head.activity",
    "tables.mappingForm.field.lastSession",
    "tables.form.status",
    "tables.form.act",
    "tables.mappingForm.field.note",
  ];
  const rows = mapRows(await mapOf(ctx, params.id ?? "", site.lastSession), {
    headings: heads.map(t),
    gap: t("tables.mappingForm.gap"),
    activity: named("tables.mappingForm.activity", ["working", "dormant", "unknown"]),
    state: named("tables.mappingForm.state", ["asked", "begun", "returned", "applied"]),
    status: named("tables.status", formalStatuses),
  });
  return sheetFile(rows, format, "mappa-dei-tavoli", "Tavoli");
});
