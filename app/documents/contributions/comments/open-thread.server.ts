// SPDX-License-Identifier: AGPL-3.0-or-later
import { signedIn } from "~/web/guard.server";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Anchor, comments, commentThreads } from "~db/documents/contributions";
import { newId } from "~db/id";
import { findDocument } from "../../access.server";
import { withSharedText } from "../../content.server";
import { mayComment } from "../policy";
import { speaker } from "../speaker";
import { anchorOf, locate } from "./anchor";
import { MAX_QUOTE, type OpenThreadInput } from "./comment";
import { readShared } from "./reading";

/**
 * Begins a talk about some words. The words are looked for in the stored text: `conflict` when they are not there (any
 * more), so that no comment is born in the wrong place.
 */
export async function openThread(ctx: Ctx, { documentId, place, text }: OpenThreadInput & { documentId: string }): Promise<{ id: string }> {
  const actor = speaker(signedIn(ctx));
  const id = newId();
  await ctx.db.tx(async (tx) => {
    const { document, position } = await findDocument(ctx, documentId);
    enforce(mayComment(ctx.actor, document, position));
    const anchor = await anchorFor(ctx, documentId, place);
    await tx.insert(commentThreads).values({ id, documentId, ...actor, at: ctx.now, anchor });
    await tx.insert(comments).values({ id: newId(), threadId: id, ...actor, at: ctx.now, text });
    await record(tx, ctx, { act: "comment.opened", subject: { kind: "comment", id }, data: { documentId } });
  });
  return { id };
}

async function anchorFor(ctx: Ctx, documentId: string, place: OpenThreadInput["place"]): Promise<Anchor> {
  return withSharedText(ctx, documentId, (fragment) => {
    const reading = readShared(fragment);
    const range = "paragraph" in place ? paragraphRange(reading, place.paragraph) : locate(reading, place);
    if (!range) throw problem("conflict", { because: "contributions.comment.moved" });
    return anchorOf(reading, range);
  });
}

/** The words of a block, by its number from 0; of a long one its beginning. */
function paragraphRange({ raw, blocks }: ReturnType<typeof readShared>, number: number) {
  const block = blocks[number];
  if (!block || raw.slice(block.from, block.to).trim() === "") return null;
  return { from: block.from, to: Math.min(block.to, block.from + MAX_QUOTE) };
}
