// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, inArray, isNull } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import type { Waiting } from "~/web/waiting";
import { positionQuestions } from "~db/documents/contributions";
import { documents } from "~db/documents/schema";
import { ownTo, positionAt } from "../access.server";
import { mayGovern } from "../policy";
import { mayAnswer, mayTakePosition } from "./policy";
import { listPositions } from "./positions/list-positions.server";
import { unreadAnswers } from "./ledger/unread-answers.server";
import { contributionsIn } from "./read-contributions.server";

/** What waits for the body spoken for: contributions it should answer, reserves of its own that may be overcome, answers to read. */
export async function contributionsWaiting(ctx: Ctx): Promise<Waiting[]> {
  const near = ownTo(ctx.db.read, ctx.actor, ctx.now);
  if (!near) return [];
  const found: Waiting[] = await answersToRead(ctx);
  const open = await ctx.db.read.select().from(documents).where(and(near, inArray(documents.state, ["draft", "consultation"]), isNull(documents.closedAt), isNull(documents.lockedAt)));
  const contributed = await contributionsIn(ctx.db.read, { documentIds: open.map(({ id }) => id) });
  // texts are read only where somebody asked
  const asking = new Set((await ctx.db.read.selectDistinct({ id: positionQuestions.documentId }).from(positionQuestions)).map(({ id }) => id));
  for (const document of open) {
    const position = await positionAt(ctx.db.read, ctx.actor, document, ctx.now);
    const unanswered = contributed.filter((each) => each.documentId === document.id && each.standing === "open" && mayAnswer(ctx.actor, document, position, each).ok);
    if (unanswered.length > 0 && mayGovern(ctx.actor, document, position).ok) {
      found.push({ id: `answers-${document.id}`, says: "contributions.waiting.answers", values: { count: unanswered.length, title: document.title }, to: `${paths.documentSuggestions(document.id)}?stato=aperti`, due: null });
    }
    if (!asking.has(document.id) || !mayTakePosition(ctx.actor, document, position).ok) continue;
    const asked = (await listPositions(ctx, document.id)).parts.some(({ positions }) => positions.some((each) => each.asked && each.organisationId === ctx.actor?.organisationId));
    if (asked) found.push({ id: `reserve-${document.id}`, says: "contributions.waiting.reserve", values: { title: document.title }, to: paths.documentPositions(document.id), due: document.consultationEndsAt });
  }
  return found;
}

/** Answers to what the person said for this body, by document: also of one it no longer comes near. */
async function answersToRead(ctx: Ctx): Promise<Waiting[]> {
  const counts = new Map<string, { count: number; title: string }>();
  for (const { contribution } of await unreadAnswers(ctx)) {
    const { documentId, documentTitle: title } = contribution;
    counts.set(documentId, { title, count: (counts.get(documentId)?.count ?? 0) + 1 });
  }
  return [...counts].map(([documentId, values]) => ({ id: `answered-${documentId}`, says: "contributions.waiting.answered", values, to: paths.ownContributions("risposti"), due: null }));
}
