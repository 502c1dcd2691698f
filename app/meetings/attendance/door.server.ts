// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { attendances } from "~db/meetings/schema";
import { findMeeting } from "../find-meeting.server";
import { extend as mayExtend, leave as mayLeave } from "../policy";
import { endedMandate } from "./arrive.server";
import { extendable, ExtensionInput } from "./attendance";

/** Somebody inside, in this meeting; `missing` when they are not, or have left. */
async function inside(db: Db, meetingId: string, attendanceId: string) {
  const row = one(await db.select().from(attendances).where(and(eq(attendances.id, attendanceId), eq(attendances.meetingId, meetingId), isNull(attendances.leftAt))));
  if (!row) throw problem("missing");
  return row;
}

/** Records that somebody leaves: oneself, or another when an officer keeps the door. Who comes back arrives again. */
export async function leaveMeeting(ctx: Ctx, meetingId: string, attendanceId: string): Promise<void> {
  const actor = signedIn(ctx);
  const { meeting, table, standing } = await findMeeting(ctx, meetingId);
  if (meeting.closedAt) throw problem("conflict", { because: "meetings.attendance.doorsShut" });
  await ctx.db.tx(async (db) => {
    const row = await inside(db, meetingId, attendanceId);
    enforce(mayLeave(actor, table, standing, row.personId === actor.personId));
    await db.update(attendances).set({ leftAt: ctx.now }).where(eq(attendances.id, attendanceId));
    await record(db, ctx, { act: "attendance.ended", subject: { kind: "table", id: table.id }, data: { meetingId, tableId: table.id, attendanceId } });
  });
}

/**
 * Extends the ended mandate of somebody who is in as an observer, for this session only and with the reason (prorogatio): from now on they speak
 * for their body and count. Never by who would profit from it, never silently.
 */
export async function extendMandate(ctx: Ctx, meetingId: string, form: FormData | z.input<typeof ExtensionInput>): Promise<void> {
  const actor = signedIn(ctx);
  const { meeting, table, standing } = await findMeeting(ctx, meetingId);
  if (meeting.closedAt) throw problem("conflict", { because: "meetings.attendance.doorsShut" });
  const { attendanceId, reason } = parse(ExtensionInput, form);
  await ctx.db.tx(async (db) => {
    const row = await inside(db, meetingId, attendanceId);
    enforce(mayExtend(actor, table, standing, row.personId === actor.personId));
    const mandate = row.seatId && extendable(row) ? await endedMandate(db, ctx, row.seatId, row.personId) : null;
    if (!mandate) throw problem("conflict", { because: "meetings.attendance.notExtendable" });
    await db.update(attendances).set({ capacity: mandate.capacity, mandateId: mandate.id, because: null, extensionReason: reason, extendedByPersonId: actor.personId }).where(eq(attendances.id, attendanceId));
    await record(db, ctx, { act: "mandate.extended", subject: { kind: "table", id: table.id }, data: { meetingId, tableId: table.id, attendanceId, mandateId: mandate.id, organisationId: row.organisationId, reason } });
  });
}
