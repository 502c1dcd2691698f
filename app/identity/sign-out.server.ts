// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { endSession } from "./sessions.server";

/** Ends the session in use, or with `everywhere` every session of the person on any device. */
export async function signOut(ctx: Ctx, { everywhere }: { everywhere: boolean }): Promise<void> {
  const { actor } = ctx;
  if (!actor) throw problem("unauthenticated");
  const ended = everywhere ? null : actor.sessionId;
  if (!everywhere && ended === null) return;
  await ctx.db.tx((db) => endSession(db, ctx, actor.personId, ended));
}
