// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { BodyStanding } from "~/registry";
import { warnedAmong } from "~/registry/index.server";
import { seatsAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { formatTime } from "~/web/time";
import { persons } from "~db/identity/schema";
import { attendanceReplies, attendances } from "~db/meetings/schema";
import { affiliations, organisations } from "~db/registry/schema";
import { mandates } from "~db/tables/schema";
import type { MeetingRow } from "../find-meeting.server";
import { extendable } from "./attendance";

export type Present = {
  id: string;
  seatId: string | null;
  organisationId: string;
  body: string;
  /** Where the body is no longer in the RUNTS. */
  standing: BodyStanding | undefined;
  personId: string;
  person: string;
  capacity: "titular" | "deputy" | "observer";
  remote: boolean;
  from: string;
  until: string | null;
  because: string | null;
  extensionReason: string | null;
  extendable: boolean;
};

/** Everybody who was in, in order of arrival. The caller has found the meeting and the viewer is inside. */
export async function presences(ctx: Pick<Ctx, "db" | "locale">, meetingId: string): Promise<Present[]> {
  const rows = await ctx.db.read
    .select({ row: attendances, person: persons.label, body: organisations.name })
    .from(attendances)
    .innerJoin(persons, eq(persons.id, attendances.personId))
    .innerJoin(organisations, eq(organisations.id, attendances.organisationId))
    .where(eq(attendances.meetingId, meetingId))
    .orderBy(asc(attendances.arrivedAt), asc(attendances.id));
  const warned = await warnedAmong(ctx, rows.map(({ row }) => row.organisationId));
  return rows.map(({ row, person, body }) => ({
    id: row.id,
    seatId: row.seatId,
    organisationId: row.organisationId,
    body,
    standing: warned[row.organisationId],
    personId: row.personId,
    person,
    capacity: row.capacity,
    remote: row.remote,
    from: formatTime(row.arrivedAt, ctx.locale),
    until: row.leftAt && formatTime(row.leftAt, ctx.locale),
    because: row.because,
    extensionReason: row.extensionReason,
    extendable: row.leftAt === null && extendable(row),
  }));
}

export type Expected = { seatId: string; body: string; standing: BodyStanding | undefined; role: string; answer: "coming" | "deputy" | "absent" | null; people: { affiliationId: string; personId: string; label: string; ended: boolean }[] };

/** The seats in force now with who may arrive for each: who speaks from it, and who did until their mandate ended. */
export async function expectedAt(ctx: Pick<Ctx, "db" | "now">, meeting: Pick<MeetingRow, "id" | "tableId">): Promise<Expected[]> {
  const seats = await seatsAt(ctx.db.read, meeting.tableId, ctx.now);
  const ids = seats.map(({ seatId }) => seatId);
  const warned = await warnedAmong(ctx, seats.map(({ organisationId }) => organisationId));
  const replies = await ctx.db.read.select().from(attendanceReplies).where(eq(attendanceReplies.meetingId, meeting.id));
  const past =
    ids.length === 0
      ? []
      : await ctx.db.read
          .select({ seatId: mandates.seatId, affiliationId: affiliations.id, personId: persons.id, label: persons.label })
          .from(mandates)
          .innerJoin(affiliations, and(eq(affiliations.id, mandates.affiliationId), or(isNull(affiliations.validTo), gt(affiliations.validTo, ctx.now))))
          .innerJoin(persons, and(eq(persons.id, affiliations.personId), isNull(persons.closedAt)))
          .where(and(inArray(mandates.seatId, ids), lte(mandates.validTo, ctx.now)));
  return seats.map(({ seatId, organisationId, organisationName, role, speakers }) => {
    const speaking = speakers.map(({ affiliationId, personId, personLabel, capacity, roleLabel }) => ({ affiliationId, personId, label: `${personLabel}${capacity === "deputy" ? ` (${roleLabel})` : ""}`, ended: false }));
    const ended = past.filter((row) => row.seatId === seatId && !speakers.some(({ affiliationId }) => affiliationId === row.affiliationId)).map(({ affiliationId, personId, label }) => ({ affiliationId, personId, label, ended: true }));
    const once = ended.filter(({ affiliationId }, i) => ended.findIndex((other) => other.affiliationId === affiliationId) === i);
    return { seatId, body: organisationName, standing: warned[organisationId], role, answer: replies.find((reply) => reply.seatId === seatId)?.answer ?? null, people: [...speaking, ...once] };
  });
}
