// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, desc, eq, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import { endSeat, findTable, rulesOf, type RulesVersion, seatsAt, standingAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { newId } from "~db/id";
import { forfeitures } from "~db/meetings/forfeitures";
import { attendanceReplies, attendances, meetings } from "~db/meetings/schema";
import { organisations } from "~db/registry/schema";
import { seats } from "~db/tables/schema";
import { convene } from "../policy";
import { ForfeitInput, missedInRow } from "./forfeiture";

export type Proposal = { seatId: string; body: string; missed: string[] };

/**
 * The seats that the rules of the table forfeit: as many sessions missed in a row, without justification, as the rules say, since the seat has been
 * there. The rule proposes; people decide. A seat that was kept is proposed again only after it misses another session.
 */
export async function forfeitureProposals(ctx: Pick<Ctx, "db" | "now">, tableId: string): Promise<{ rules: RulesVersion; proposals: Proposal[] }> {
  const rules = await rulesOf(ctx, tableId, ctx.now);
  const { forfeitAfter } = rules.rules;
  if (forfeitAfter === null || forfeitAfter === 0) return { rules, proposals: [] };
  const db = ctx.db.read;
  const held = await db.select({ id: meetings.id, startsAt: meetings.startsAt }).from(meetings).where(and(eq(meetings.tableId, tableId), isNotNull(meetings.closedAt), isNull(meetings.cancelledAt))).orderBy(asc(meetings.startsAt));
  const ids = held.map(({ id }) => id);
  if (ids.length === 0) return { rules, proposals: [] };
  const came = await db.select({ meetingId: attendances.meetingId, seatId: attendances.seatId }).from(attendances).where(and(inArray(attendances.meetingId, ids), ne(attendances.capacity, "observer")));
  const excused = await db.select().from(attendanceReplies).where(and(inArray(attendanceReplies.meetingId, ids), eq(attendanceReplies.answer, "absent")));
  const decided = await db.select().from(forfeitures).where(eq(forfeitures.tableId, tableId));
  const has = (rows: readonly { meetingId: string; seatId: string | null }[], meetingId: string, seatId: string) => rows.some((row) => row.meetingId === meetingId && row.seatId === seatId);
  const proposals = (await seatsAt(db, tableId, ctx.now))
    .filter(({ role }) => role === "member")
    .flatMap(({ seatId, organisationName, validFrom }): Proposal[] => {
      const sessions = held.filter(({ startsAt }) => startsAt >= validFrom).map(({ id }) => ({ id, seat: has(came, id, seatId) ? ("present" as const) : has(excused, id, seatId) ? ("justified" as const) : ("absent" as const) }));
      const missed = missedInRow(sessions);
      const settled = decided.some((row) => row.seatId === seatId && row.missedIds.at(-1) === missed.at(-1));
      return missed.length >= forfeitAfter && !settled ? [{ seatId, body: organisationName, missed }] : [];
    });
  return { rules, proposals };
}

/** What was decided before, the last first. The caller may read it. */
export async function decidedForfeitures(ctx: Pick<Ctx, "db">, tableId: string) {
  return ctx.db.read
    .select({ id: forfeitures.id, body: organisations.name, outcome: forfeitures.outcome, reason: forfeitures.reason, at: forfeitures.decidedAt })
    .from(forfeitures)
    .innerJoin(seats, eq(seats.id, forfeitures.seatId))
    .innerJoin(organisations, eq(organisations.id, seats.organisationId))
    .where(eq(forfeitures.tableId, tableId))
    .orderBy(desc(forfeitures.decidedAt));
}

/** Decides on a seat that the rules propose to forfeit: it ends, or it is kept, with the reason either way. */
export async function decideForfeiture(ctx: Ctx, tableSlug: string, form: FormData | z.input<typeof ForfeitInput>): Promise<void> {
  const { personId } = signedIn(ctx);
  const table = await findTable(ctx, tableSlug);
  enforce(convene(ctx.actor, table, await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now)));
  const { seatId, outcome, reason } = parse(ForfeitInput, form);
  const proposal = (await forfeitureProposals(ctx, table.id)).proposals.find((each) => each.seatId === seatId);
  if (!proposal) throw problem("conflict", { because: "meetings.forfeit.notProposed" });
  await ctx.db.tx(async (db) => {
    // the seat has its own policy, which may refuse: then nothing is written
    if (outcome === "forfeited") await endSeat(ctx, { seatId, reason });
    await db.insert(forfeitures).values({ id: newId(), tableId: table.id, seatId, missedIds: proposal.missed, outcome, reason, decidedAt: ctx.now, decidedByPersonId: personId });
    await record(db, ctx, { act: `seat.${outcome}`, subject: { kind: "table", id: table.id }, data: { tableId: table.id, seatId, missed: proposal.missed.length } });
  });
}
