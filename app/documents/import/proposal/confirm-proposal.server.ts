// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { JSONContent } from "@tiptap/core";
import { signedIn } from "~/web/guard.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { Problem, problem } from "~/web/problem";
import { documentJobs } from "~db/documents/jobs";
import { findDocument } from "../../access.server";
import { keepPicture } from "../../attachments/keep-picture.server";
import { MAX_COMMENT, MAX_QUOTE } from "../../contributions/comments/comment";
import { openThread } from "../../contributions/comments/open-thread.server";
import type { Editing } from "../../contributions/suggestions/edit-text.server";
import { suggestFor } from "../../contributions/suggestions/propose-changes.server";
import { maySuggest } from "../../policy";
import { MOST_DIFFERENCES, type Proposal } from "./proposal";
import { viewProposal } from "./view-proposal.server";

/**
 * The differences of a file become suggestions of the body spoken for, and its comments comments: compared anew with the
 * text of this moment, and once only. `forbidden` for who may not suggest now; `conflict` when there is nothing (any more)
 * to suggest or it was done already.
 */
export async function confirmProposal(ctx: Ctx, texts: Editing, asked: { documentId: string; jobId: string }): Promise<{ made: number; comments: number }> {
  const { document, position } = await findDocument(ctx, asked.documentId);
  enforce(maySuggest(signedIn(ctx), document, position));
  const { proposal, comparison, comments } = await viewProposal(ctx, asked);
  const { changes, differences } = comparison;
  if (differences.length + comments.length === 0) throw problem("conflict", { because: "imports.proposal.nothing" });
  if (differences.length > MOST_DIFFERENCES) throw problem("conflict", { because: "imports.proposal.tooMany", values: { most: MOST_DIFFERENCES } });
  await claim(ctx, asked.jobId);
  try {
    await bringPictures(ctx, asked.documentId, proposal, changes.inserted.flatMap(({ blocks }) => blocks));
    const { made } = differences.length > 0 ? await suggestFor(ctx, texts, { documentId: asked.documentId, changes }) : { made: 0 };
    const confirmed = { made, comments: await say(ctx, asked.documentId, comments) };
    await written(ctx, asked.jobId, { result: { ...proposal, confirmed } satisfies Proposal });
    return confirmed;
  } catch (failure) {
    await written(ctx, asked.jobId, { step: "pictures" });
    throw failure;
  }
}

/** Whoever presses twice proposes once. */
async function claim(ctx: Ctx, jobId: string): Promise<void> {
  await ctx.db.tx(async (tx) => {
    const [job] = await tx.select({ step: documentJobs.step }).from(documentJobs).where(eq(documentJobs.id, jobId));
    if (job?.step === "confirmed") throw problem("conflict", { because: "imports.proposal.already" });
    await tx.update(documentJobs).set({ step: "confirmed" }).where(eq(documentJobs.id, jobId));
  });
}

const written = (ctx: Ctx, jobId: string, change: Partial<typeof documentJobs.$inferInsert>) =>
  ctx.db.tx(async (tx) => {
    await tx.update(documentJobs).set(change).where(eq(documentJobs.id, jobId));
  });

/** The pictures that the new blocks show; the others of the file stay where they are. */
async function bringPictures(ctx: Ctx, documentId: string, { pictures }: Proposal, blocks: JSONContent[]): Promise<void> {
  const shown = new Set<string>();
  const look = (node: JSONContent) => {
    if (node.type === "image") shown.add(String(node.attrs?.src));
    node.content?.forEach(look);
  };
  blocks.forEach(look);
  const wanted = pictures.filter(({ sha256 }) => shown.has(sha256));
  if (wanted.length === 0) return;
  await ctx.db.tx(async (tx) => {
    for (const picture of wanted) await keepPicture(tx, ctx, documentId, picture);
  });
}

/** How many found their words. */
async function say(ctx: Ctx, documentId: string, comments: { text: string; blockId: string; words: string }[]): Promise<number> {
  let placed = 0;
  for (const { text, blockId, words } of comments) {
    const place = { quote: words.slice(0, MAX_QUOTE), before: "", after: "", blockId, offset: 0 };
    await openThread(ctx, { documentId, place, text: text.slice(0, MAX_COMMENT) }).then(
      () => placed++,
      (failure) => {
        if (!(failure instanceof Problem)) throw failure;
      },
    );
  }
  return placed;
}
