// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, inArray } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { signedIn } from "~/web/guard.server";
import { type LetterKind, letterKinds } from "~/web/letters.server";
import { declinedLetters } from "~db/notices/schema";

/** The kinds of letters that the person who is signed in receives: all, until they say otherwise. */
export async function lettersWanted(ctx: Ctx): Promise<LetterKind[]> {
  const { personId } = signedIn(ctx);
  const rows = await ctx.db.read.select({ kind: declinedLetters.kind }).from(declinedLetters).where(eq(declinedLetters.personId, personId));
  const declined = new Set(rows.map(({ kind }) => kind));
  return letterKinds.filter((kind) => !declined.has(kind));
}

/** Keeps which kinds the person who is signed in wants from now on; names of no kind are ignored. */
export async function wantLetters(ctx: Ctx, wanted: string[]): Promise<void> {
  const { personId } = signedIn(ctx);
  const received = await lettersWanted(ctx);
  const back = letterKinds.filter((kind) => wanted.includes(kind));
  const refused = received.filter((kind) => !wanted.includes(kind));
  await ctx.db.tx(async (tx) => {
    if (back.length > 0) await tx.delete(declinedLetters).where(and(eq(declinedLetters.personId, personId), inArray(declinedLetters.kind, back)));
    if (refused.length > 0) await tx.insert(declinedLetters).values(refused.map((kind) => ({ personId, kind, at: ctx.now }))).onConflictDoNothing();
  });
}
