// SPDX-License-Identifier: AGPL-3.0-or-later
import { problem } from "~/web/problem";
import { translate } from "~/web/translate.server";
import { readContentAt, readDocumentContent } from "../../content.server";
import { revisionsIn } from "../../export/revisions-of.server";
import type { Work } from "../../jobs/job";
import { findDocument } from "../../access.server";
import { originIn } from "../bookmarks";
import { ImportFormatWish } from "../import-forms";
import { readIntoBlocks } from "../read-into-blocks.server";
import { takeInPictures } from "../take-in-pictures.server";
import { withoutSuggestions } from "../../schema/suggested/resolve";
import type { Proposal } from "./proposal";
import { topLevelIn, untouchedIn } from "./untouched.server";

/** A file that left as an export and comes back changed: it is read, and kept for the comparison. Nothing becomes of the text yet. */
export const proposalWork: Work = {
  steps: 2,
  async run(ctx, { documentId, wish, incoming, scan }, tell) {
    const { format } = ImportFormatWish.parse(wish);
    if (!incoming || !documentId) throw problem("conflict", { because: "imports.refused.broken" });
    const { document } = await findDocument(ctx, documentId);
    await tell("reading");
    const origin = originIn(incoming.bytes, format);
    if (origin && origin.documentId !== documentId) throw problem("conflict", { because: "imports.proposal.otherDocument" });
    const { json } = await readDocumentContent(ctx, documentId);
    const base = origin ? [await readContentAt(ctx, documentId, origin.seq)] : [];
    const reading = await readIntoBlocks({ bytes: incoming.bytes, format, foreign: await revisionsIn(ctx, [json, ...base]) }, scan);
    await tell("pictures");
    const { blocks, pictures } = await takeInPictures(ctx, reading, { fallback: translate(ctx.locale, "imports.pictureFallback") });
    const { scanned, comments, lost } = reading;
    const result: Proposal = {
      fileName: incoming.name,
      blocks,
      untouched: await untouchedIn(ctx, document, withoutSuggestions(base[0] ?? json), format),
      topLevel: topLevelIn(format),
      seq: origin?.seq ?? null,
      pictures: pictures.map((picture) => ({ ...picture, scanned })),
      comments,
      // here comments and revisions are not lost: they are what the file is for
      lost: lost.filter(({ what }) => what !== "comments" && what !== "tracked" && what !== "pageFrame"),
      confirmed: null,
    };
    return { result };
  },
};
