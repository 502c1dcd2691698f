// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { ballots, reserves } from "~db/meetings/decisions";
import { ReserveInput, VoteInput } from "./decision";
import { findDecision } from "./find-decisions.server";
import { statePosition } from "./policy";
import { conflictedAt, type Voice, voicesAt } from "./voices.server";

/**
 * Gives the vote of a body, once: the mandate of who speaks for it is looked at in this instant. A body with a declared interest can only
 * abstain. Throws `conflict` when the body has voted already, however many people it has in the room.
 */
export async function castBallot(ctx: Ctx, decisionId: string, form: FormData | z.input<typeof VoteInput>): Promise<void> {
  const { choice, organisationId } = parse(VoteInput, form);
  await ctx.db.tx(async (db) => {
    const { decision, table, voice, personId } = await mayState(ctx, db, decisionId, organisationId);
    if (decision.method !== "vote") throw problem("conflict", { because: "meetings.decisions.noVote" });
    const conflict = (await conflictedAt(db, decision.agendaItemId)).has(voice.organisationId);
    if (conflict && choice !== "abstained") throw problem("conflict", { because: "meetings.decisions.conflictAbstains" });
    const before = one(await db.select({ id: ballots.id }).from(ballots).where(and(eq(ballots.decisionId, decisionId), eq(ballots.organisationId, voice.organisationId))));
    if (before) throw problem("conflict", { because: "meetings.decisions.alreadyVoted" });
    const { seatId, mandateId, publicBody } = voice;
    await db.insert(ballots).values({ id: newId(), decisionId, organisationId: voice.organisationId, seatId, mandateId, personId, choice, conflict, publicBody, at: ctx.now });
    await record(db, ctx, { act: "ballot.cast", subject: { kind: "meeting", id: decision.meetingId }, data: { decisionId, tableId: table.id, organisationId: voice.organisationId, mandateId } });
  });
}

/** Puts on record, with the reason, that a body dissents or goes along with a reserve. Said again, it replaces what that body said before. */
export async function recordReserve(ctx: Ctx, decisionId: string, form: FormData | z.input<typeof ReserveInput>): Promise<void> {
  const { kind, reason, organisationId } = parse(ReserveInput, form);
  await ctx.db.tx(async (db) => {
    const { decision, voice, personId } = await mayState(ctx, db, decisionId, organisationId);
    const own = and(eq(reserves.decisionId, decisionId), eq(reserves.organisationId, voice.organisationId));
    const before = one(await db.select({ id: reserves.id }).from(reserves).where(own));
    if (before) await db.update(reserves).set({ kind, reason, personId, at: ctx.now }).where(own);
    else await db.insert(reserves).values({ id: newId(), decisionId, organisationId: voice.organisationId, personId, kind, reason, at: ctx.now });
    await record(db, ctx, { act: "reserve.recorded", subject: { kind: "meeting", id: decision.meetingId }, data: { decisionId, organisationId: voice.organisationId, kind } });
  });
}

/** The decision, the body whose position is stated and who speaks for it in the room; or the reason why not. */
async function mayState(ctx: Ctx, db: Db, decisionId: string, organisationId: string | null) {
  const actor = signedIn(ctx);
  const found = await findDecision(ctx, decisionId, db);
  const voices = await voicesAt(ctx, found.meeting, db);
  const voice: Voice | null = voices.find((each) => each.organisationId === (organisationId ?? actor.organisationId)) ?? null;
  enforce(statePosition(actor, found.table, found.standing, found.meeting, voice));
  if (found.decision.outcome !== null) throw problem("conflict", { because: "meetings.decisions.alreadyClosed" });
  if (!voice) throw problem("forbidden", { because: "meetings.decisions.notEntitled" });
  const personId = voice.personIds.includes(actor.personId) ? actor.personId : (voice.personIds[0] ?? actor.personId);
  return { ...found, voice, personId };
}
