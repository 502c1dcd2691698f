// SPDX-License-Identifier: AGPL-3.0-or-later
import { documentOf } from "~/documents";
import { handOver, makePaper, type Paper, paperWords } from "~/documents/index.server";
import type { Ctx } from "~/web/context";
import { readEnv } from "~/web/env.server";
import { load, signedIn } from "~/web/guard.server";
import { problem } from "~/web/problem";
import { sheetFile } from "~/web/spreadsheet.server";
import { formatDateTime, formatShortDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { gridOf, periodOf } from "./grid.server";
import { gridLines } from "./grid-rows";

/** The grid of a period as a spreadsheet or as a text, with what the viewer may see. */
export const loader = load(async (ctx, { params, url }) => {
  signedIn(ctx);
  const period = periodOf(url, ctx.now);
  const lines = gridLines(await gridOf(ctx, period), (key) => translate(ctx.locale, key), ctx.locale);
  const name = `monitoraggio-tavoli-${period.days.from}-${period.days.to}`;
  if (params.file === "griglia.xlsx") return sheetFile(lines, "xlsx", name, "Tavoli");
  if (params.file !== "griglia.docx") throw problem("missing");
  return handOver(await makePaper(gridPaper(ctx, period, lines), "docx"));
});

function gridPaper(ctx: Ctx, { from, to }: { from: Date; to: Date }, lines: string[][]): Paper {
  const say = (key: string, values?: Record<string, string>) => translate(ctx.locale, key, values);
  const { COMUNE: comune } = readEnv();
  const last = new Date(to.getTime() - 1);
  return {
    lang: ctx.locale, comune, origin: null,
    table: null,
    title: say("meetings.grid.paperTitle", { from: formatShortDate(from, ctx.locale), to: formatShortDate(last, ctx.locale) }),
    state: say("meetings.grid.title"),
    date: formatDateTime(ctx.now, ctx.locale),
    instant: ctx.now.toISOString(),
    protocol: null,
    notes: [say("meetings.grid.lead")],
    authors: [comune],
    content: documentOf([{ type: "table", rows: lines }]),
    comments: [], appendices: [], images: {},
    source: JSON.stringify({ format: "concerto-grid/1", from: from.toISOString(), to: to.toISOString() }),
    words: paperWords(say),
  };
}
