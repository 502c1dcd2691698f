// SPDX-License-Identifier: AGPL-3.0-or-later
import type { JSONContent } from "@tiptap/core";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { listThreads } from "../../contributions/comments/list-threads.server";
import { readContentAt, readDocumentContent } from "../../content.server";
import { findJob } from "../../jobs/find-job.server";
import { withoutSuggestions } from "../../schema/suggested/resolve";
import { compareFile } from "../compare/compare";
import { treeOf } from "../compare/tree";
import type { Proposal } from "./proposal";

/** A file that came back, compared with the text as it is at this moment. `missing` when it is not of whoever asks, or not of this document. */
export async function viewProposal(ctx: Ctx, { documentId, jobId }: { documentId: string; jobId: string }) {
  const job = await findJob(ctx, jobId);
  if (job.kind !== "proposal" || job.state !== "done" || job.documentId !== documentId) throw problem("missing");
  const proposal = job.result as Proposal;
  const { json } = await readDocumentContent(ctx, documentId);
  const current = withoutSuggestions(json);
  const base = proposal.seq === null ? current : withoutSuggestions(await readContentAt(ctx, documentId, proposal.seq));
  return { proposal, step: job.step, comparison: compareFile({ ...proposal, base, current }), comments: await newComments(ctx, documentId, proposal, current) };
}

/** Comments of the file that nobody has made here, beside words that are still here. */
async function newComments(ctx: Ctx, documentId: string, { comments }: Proposal, current: JSONContent) {
  const { open, closed, may } = await listThreads(ctx, documentId);
  if (!may.comment) return [];
  const said = new Set([...open, ...closed].flatMap((thread) => thread.comments.map(({ text }) => squeezed(text ?? ""))));
  const tree = treeOf(current);
  return comments.flatMap(({ text, blockId }) => {
    const block = blockId === null ? undefined : tree.node(blockId);
    return block && blockId && text.trim() && !said.has(squeezed(text)) ? [{ text: text.trim(), blockId, words: wordsIn(block) }] : [];
  });
}

const squeezed = (text: string) => text.replace(/\s+/g, " ").trim();
const wordsIn = (block: JSONContent): string => (block.content ?? []).map(({ type, text = "", attrs }) => (type === "mention" ? String(attrs?.label ?? "") : text)).join("");
