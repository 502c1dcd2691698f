// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { agendaItems, attendances, conflictDeclarations } from "~db/meetings/schema";
import { organisations } from "~db/registry/schema";
import { findMeeting } from "../find-meeting.server";
import { stateOf } from "../meeting";
import { convene, propose } from "../policy";
import { ConflictInput, RecordWithdrawalInput } from "./attendance";

/**
 * Declares an interest of one's body in a point of the agenda: its voice may speak, and abstains from the recorded position. What the interest is
 * stays with the coordination; the others, and the minutes, read only that the body abstains (domain reference, scenario 12). Who keeps the door
 * records what another body in the room declares aloud: the act says who wrote it down.
 */
export async function declareConflict(ctx: Ctx, meetingId: string, form: FormData | z.input<typeof ConflictInput>): Promise<void> {
  const actor = signedIn(ctx);
  const { meeting, table, standing } = await findMeeting(ctx, meetingId);
  const speaks = propose(actor, table, standing);
  // neither may: learnt before anything is said about the words typed
  if (!convene(actor, table, standing).ok) enforce(speaks);
  const { agendaItemId, interest, organisationId: named } = parse(ConflictInput, form);
  const own = named === null || named === actor.organisationId;
  enforce((own ? propose : convene)(actor, table, standing));
  const organisationId = own ? actor.organisationId : named;
  if (!["convened", "open"].includes(stateOf(meeting)) || !organisationId) throw problem("conflict", { because: "meetings.conflict.tooLate" });
  await ctx.db.tx(async (db) => {
    const personId = own ? actor.personId : (await inTheRoom(db, meetingId, organisationId));
    const item = one(await db.select({ id: agendaItems.id }).from(agendaItems).where(and(eq(agendaItems.id, agendaItemId), eq(agendaItems.meetingId, meetingId))));
    if (!item) throw problem("invalid", { fields: { agendaItemId: "meetings.conflict.chooseItem" } });
    const standingOnes = await db
      .select({ id: conflictDeclarations.id })
      .from(conflictDeclarations)
      .where(and(eq(conflictDeclarations.agendaItemId, agendaItemId), eq(conflictDeclarations.organisationId, organisationId), isNull(conflictDeclarations.withdrawnAt)));
    if (standingOnes.length > 0) throw problem("conflict", { because: "meetings.conflict.already" });
    const id = newId();
    await db.insert(conflictDeclarations).values({ id, meetingId, agendaItemId, organisationId, personId, interest, declaredAt: ctx.now, recordedByPersonId: own ? null : actor.personId });
    await record(db, ctx, { act: "conflict.declared", subject: { kind: "table", id: table.id }, data: { meetingId, tableId: table.id, agendaItemId, declarationId: id, organisationId } });
  });
}

/** Who speaks for a body in the room now; `invalid` when nobody does. */
async function inTheRoom(db: Db, meetingId: string, organisationId: string): Promise<string> {
  const there = one(await db.select({ personId: attendances.personId }).from(attendances).where(and(eq(attendances.meetingId, meetingId), eq(attendances.organisationId, organisationId), isNull(attendances.leftAt))));
  if (!there) throw problem("invalid", { fields: { organisationId: "meetings.conflict.notInRoom" } });
  return there.personId;
}

/** Takes back a declaration of one's own body, while the session is not closed. */
export async function withdrawConflict(ctx: Ctx, meetingId: string, declarationId: string): Promise<void> {
  const { organisationId } = signedIn(ctx);
  const { meeting, table } = await findMeeting(ctx, meetingId);
  if (meeting.closedAt) throw problem("conflict", { because: "meetings.conflict.tooLate" });
  await ctx.db.tx(async (db) => {
    const done = await db
      .update(conflictDeclarations)
      .set({ withdrawnAt: ctx.now })
      .where(and(eq(conflictDeclarations.id, declarationId), eq(conflictDeclarations.meetingId, meetingId), eq(conflictDeclarations.organisationId, organisationId ?? ""), isNull(conflictDeclarations.withdrawnAt)))
      .returning({ id: conflictDeclarations.id });
    if (done.length === 0) throw problem("missing");
    await record(db, ctx, { act: "conflict.withdrawn", subject: { kind: "table", id: table.id }, data: { meetingId, tableId: table.id, declarationId } });
  });
}

/**
 * Takes back, with the reason, what who keeps the door wrote down by mistake for a body, while the session is not closed. What a body declared
 * itself only that body withdraws.
 */
export async function withdrawRecorded(ctx: Ctx, meetingId: string, form: FormData | z.input<typeof RecordWithdrawalInput>): Promise<void> {
  const actor = signedIn(ctx);
  const { meeting, table, standing } = await findMeeting(ctx, meetingId);
  enforce(convene(actor, table, standing));
  const { declarationId, reason } = parse(RecordWithdrawalInput, form);
  if (meeting.closedAt) throw problem("conflict", { because: "meetings.conflict.tooLate" });
  await ctx.db.tx(async (db) => {
    const declared = one(await db.select().from(conflictDeclarations).where(and(eq(conflictDeclarations.id, declarationId), eq(conflictDeclarations.meetingId, meetingId), isNull(conflictDeclarations.withdrawnAt))));
    if (!declared) throw problem("missing");
    if (declared.recordedByPersonId === null) throw problem("forbidden", { because: "meetings.conflict.onlyTheBody" });
    await db.update(conflictDeclarations).set({ withdrawnAt: ctx.now, withdrawnReason: reason }).where(eq(conflictDeclarations.id, declarationId));
    await record(db, ctx, { act: "conflict.recordWithdrawn", subject: { kind: "table", id: table.id }, data: { meetingId, tableId: table.id, declarationId, organisationId: declared.organisationId, reason } });
  });
}

export type Conflict = { id: string; agendaItemId: string; body: string; own: boolean; /** Written down by who keeps the door, and the viewer may take it back with a reason. */ recorded: boolean; /** For the coordination and the body itself; null for the others. */ interest: string | null };

/** The declarations in force, for who is inside. */
export async function conflictsOf(ctx: Ctx, meetingId: string): Promise<Conflict[]> {
  const { inside, convenor } = await findMeeting(ctx, meetingId);
  if (!inside) return [];
  const rows = await ctx.db.read
    .select({ row: conflictDeclarations, body: organisations.name })
    .from(conflictDeclarations)
    .innerJoin(organisations, eq(organisations.id, conflictDeclarations.organisationId))
    .where(and(eq(conflictDeclarations.meetingId, meetingId), isNull(conflictDeclarations.withdrawnAt)))
    .orderBy(asc(conflictDeclarations.declaredAt));
  return rows.map(({ row, body }) => {
    const own = row.organisationId === ctx.actor?.organisationId;
    return { id: row.id, agendaItemId: row.agendaItemId, body, own, recorded: convenor && row.recordedByPersonId !== null, interest: convenor || own ? row.interest : null };
  });
}
