// SPDX-License-Identifier: AGPL-3.0-or-later
import { redirect } from "@remix-run/node";
import { constitutionSheet, sheetInWords } from "~/tables/index.server";
import { act, load, redirectWith, signedIn } from "~/web/guard.server";
import { paths } from "~/web/paths";
import { translate } from "~/web/translate.server";
import { createDocument } from "./create-document.server";
import type { Block } from "./schema/blocks";

/** The address only takes a form: whoever opens it by hand goes back to the sheet. */
export const loader = load(async (_ctx, { params }) => {
  throw redirect(paths.tableConstitution(params.slug ?? ""));
});

/** Begins a shared draft with the constitution sheet of a table: completed together, it leaves in any format a document leaves in. */
export const action = act(async (ctx, _form, { params }) => {
  signedIn(ctx);
  const sheet = await constitutionSheet(ctx, params.slug ?? "");
  const heads = ["field", "content"].map((name) => translate(ctx.locale, `tables.constitution.head.${name}`));
  const blocks = sheetInWords(sheet, ctx.locale).flatMap(({ title, rows, lines }): Block[] => [
    { type: "heading", level: 2, text: title },
    ...(rows ? [{ type: "table" as const, rows: [heads, ...rows] }] : []),
    ...(lines && lines.length > 0 ? [{ type: "bullets" as const, items: lines }] : []),
  ]);
  const { id } = await createDocument(ctx, { title: sheet.title, template: "working_paper", blocks, table: { id: sheet.header.id } });
  return redirectWith(paths.document(id), "tables.constitution.begun");
});
