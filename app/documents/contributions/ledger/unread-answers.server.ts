// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { signedIn } from "~/web/guard.server";
import { problem } from "~/web/problem";
import { one } from "~db/client.server";
import { answerReadings } from "~db/documents/contributions";
import { type Contribution, contributionsIn } from "../read-contributions.server";
import { speaker } from "../speaker";

/** Older answers are no news. */
const NEWS_MS = 60 * 86_400_000;

type Unread = { contribution: Contribution; answerId: string };

/** The answers, not marked as read, to what the person said for the body they speak for; none for who speaks for nobody. */
export async function unreadAnswers(ctx: Ctx): Promise<Unread[]> {
  if (!ctx.actor?.organisationId) return [];
  return unreadIn(await contributionsIn(ctx.db.read, { organisationId: ctx.actor.organisationId }), await readUntil(ctx), ctx);
}

/** Those among these contributions; `until` from `readUntil`. What one answered oneself is no news either. */
export function unreadIn(contributions: Contribution[], until: Date | null, { actor, now }: Pick<Ctx, "actor" | "now">): Unread[] {
  const since = Math.max(until?.getTime() ?? 0, now.getTime() - NEWS_MS);
  return contributions
    .filter(({ personId }) => personId === actor?.personId)
    .flatMap((contribution) => contribution.answers.filter(({ at, personId }) => at.getTime() > since && personId !== actor?.personId).map(({ id }) => ({ contribution, answerId: id })));
}

/** Up to when the person has read the answers to what they said for the body they speak for. */
export async function readUntil(ctx: Ctx): Promise<Date | null> {
  const { personId, organisationId } = speaker(signedIn(ctx));
  const row = one(await ctx.db.read.select({ until: answerReadings.until }).from(answerReadings).where(and(eq(answerReadings.personId, personId), eq(answerReadings.organisationId, organisationId))));
  return row?.until ?? null;
}

/** The person has read the answers given until an instant, as the page that showed them said it: what came since stays news. */
export async function markAnswersRead(ctx: Ctx, until: string): Promise<void> {
  const { personId, organisationId } = speaker(signedIn(ctx));
  const at = new Date(until);
  if (Number.isNaN(at.getTime()) || at > ctx.now) throw problem("invalid");
  const before = await readUntil(ctx);
  if (before && before >= at) return;
  await ctx.db.tx((tx) => tx.insert(answerReadings).values({ personId, organisationId, until: at }).onConflictDoUpdate({ target: [answerReadings.personId, answerReadings.organisationId], set: { until: at } }));
}
