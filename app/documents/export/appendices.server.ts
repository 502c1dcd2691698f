// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { authorshipAppendix } from "./authorship-appendix.server";
import { commentsAppendix } from "./comments-of.server";
import type { Appendix } from "./export-form";
import { observationsAppendix } from "./observations-appendix.server";
import type { Paper } from "./paper";

type Part = Paper["appendices"][number];

const makers: Record<Appendix, (ctx: Ctx, documentId: string) => Promise<Part | null>> = { authorship: authorshipAppendix, observations: observationsAppendix, comments: commentsAppendix };

/** The parts asked for at the end of a file, in the order of the form; one about which there is nothing to say is left out. */
export async function appendicesOf(ctx: Ctx, documentId: string, wanted: readonly Appendix[]): Promise<Part[]> {
  const made: Part[] = [];
  for (const name of wanted) {
    const part = await makers[name](ctx, documentId);
    if (part) made.push(part);
  }
  return made;
}
