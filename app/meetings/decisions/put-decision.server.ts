// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { lockDocument, unlockDocument } from "~/documents/index.server";
import { record } from "~/journal/index.server";
import { rulesOf } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import type { Db } from "~db/client.server";
import { newId } from "~db/id";
import { ballots, decisions } from "~db/meetings/decisions";
import { keepRecord } from "../commitments/policy";
import { type Counting, OpenInput, outcomeOf, tallyOf, WithdrawInput } from "./decision";
import { agendaOf, type DecisionRow, findDecision, meetingInside } from "./find-decisions.server";
import { putDecision } from "./policy";
import { conflictedAt, quorumNow, voicesAt } from "./voices.server";

/**
 * Puts a decision to the session. With `lock` the document of that point stands still until it is closed, so that all decide on the same
 * words; throws `conflict` when it stands still already.
 */
export async function openDecision(ctx: Ctx, meetingId: string, form: FormData | z.input<typeof OpenInput>): Promise<{ decisionId: string }> {
  const actor = signedIn(ctx);
  const { meeting, table, standing } = await meetingInside(ctx, meetingId);
  enforce(putDecision(actor, table, standing, meeting));
  const { agendaItemId, text, method, lock } = parse(OpenInput, form);
  const item = (await agendaOf(ctx.db.read, meetingId)).find(({ id }) => id === agendaItemId);
  if (!item) throw problem("invalid", { fields: { agendaItemId: "meetings.decisions.itemNeeded" } });
  const documentId = lock ? item.documentId : null;
  return ctx.db.tx(async (db) => {
    const decisionId = newId();
    await db.insert(decisions).values({ id: decisionId, meetingId, agendaItemId, text, method, documentId, openedAt: ctx.now, openedByPersonId: actor.personId });
    if (documentId) await lockDocument(ctx, { documentId, reason: "meetings.decisions.locked" });
    await record(db, ctx, { act: "decision.put", subject: { kind: "table", id: table.id }, data: { decisionId, tableId: table.id, meetingId, method, documentId } });
    return { decisionId };
  });
}

/**
 * Closes a decision: bodies with a declared interest count as abstained, the quorum is that of this instant, and what results is written
 * down once for all. The document under it moves again.
 */
export async function closeDecision(ctx: Ctx, decisionId: string): Promise<void> {
  await ctx.db.tx(async (db) => {
    const { decision, meeting, reserved } = await mayPut(ctx, decisionId, db);
    const voices = await voicesAt(ctx, meeting, db);
    if (decision.method === "vote") await abstainConflicted(ctx, db, decision, voices);
    const { entitled, present, needed, reached } = await quorumNow(ctx, meeting, voices, db);
    const tally = tallyOf(await db.select().from(ballots).where(eq(ballots.decisionId, decisionId)));
    const dissents = reserved.filter(({ kind }) => kind === "dissent").length;
    const { voteCount: counting } = (await rulesOf(ctx, meeting.tableId, ctx.now, db)).rules;
    const outcome = outcomeOf({ method: decision.method, quorumReached: reached, tally, counting, dissents });
    await finish(ctx, db, decision, { outcome, entitled, present, needed, tally: { ...tally, counting } });
  });
}

/** Takes a decision off the session, with the reason: it stays on record as withdrawn. */
export async function withdrawDecision(ctx: Ctx, decisionId: string, form: FormData | z.input<typeof WithdrawInput>): Promise<void> {
  const { reason } = parse(WithdrawInput, form);
  await ctx.db.tx(async (db) => {
    // also after the session: nothing stays open, and no document still, because somebody forgot
    const { decision } = await mayPut(ctx, decisionId, db, keepRecord);
    await finish(ctx, db, decision, { outcome: "withdrawn", reason });
  });
}

async function mayPut(ctx: Ctx, decisionId: string, db: Db, rule: typeof putDecision = putDecision) {
  const actor = signedIn(ctx);
  const found = await findDecision(ctx, decisionId, db);
  enforce(rule(actor, found.table, found.standing, found.meeting));
  if (found.decision.outcome !== null) throw problem("conflict", { because: "meetings.decisions.alreadyClosed" });
  return found;
}

async function abstainConflicted(ctx: Ctx, db: Db, decision: DecisionRow, voices: Awaited<ReturnType<typeof voicesAt>>): Promise<void> {
  const conflicted = await conflictedAt(db, decision.agendaItemId);
  const said = new Set((await db.select({ id: ballots.organisationId }).from(ballots).where(eq(ballots.decisionId, decision.id))).map(({ id }) => id));
  for (const voice of voices) {
    const [personId] = voice.personIds;
    if (!voice.may.ok || !personId || !conflicted.has(voice.organisationId) || said.has(voice.organisationId)) continue;
    const { organisationId, seatId, mandateId, publicBody } = voice;
    await db.insert(ballots).values({ id: newId(), decisionId: decision.id, organisationId, seatId, mandateId, personId, choice: "abstained", conflict: true, publicBody, at: ctx.now });
  }
}

type Result = Pick<DecisionRow, "outcome"> & Partial<Pick<DecisionRow, "entitled" | "present" | "needed" | "reason">> & { tally?: ReturnType<typeof tallyOf> & { counting: Counting } };

async function finish(ctx: Ctx, db: Db, decision: DecisionRow, result: Result): Promise<void> {
  const closed = await db.update(decisions).set({ ...result, closedAt: ctx.now }).where(and(eq(decisions.id, decision.id), isNull(decisions.closedAt))).returning({ id: decisions.id });
  if (closed.length === 0) throw problem("conflict", { because: "meetings.decisions.alreadyClosed" });
  if (decision.documentId) await unlockDocument(ctx, { documentId: decision.documentId });
  const { id: decisionId, meetingId, method } = decision;
  await record(db, ctx, { act: result.outcome === "withdrawn" ? "decision.withdrawn" : "decision.closed", subject: { kind: "meeting", id: meetingId }, data: { decisionId, meetingId, method, ...result, reason: undefined } });
}
