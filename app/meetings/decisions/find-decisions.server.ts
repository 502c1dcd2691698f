// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { ballots, decisions, reserves } from "~db/meetings/decisions";
import { agendaItems } from "~db/meetings/schema";
import { organisations } from "~db/registry/schema";
import { type FoundMeeting, findMeeting } from "../find-meeting.server";
import { type Tally, tallyOf } from "./decision";

type Reader = Pick<Ctx, "db" | "actor" | "now">;
export type DecisionRow = typeof decisions.$inferSelect;
export type Item = typeof agendaItems.$inferSelect;

/**
 * The meeting, for who reads it as its members do, and for who did until their mandate ended: they were there, and may still ask to amend the
 * minutes. `missing` for the others.
 */
export async function meetingInside(ctx: Reader, meetingId: string, db: Db = ctx.db.read): Promise<FoundMeeting> {
  const found = await findMeeting(ctx, meetingId, db);
  if (!found.inside && found.standing?.mandate !== "ended") throw problem("missing");
  return found;
}

/** The points of a session's agenda, in their order. */
export function agendaOf(db: Db, meetingId: string): Promise<Item[]> {
  return db.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId)).orderBy(asc(agendaItems.position));
}

/** What one body said of a decision. */
export type Position = { organisationId: string; body: string; choice: "for" | "against" | "abstained"; conflict: boolean; publicBody: boolean };
export type Reserve = { organisationId: string; body: string; kind: "reserve" | "dissent"; reason: string };

/** The decisions of a session in the order in which they were put, each with what the bodies said. The caller may read the session. */
export async function decisionsOf(db: Db, meetingId: string) {
  const rows = await db
    .select({ decision: decisions, item: agendaItems })
    .from(decisions)
    .innerJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId))
    .where(eq(decisions.meetingId, meetingId))
    .orderBy(asc(decisions.openedAt), asc(decisions.id));
  return Promise.all(rows.map(async ({ decision, item }) => ({ decision, item, ...(await saidOf(db, decision.id)) })));
}

/** A decision with its session and what the bodies said, for who reads the session as its members do; `missing` otherwise. */
export async function findDecision(ctx: Reader, id: string, db: Db = ctx.db.read) {
  const row = one(await db.select({ decision: decisions, item: agendaItems }).from(decisions).innerJoin(agendaItems, eq(agendaItems.id, decisions.agendaItemId)).where(eq(decisions.id, id)));
  if (!row) throw problem("missing");
  const found = await meetingInside(ctx, row.decision.meetingId, db);
  return { ...found, ...row, ...(await saidOf(db, id)) };
}

/** Positions and reserves of the bodies, by name; positions taken back do not exist: each is said once. */
export async function saidOf(db: Db, decisionId: string): Promise<{ positions: Position[]; reserved: Reserve[]; tally: Tally }> {
  const positions = await db
    .select({ organisationId: ballots.organisationId, body: organisations.name, choice: ballots.choice, conflict: ballots.conflict, publicBody: ballots.publicBody })
    .from(ballots)
    .innerJoin(organisations, eq(organisations.id, ballots.organisationId))
    .where(eq(ballots.decisionId, decisionId))
    .orderBy(asc(organisations.name));
  const reserved = await db
    .select({ organisationId: reserves.organisationId, body: organisations.name, kind: reserves.kind, reason: reserves.reason })
    .from(reserves)
    .innerJoin(organisations, eq(organisations.id, reserves.organisationId))
    .where(eq(reserves.decisionId, decisionId))
    .orderBy(asc(organisations.name));
  return { positions, reserved, tally: tallyOf(positions) };
}

/** Whether a text is being voted on now. */
export async function openDecisionOn(db: Db, documentId: string): Promise<boolean> {
  const rows = await db.select({ outcome: decisions.outcome }).from(decisions).where(and(eq(decisions.documentId, documentId)));
  return rows.some(({ outcome }) => outcome === null);
}
