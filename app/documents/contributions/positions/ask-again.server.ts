// SPDX-License-Identifier: AGPL-3.0-or-later
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { positionQuestions } from "~db/documents/contributions";
import { newId } from "~db/id";
import { findDocument } from "../../access.server";
import { mayGovern } from "../../policy";
import { mayTakePosition } from "../policy";
import { speaker } from "../speaker";
import { currentPositions } from "./list-positions.server";

/**
 * Asks the bodies with a reserve on a part whether what was written since has overcome it. Nobody else is asked: their
 * position stands. Answers which bodies; `conflict` when nobody has a reserve there.
 */
export async function askAgain(ctx: Ctx, { documentId, section, note }: { documentId: string; section: string; note: string }): Promise<{ asked: string[] }> {
  const author = speaker(signedIn(ctx));
  let asked: string[] = [];
  await ctx.db.tx(async (tx) => {
    const { document, position } = await findDocument(ctx, documentId);
    enforce(mayGovern(ctx.actor, document, position));
    enforce(mayTakePosition(ctx.actor, document, position));
    const current = await currentPositions(ctx, documentId);
    asked = current.filter(({ row }) => (row.sectionId ?? "") === section && row.stance === "reserve").map(({ row }) => row.organisationId);
    if (asked.length === 0) throw problem("conflict", { because: "contributions.position.nobodyToAsk" });
    const id = newId();
    await tx.insert(positionQuestions).values({ id, documentId, ...author, at: ctx.now, sectionId: section || null, note });
    await record(tx, ctx, { act: "position.askedAgain", subject: { kind: "position", id }, data: { documentId, sectionId: section || null, askedBodies: asked } });
  });
  return { asked };
}
