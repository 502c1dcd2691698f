// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { sessions } from "~db/identity/schema";
import { voicesOf } from "./who-speaks.server";

/**
 * Chooses for which body the person speaks from now on in this session. Only an affiliation of their own that is in
 * force: any other does not exist for them. The act `voice.chosen` carries the session, whose access may have changed.
 */
export async function speakFor(ctx: Ctx, { affiliationId }: { affiliationId: string }): Promise<void> {
  const { actor } = ctx;
  if (!actor?.sessionId) throw problem("unauthenticated");
  const { personId, sessionId } = actor;
  await ctx.db.tx(async (db) => {
    const voice = (await voicesOf(ctx.db, personId, ctx.now)).find((own) => own.affiliationId === affiliationId);
    if (!voice) throw problem("invalid", { because: "identity.speakFor.notYours" });
    await db.update(sessions).set({ affiliationId }).where(and(eq(sessions.id, sessionId), eq(sessions.userId, personId)));
    const { organisationId, organisationName, roleLabel, capacity, powers } = voice;
    await record(db, { ...ctx, actor: { ...actor, affiliationId, organisationId, organisationName, roleLabel, capacity, powers } }, {
      act: "voice.chosen",
      subject: { kind: "affiliation", id: affiliationId },
      data: { personId, organisationId, sessionId, previousAffiliationId: actor.affiliationId },
    });
  });
}
