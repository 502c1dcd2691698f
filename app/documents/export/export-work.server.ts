// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Work } from "../jobs/job";
import { ExportWish } from "./export-form";
import { gatherPaper } from "./gather-paper.server";
import { makePaper } from "./make-paper.server";

/** A document as a file: what it needs is read, the file is made. */
export const exportWork: Work = {
  steps: 3,
  async run(ctx, { documentId, wish }, tell) {
    const { comune, ...asked } = wish as { comune: string };
    const parsed = ExportWish.parse(asked);
    await tell("gathering");
    const paper = await gatherPaper(ctx, { documentId: documentId ?? "", wish: parsed, comune });
    await tell("making");
    const file = await makePaper(paper, parsed.format);
    await tell("keeping");
    return { file };
  },
};
