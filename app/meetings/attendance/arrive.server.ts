// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, desc, eq, inArray, isNull, lte } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import { wasEnrolled } from "~/registry";
import { rulesOf, seatsAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { attendances, meetings } from "~db/meetings/schema";
import { affiliations } from "~db/registry/schema";
import { mandates } from "~db/tables/schema";
import { inForce } from "~/web/time";
import { findMeeting, type MeetingRow } from "../find-meeting.server";
import { stateOf } from "../meeting";
import { arrive as mayArrive } from "../policy";
import { admit, type Admission, ArrivalInput, doorsOpen } from "./attendance";

/**
 * Records that somebody has arrived: oneself, or another person when an officer keeps the door. The mandate is judged at this very instant;
 * who holds none in force enters as an observer, with the reason. One voice at a time: whoever is in for one body leaves before entering for another.
 */
export async function arriveAt(ctx: Ctx, meetingId: string, form: FormData | z.input<typeof ArrivalInput>): Promise<Admission> {
  const actor = signedIn(ctx);
  const found = await findMeeting(ctx, meetingId);
  const { meeting, table, standing } = found;
  const { affiliationId, remote } = parse(ArrivalInput, form);
  const own = affiliationId === null || affiliationId === actor.affiliationId;
  enforce(mayArrive(actor, table, standing, own));
  return ctx.db.tx(async (db) => {
    await assertDoorsOpen(db, ctx, meeting);
    const person = own ? { personId: actor.personId, organisationId: actor.organisationId ?? "", affiliationId: actor.affiliationId ?? "" } : await personOf(db, ctx, affiliationId ?? "");
    const seat = await seatFor(db, ctx, meeting.tableId, person);
    const admission = admit(seat.door);
    const inside = await db.select().from(attendances).where(and(eq(attendances.meetingId, meetingId), eq(attendances.personId, person.personId), isNull(attendances.leftAt)));
    if (inside.some(({ organisationId }) => organisationId !== person.organisationId)) throw problem("conflict", { because: "meetings.attendance.oneVoice" });
    if (inside.length > 0) throw problem("conflict", { because: "meetings.attendance.alreadyIn" });
    const id = newId();
    await db.insert(attendances).values({ id, meetingId, seatId: seat.seatId, personId: person.personId, organisationId: person.organisationId, ...admission, remote, arrivedAt: ctx.now, recordedByPersonId: actor.personId });
    await record(db, ctx, { act: "attendance.begun", subject: { kind: "table", id: table.id }, data: { meetingId, tableId: table.id, attendanceId: id, seatId: seat.seatId, capacity: admission.capacity } });
    return admission;
  });
}

/** The doors are open from an hour and a half before the session, once it is convened, until it is closed. */
async function assertDoorsOpen(db: Db, ctx: Ctx, { id }: MeetingRow): Promise<void> {
  const meeting = one(await db.select().from(meetings).where(eq(meetings.id, id)));
  if (!meeting) throw problem("missing");
  if (!doorsOpen(stateOf(meeting), meeting.startsAt, ctx.now)) throw problem("conflict", { because: "meetings.attendance.doorsShut" });
}

async function personOf(db: Db, ctx: Ctx, affiliationId: string) {
  const row = one(await db.select().from(affiliations).where(eq(affiliations.id, affiliationId)));
  if (!row || !inForce(row, ctx.now)) throw problem("invalid", { fields: { affiliationId: "meetings.attendance.choosePerson" } });
  return { personId: row.personId, organisationId: row.organisationId, affiliationId: row.id };
}

/** The seat from which the person would speak, and what their mandate is worth now. `invalid` when their body has no seat in force. */
async function seatFor(db: Db, ctx: Ctx, tableId: string, person: { personId: string; organisationId: string; affiliationId: string }) {
  const seats = (await seatsAt(db, tableId, ctx.now)).filter(({ organisationId }) => organisationId === person.organisationId);
  const speaking = seats.find(({ speakers, role }) => role !== "observer" && speakers.some(({ affiliationId }) => affiliationId === person.affiliationId));
  const seat = speaking ?? seats.find(({ speakers }) => speakers.some(({ affiliationId }) => affiliationId === person.affiliationId)) ?? seats[0];
  if (!seat) throw problem("conflict", { because: "meetings.attendance.noSeat" });
  const { rules } = await rulesOf(ctx, tableId, ctx.now, db);
  const speaker = seat.speakers.find(({ affiliationId }) => affiliationId === person.affiliationId);
  const past = await db
    .select({ id: mandates.id, capacity: mandates.capacity })
    .from(mandates)
    .where(and(inArray(mandates.seatId, seats.map(({ seatId }) => seatId)), eq(mandates.affiliationId, person.affiliationId), lte(mandates.validTo, ctx.now)))
    .orderBy(desc(mandates.validTo));
  const enrolled = !rules.enrolledOnly || seat.organisationKind !== "ets" || wasEnrolled({ kind: seat.organisationKind, enrolment: seat.enrolment, enrolmentFrom: seat.enrolmentFrom }, ctx.now);
  return { seatId: seat.seatId, door: { mandate: speaker ? { id: speaker.mandateId, capacity: speaker.capacity } : null, ended: one(past) ?? null, role: seat.role, substitutes: rules.substitutes, enrolled } };
}

/** The last ended mandate of a person on a seat: what an extension revives for one session. */
export async function endedMandate(db: Db, ctx: Pick<Ctx, "now">, seatId: string, personId: string): Promise<{ id: string; capacity: "titular" | "deputy" } | null> {
  const rows = await db
    .select({ id: mandates.id, capacity: mandates.capacity })
    .from(mandates)
    .innerJoin(affiliations, eq(affiliations.id, mandates.affiliationId))
    .where(and(eq(mandates.seatId, seatId), eq(affiliations.personId, personId), lte(mandates.validTo, ctx.now)))
    .orderBy(desc(mandates.validTo));
  return one(rows) ?? null;
}
