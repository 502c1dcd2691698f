// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import type { Ctx } from "~/web/context";
import { translate } from "~/web/translate.server";
import type { DocumentRow } from "../../access.server";
import { paperFrom } from "../../export/gather-paper.server";
import { makePaper } from "../../export/make-paper.server";
import { readIntoBlocks } from "../read-into-blocks.server";
import type { ImportFormat } from "../reading";
import { takeInPictures } from "../take-in-pictures.server";

/** The level that our highest headings have in a file: where the title is a heading too, they come below it. */
export const topLevelIn = (format: ImportFormat): number => (format === "docx" || format === "odt" ? 1 : 2);

/**
 * What a text says once it has left in a format and come back with nobody having touched it: no format keeps everything, and
 * what it loses is not what somebody wished.
 */
export async function untouchedIn(ctx: Ctx, { id, title }: Pick<DocumentRow, "id" | "title">, content: JSONContent, format: ImportFormat): Promise<JSONContent[]> {
  const say = (key: string) => translate(ctx.locale, key);
  const frame = { lang: ctx.locale, comune: "", table: null, title, state: "", date: "", instant: ctx.now.toISOString(), protocol: null, source: "", origin: { documentId: id, seq: 0 } };
  const paper = { ...(await paperFrom({ ctx, documentId: id, content, say })), ...frame };
  const reading = await readIntoBlocks({ bytes: (await makePaper(paper, format)).bytes, format, foreign: [] }, null);
  return (await takeInPictures(ctx, reading, { fallback: say("imports.pictureFallback") })).blocks;
}
