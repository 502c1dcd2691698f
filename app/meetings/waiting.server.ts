// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, gt, inArray, isNotNull, isNull, lte } from "drizzle-orm";
import { findTable, standingAt, tablesOf } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { absolute, enqueueLetter, letterFrom } from "~/web/letters.server";
import { paths } from "~/web/paths";
import { formatDate, formatDateTime } from "~/web/time";
import { translate } from "~/web/translate.server";
import type { Waiting } from "~/web/waiting";
import { persons } from "~db/identity/schema";
import { agendaProposals, attendanceReplies, callRecipients, meetings } from "~db/meetings/schema";
import { expiryReminders } from "~db/registry/schema";
import { workingTables } from "~db/tables/schema";
import { stateOf } from "./meeting";
import { forfeitureProposals } from "./forfeiture/forfeitures.server";
import { openPollsAt, resultsOf } from "./poll/polls.server";
import { listMeetings } from "./list-meetings.server";
import { convene, isInside, reply } from "./policy";
import { noticePeriod } from "./convocation/notice-period.server";
import { titleFor } from "./view-meeting.server";

const LOOK_AHEAD_MS = 90 * 86_400_000;
/** How long before a session those called are reminded of it. */
const REMIND_DAYS = 2;

/** What meetings have waiting for the viewer: convocations to answer, dates to convene before the notice runs out, proposals of members to answer. */
export async function meetingsWaiting(ctx: Ctx): Promise<Waiting[]> {
  const { actor, now } = ctx;
  if (!actor?.organisationId) return [];
  const found: Waiting[] = [];
  for (const { meeting, table } of await listMeetings(ctx, { from: now, to: new Date(now.getTime() + LOOK_AHEAD_MS), held: true })) {
    const standing = await standingAt(ctx.db.read, actor, table.id, now);
    if (!isInside(actor, table, standing)) continue;
    const state = stateOf(meeting);
    const values = { title: titleFor(ctx, meeting, table, true), table: table.name, date: formatDate(meeting.startsAt, ctx.locale) };
    const convenor = convene(actor, table, standing).ok;
    if (state === "convened" && standing && reply(actor, table, standing).ok && !(await answered(ctx, meeting.id, standing.seatId))) {
      found.push({ id: `call-${meeting.id}`, says: "meetings.waiting.reply", values, to: `${paths.meeting(meeting.id)}#risposta`, due: meeting.startsAt });
    }
    if (convenor && (state === "draft" || state === "announced")) {
      const { firstDay } = await noticePeriod(ctx, table.id, meeting.startsAt);
      found.push({ id: `convene-${meeting.id}`, says: firstDay > meeting.startsAt ? "meetings.waiting.late" : "meetings.waiting.convene", values, to: paths.meeting(meeting.id), due: meeting.startsAt });
    }
    if (convenor) {
      const open = await ctx.db.read.select({ id: agendaProposals.id, title: agendaProposals.title }).from(agendaProposals).where(and(eq(agendaProposals.meetingId, meeting.id), isNull(agendaProposals.outcome)));
      for (const proposal of open) found.push({ id: `proposal-${proposal.id}`, says: "meetings.waiting.proposal", values: { ...values, title: proposal.title }, to: `${paths.meetingAgenda(meeting.id)}#proposte`, due: meeting.startsAt });
    }
  }
  return [...found, ...(await atMyTables(ctx))];
}

/** Polls to answer at the tables of the body, and seats whose forfeiture the rules propose to who convenes there. */
async function atMyTables(ctx: Ctx): Promise<Waiting[]> {
  const { actor, now } = ctx;
  const found: Waiting[] = [];
  const seen = new Set<string>();
  for (const table of await tablesOf(ctx, actor?.organisationId ?? "")) {
    if (seen.has(table.id)) continue;
    seen.add(table.id);
    const facts = await findTable(ctx, table.id);
    const standing = await standingAt(ctx.db.read, actor, table.id, now);
    for (const poll of await openPollsAt(ctx, [table.id])) {
      const said = (await resultsOf(ctx, poll)).seats.find(({ seatId }) => seatId === standing?.seatId);
      if (poll.answersBy > now && reply(actor, facts, standing).ok && said && Object.keys(said.answers).length === 0) found.push({ id: `poll-${poll.id}`, says: "meetings.waiting.poll", values: { title: poll.title, table: table.name }, to: paths.poll(poll.id), due: poll.answersBy });
    }
    if (!convene(actor, facts, standing).ok) continue;
    for (const { seatId, body } of (await forfeitureProposals(ctx, table.id)).proposals) found.push({ id: `forfeit-${seatId}`, says: "meetings.waiting.forfeit", values: { body, table: table.name }, to: paths.forfeitures(table.slug), due: null });
  }
  return found;
}

async function answered(ctx: Pick<Ctx, "db">, meetingId: string, seatId: string): Promise<boolean> {
  const rows = await ctx.db.read.select({ id: attendanceReplies.id }).from(attendanceReplies).where(and(eq(attendanceReplies.meetingId, meetingId), eq(attendanceReplies.seatId, seatId)));
  return rows.length > 0;
}

/** Letters two days before a session to those called, once each, except where the seat has said that nobody comes. Returns how many were written. */
export async function remindSessions(ctx: Pick<Ctx, "db" | "now">): Promise<number> {
  const until = new Date(ctx.now.getTime() + REMIND_DAYS * 86_400_000);
  return ctx.db.tx(async (db) => {
    const rows = await db
      .select({ meeting: meetings, table: workingTables, person: persons, seatId: callRecipients.seatId })
      .from(callRecipients)
      .innerJoin(meetings, and(eq(meetings.id, callRecipients.meetingId), eq(meetings.callId, callRecipients.callId)))
      .innerJoin(workingTables, eq(workingTables.id, meetings.tableId))
      .innerJoin(persons, and(eq(persons.id, callRecipients.personId), isNull(persons.closedAt)))
      .where(and(gt(meetings.startsAt, ctx.now), lte(meetings.startsAt, until), isNotNull(meetings.convenedAt), isNull(meetings.cancelledAt)));
    const ids = [...new Set(rows.map(({ meeting }) => meeting.id))];
    if (ids.length === 0) return 0;
    const absent = await db.select().from(attendanceReplies).where(and(inArray(attendanceReplies.meetingId, ids), eq(attendanceReplies.answer, "absent")));
    const told = await db.select().from(expiryReminders).where(inArray(expiryReminders.subjectId, ids));
    const done = new Set(told.map(({ subjectId, personId }) => `${subjectId} ${personId}`));
    let letters = 0;
    for (const { meeting, table, person, seatId } of rows) {
      if (done.has(`${meeting.id} ${person.id}`) || absent.some((row) => row.meetingId === meeting.id && row.seatId === seatId)) continue;
      done.add(`${meeting.id} ${person.id}`);
      await db.insert(expiryReminders).values({ subjectId: meeting.id, personId: person.id, days: REMIND_DAYS, at: ctx.now });
      const name = table.sensitive ? translate(person.locale, "meetings.neutralTitle") : table.name;
      await enqueueLetter(db, ctx, letterFrom("meetings.letter.reminder", { to: person.email, locale: person.locale, values: { table: name, when: formatDateTime(meeting.startsAt, person.locale), link: absolute(paths.meeting(meeting.id)) } }));
      letters++;
    }
    return letters;
  });
}
