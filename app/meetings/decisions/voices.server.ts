// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, isNull } from "drizzle-orm";
import { isPublicBody, wasEnrolled } from "~/registry";
import { quorumOf, type TableRules } from "~/tables";
import { rulesOf, seatsAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { type Decision, no, yes } from "~/web/policy";
import type { Db } from "~db/client.server";
import { attendances, conflictDeclarations } from "~db/meetings/schema";
import type { MeetingRow } from "../find-meeting.server";

/** A body whose seat counts, and who speaks for it in the room at this instant. */
export type Voice = {
  organisationId: string;
  organisationName: string;
  seatId: string;
  publicBody: boolean;
  mandateId: string | null;
  /** Those in the room for it; empty: the body is not there. */
  personIds: string[];
  /** Whether it may take a position now, and why not. */
  may: Decision;
};

/**
 * The bodies entitled to decide at the table at an instant, and whether each may: it must be in the room, through a person whose mandate is in
 * force at that very instant (or was extended for this session), within the rules of the table. Observers are not among them. One entry for a
 * body, however many people and seats it has.
 */
export async function voicesAt(ctx: Pick<Ctx, "db" | "now">, meeting: Pick<MeetingRow, "id" | "tableId">, db: Db = ctx.db.read): Promise<Voice[]> {
  const { rules } = await rulesOf(ctx, meeting.tableId, ctx.now, db);
  const present = (await db.select().from(attendances).where(and(eq(attendances.meetingId, meeting.id), isNull(attendances.leftAt)))).filter(({ arrivedAt }) => arrivedAt <= ctx.now);
  const seated = (await seatsAt(db, meeting.tableId, ctx.now)).filter(({ role }) => role !== "observer");
  const voices = seated.map((seat): Voice => {
    const { organisationId, organisationName, seatId, organisationKind, enrolment, enrolmentFrom } = seat;
    const inRoom = present.filter((row) => row.organisationId === organisationId);
    const speaking = inRoom.filter((row) => row.extensionReason !== null || seat.speakers.some(({ personId, capacity }) => personId === row.personId && allowed(capacity, rules)));
    const enrolled = !rules.enrolledOnly || wasEnrolled({ kind: organisationKind, enrolment, enrolmentFrom }, ctx.now);
    return {
      organisationId, organisationName, seatId,
      publicBody: isPublicBody(organisationKind),
      mandateId: seat.speakers.find(({ personId }) => speaking.some((row) => row.personId === personId))?.mandateId ?? null,
      personIds: speaking.map(({ personId }) => personId),
      may: !enrolled ? no("meetings.decisions.notEnrolled") : inRoom.length === 0 ? no("meetings.decisions.notPresent") : speaking.length > 0 ? yes() : no(whyNot(inRoom, seat.speakers)),
    };
  });
  const best = (organisationId: string) => voices.find((voice) => voice.organisationId === organisationId && voice.may.ok);
  return voices.filter((voice, i) => (best(voice.organisationId) ?? voices.find(({ organisationId }) => organisationId === voice.organisationId)) === voices[i]);
}

const allowed = (capacity: "titular" | "deputy", rules: Pick<TableRules, "substitutes">) => capacity === "titular" || rules.substitutes;

/** Somebody of the body is in the room, but cannot speak for it. */
function whyNot(inRoom: { personId: string }[], speakers: { personId: string }[]): string {
  return inRoom.some(({ personId }) => speakers.some((speaker) => speaker.personId === personId)) ? "meetings.decisions.noSubstitutes" : "meetings.decisions.mandateEnded";
}

/** Whether the session is in number, by the rules of the table: bodies that cannot decide at all do not count among the entitled. */
export async function quorumNow(ctx: Pick<Ctx, "db" | "now">, meeting: Pick<MeetingRow, "tableId" | "secondCallAt">, voices: Voice[], db: Db = ctx.db.read) {
  const { rules } = await rulesOf(ctx, meeting.tableId, ctx.now, db);
  const entitled = voices.filter(({ may }) => may.ok || may.because !== "meetings.decisions.notEnrolled").length;
  const present = voices.filter(({ may }) => may.ok).length;
  return { entitled, present, ...quorumOf(rules, { entitled, present }, meeting.secondCallAt !== null) };
}

/** Bodies that declared an interest in a point of the agenda and have not taken it back. */
export async function conflictedAt(db: Db, agendaItemId: string): Promise<Set<string>> {
  const rows = await db.select({ id: conflictDeclarations.organisationId }).from(conflictDeclarations).where(and(eq(conflictDeclarations.agendaItemId, agendaItemId), isNull(conflictDeclarations.withdrawnAt)));
  return new Set(rows.map(({ id }) => id));
}
