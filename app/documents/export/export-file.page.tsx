// SPDX-License-Identifier: AGPL-3.0-or-later
import { readEnv } from "~/web/env.server";
import { parse } from "~/web/forms";
import { load, signedIn } from "~/web/guard.server";
import { ExportWish, wishIn } from "./export-form";
import { gatherPaper } from "./gather-paper.server";
import { handOver, makePaper } from "./make-paper.server";

/** The document as a file, made while one waits. */
export const loader = load(async (ctx, { params, url }) => {
  signedIn(ctx);
  const wish = parse(ExportWish, wishIn(url.searchParams));
  const paper = await gatherPaper(ctx, { documentId: params.id ?? "", wish, comune: readEnv().COMUNE });
  return handOver(await makePaper(paper, wish.format));
});
