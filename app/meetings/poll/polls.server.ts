// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import { findTable, seatsAt, standingAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { absolute, enqueueLetter, letterFrom } from "~/web/letters.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { formatDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { one } from "~db/client.server";
import { newId } from "~db/id";
import { meetingPolls, pollAnswers, pollOptions } from "~db/meetings/schema";
import { workingTables } from "~db/tables/schema";
import { openWithUsual } from "../agenda/usual-points.server";
import { recipientsOn } from "../convocation/recipients.server";
import { writeMeeting } from "../plan-meeting.server";
import { convene, isInside, reply } from "../policy";
import { type PollAnswer, pollAnswers as knownAnswers, PollInput } from "./poll";

/** Asks the seats of a table which dates suit them; whoever speaks from one gets a letter. */
export async function openPoll(ctx: Ctx, tableSlug: string, form: FormData | z.input<typeof PollInput>): Promise<{ pollId: string }> {
  const { personId, organisationId } = signedIn(ctx);
  const table = await findTable(ctx, tableSlug);
  enforce(convene(ctx.actor, table, await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now)));
  const { options, ...fields } = parse(PollInput, form);
  if (fields.answersBy <= ctx.now) throw problem("invalid", { fields: { answersBy: "meetings.when.past" } });
  if (options.some((date) => date <= fields.answersBy)) throw problem("invalid", { fields: { options: "meetings.poll.afterAnswers" } });
  const pollId = newId();
  await ctx.db.tx(async (db) => {
    await db.insert(meetingPolls).values({ id: pollId, tableId: table.id, ...fields, createdAt: ctx.now, byPersonId: personId, byOrganisationId: organisationId });
    for (const startsAt of options) await db.insert(pollOptions).values({ id: newId(), pollId, startsAt });
    const people = new Map((await recipientsOn(db, table.id, ctx.now, { substitutes: false })).flatMap(({ person }) => (person ? [[person.id, person] as const] : [])));
    for (const { email, locale } of people.values()) {
      const values = { table: table.sensitive ? translate(locale, "meetings.neutralTitle") : table.name, until: formatDate(fields.answersBy, locale), link: absolute(paths.poll(pollId)) };
      await enqueueLetter(db, ctx, letterFrom("meetings.letter.poll", { to: email, locale, values }));
    }
    await record(db, ctx, { act: "poll.opened", subject: { kind: "table", id: table.id }, data: { pollId, tableId: table.id } });
  });
  return { pollId };
}

/** A poll for who is inside its table; `missing` for everybody else. */
export async function findPoll(ctx: Pick<Ctx, "db" | "actor" | "now">, pollId: string) {
  const found = one(await ctx.db.read.select({ poll: meetingPolls, table: workingTables }).from(meetingPolls).innerJoin(workingTables, eq(workingTables.id, meetingPolls.tableId)).where(eq(meetingPolls.id, pollId)));
  if (!found) throw problem("missing");
  const standing = await standingAt(ctx.db.read, ctx.actor, found.table.id, ctx.now);
  if (!isInside(ctx.actor, found.table, standing)) throw problem("missing");
  return { ...found, standing, convenor: convene(ctx.actor, found.table, standing).ok };
}

/** Answers for the seat that the actor speaks from: a word for each option. Until the term the last answers hold. */
export async function answerPoll(ctx: Ctx, pollId: string, words: Record<string, string>): Promise<void> {
  const { personId } = signedIn(ctx);
  const { poll, table, standing } = await findPoll(ctx, pollId);
  enforce(reply(ctx.actor, table, standing));
  if (poll.closedAt || poll.answersBy < ctx.now || !standing) throw problem("conflict", { because: "meetings.poll.closed" });
  const { seatId } = standing;
  await ctx.db.tx(async (db) => {
    const options = await db.select().from(pollOptions).where(eq(pollOptions.pollId, pollId));
    for (const { id } of options) {
      const answer = knownAnswers.find((known) => known === words[id]);
      if (!answer) continue;
      const values = { personId, answer, at: ctx.now };
      await db.insert(pollAnswers).values({ id: newId(), pollId, optionId: id, seatId, ...values }).onConflictDoUpdate({ target: [pollAnswers.optionId, pollAnswers.seatId], set: values });
    }
    await record(db, ctx, { act: "poll.answered", subject: { kind: "table", id: table.id }, data: { pollId, tableId: table.id, seatId } });
  });
}

/** The options of a poll with what each seat in force answered. The caller has found it. */
export async function resultsOf(ctx: Pick<Ctx, "db" | "now">, poll: { id: string; tableId: string }) {
  const options = await ctx.db.read.select().from(pollOptions).where(eq(pollOptions.pollId, poll.id)).orderBy(asc(pollOptions.startsAt));
  const answers = await ctx.db.read.select().from(pollAnswers).where(eq(pollAnswers.pollId, poll.id));
  const seats = (await seatsAt(ctx.db.read, poll.tableId, ctx.now)).map(({ seatId, organisationName }) => ({
    seatId,
    body: organisationName,
    answers: Object.fromEntries(answers.filter((row) => row.seatId === seatId).map(({ optionId, answer }) => [optionId, answer])) as Record<string, PollAnswer>,
  }));
  return { options, seats };
}

/** Chooses a date: the poll closes and a draft of the meeting, with the usual points on its agenda, is there to be completed and convened. Without an option it closes and nothing follows. */
export async function choosePoll(ctx: Ctx, pollId: string, optionId: string | null): Promise<{ meetingId: string | null }> {
  const { poll, table, standing } = await findPoll(ctx, pollId);
  enforce(convene(ctx.actor, table, standing));
  return ctx.db.tx(async (db) => {
    const option = optionId ? one(await db.select().from(pollOptions).where(and(eq(pollOptions.id, optionId), eq(pollOptions.pollId, pollId)))) : null;
    if (optionId && (!option || option.startsAt <= ctx.now)) throw problem("invalid", { because: "meetings.poll.chooseDate" });
    const ends = option && new Date(option.startsAt.getTime() + poll.minutes * 60_000);
    const meetingId = option && ends ? (await writeMeeting(db, ctx, { tableId: table.id, title: poll.title, startsAt: option.startsAt, endsAt: ends, mode: "mixed" })).meetingId : null;
    if (meetingId) await openWithUsual(db, ctx, meetingId, table);
    const closed = await db.update(meetingPolls).set({ closedAt: ctx.now, meetingId }).where(and(eq(meetingPolls.id, pollId), isNull(meetingPolls.closedAt))).returning({ id: meetingPolls.id });
    if (closed.length === 0) throw problem("conflict", { because: "meetings.poll.closed" });
    await record(db, ctx, { act: "poll.closed", subject: { kind: "table", id: table.id }, data: { pollId, tableId: table.id, meetingId } });
    return { meetingId };
  });
}

/** The polls still open at these tables. */
export async function openPollsAt(ctx: Pick<Ctx, "db">, tableIds: string[]) {
  if (tableIds.length === 0) return [];
  return ctx.db.read.select().from(meetingPolls).where(and(inArray(meetingPolls.tableId, tableIds), isNull(meetingPolls.closedAt))).orderBy(desc(meetingPolls.createdAt));
}
