// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import { problem } from "~/web/problem";
import { translate } from "~/web/translate.server";
import { keepPicture } from "../attachments/keep-picture.server";
import { createDocument } from "../create-document.server";
import { MAX_TITLE } from "../document";
import type { Work } from "../jobs/job";
import { textSchema } from "../schema/extensions";
import { ImportWish } from "./import-forms";
import { readIntoBlocks } from "./read-into-blocks.server";
import { type ImportResult, losses, type Reading } from "./reading";
import { takeInPictures } from "./take-in-pictures.server";

/** A file becomes a document of a table, with its pictures: both or neither. */
export const importWork: Work = {
  steps: 3,
  async run(ctx, { wish, incoming, scan }, tell) {
    const { tableId, title, visibility, format } = ImportWish.parse(wish);
    if (!incoming) throw problem("conflict", { because: "imports.refused.broken" });
    await tell("reading");
    const reading = await readIntoBlocks({ bytes: incoming.bytes, format }, scan);
    if (reading.blocks.length === 0) throw problem("conflict", { because: "imports.refused.nothing" });
    await tell("pictures");
    const { blocks, pictures, refused, undescribed } = await takeInPictures(ctx, reading, { fallback: translate(ctx.locale, "imports.pictureFallback") });
    await tell("writing");
    const content = fitting(blocks);
    const { id } = await ctx.db.tx(async (tx) => {
      const made = await createDocument(ctx, { title: titleOf(title, reading, incoming.name), template: "working_paper", content, visibility, table: { id: tableId } });
      for (const picture of pictures) await keepPicture(tx, ctx, made.id, { ...picture, scanned: reading.scanned });
      return made;
    });
    return { documentId: id, result: resultOf(incoming.name, content, withMore(reading.lost, { pictures: refused, undescribed })) };
  },
};

function titleOf(asked: string, { title }: Reading, fileName: string): string {
  const named = fileName.split(/[\\/]/).at(-1)?.replace(/\.\w+$/, "").replace(/[_\s]+/g, " ").trim();
  return (asked || title || named || "—").slice(0, MAX_TITLE);
}

/** The text as our schema has it, with somewhere to write on. Throws when a file has brought what does not fit. */
export function fitting(blocks: JSONContent[]): JSONContent {
  const content = blocks.at(-1)?.type === "paragraph" ? blocks : [...blocks, { type: "paragraph", content: [] }];
  const text = { type: "doc", content };
  try {
    textSchema().nodeFromJSON(text).check();
  } catch {
    throw problem("conflict", { because: "imports.refused.broken" });
  }
  return text;
}

function withMore(lost: ImportResult["lost"], more: Partial<Record<ImportResult["lost"][number]["what"], number>>): ImportResult["lost"] {
  return losses.flatMap((what) => {
    const count = (lost.find((one) => one.what === what)?.count ?? 0) + (more[what] ?? 0);
    return count > 0 ? [{ what, count }] : [];
  });
}

function resultOf(fileName: string, content: JSONContent, lost: ImportResult["lost"]): ImportResult {
  const found = new Map<string, number>();
  const look = (node: JSONContent) => {
    found.set(node.type ?? "", (found.get(node.type ?? "") ?? 0) + 1);
    node.content?.forEach(look);
  };
  look(content);
  const count = (...types: string[]) => types.reduce((sum, type) => sum + (found.get(type) ?? 0), 0);
  return { fileName, lost, paragraphs: count("paragraph"), headings: count("heading"), lists: count("bulletList", "orderedList", "taskList"), tables: count("table"), pictures: count("image"), notes: count("footnote") };
}
