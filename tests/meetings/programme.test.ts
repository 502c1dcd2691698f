// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { DateTime } from "luxon";
import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { planProgramme } from "~/meetings/calendar/plan-programme.server";
import { datesOf, rhythms } from "~/meetings/calendar/recurrence";
import { decideForfeiture, forfeitureProposals } from "~/meetings/forfeiture/forfeitures.server";
import { missedInRow } from "~/meetings/forfeiture/forfeiture";
import { findMeeting, listMeetings, meetingsWaiting } from "~/meetings/index.server";
import { best, tallyOf } from "~/meetings/poll/poll";
import { answerPoll, choosePoll, findPoll, openPoll, resultsOf } from "~/meetings/poll/polls.server";
import { adoptRules } from "~/tables/rules/adopt-rules.server";
import { attendanceReplies, attendances, meetings } from "~db/meetings/schema";
import { outbox } from "~db/notices/schema";
import { seats } from "~db/tables/schema";
import { newId } from "~db/id";
import { days, drafted, said, stage } from "./stage";

describe("the programme of the year", () => {
  test("puts every date in the calendar at once, moving those on holidays to a working day, for the coordination alone", async () => {
    const scene = await stage();
    // Thursdays; 25 December and 1 January are holidays
    const form = { ...said(new Date("2026-12-10T13:30:00Z")), rhythm: "week", times: "4" };
    await expect(planProgramme(scene.member.ctx, scene.table.slug, form)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(planProgramme(scene.coordinator.ctx, scene.table.slug, { ...form, times: "99" })).rejects.toMatchObject({ details: { fields: { times: "meetings.programme.timesWrong" } } });
    expect(await planProgramme(scene.coordinator.ctx, scene.table.slug, { ...form, startsAt: new Date("2026-12-11T13:30:00Z") })).toEqual({ count: 4 });
    const listed = await listMeetings(scene.world.nobody, { tableIds: [scene.table.id] });
    expect(listed.map(({ meeting }) => DateTime.fromJSDate(meeting.startsAt, { zone: "Europe/Rome" }).toFormat("yyyy-MM-dd HH:mm"))).toEqual(["2026-12-11 14:30", "2026-12-18 14:30", "2026-12-28 14:30", "2027-01-04 14:30"]);
  });

  test("keeps hour and weekday through summer time, whatever the rhythm", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("2026-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }), fc.constantFrom(...rhythms), fc.integer({ min: 2, max: 26 }), (day, rhythm, times) => {
        const first = DateTime.fromJSDate(day, { zone: "Europe/Rome" }).set({ hour: 15, minute: 30, second: 0, millisecond: 0 });
        const dates = datesOf(first.toJSDate(), { rhythm, times }).map((date) => DateTime.fromJSDate(date, { zone: "Europe/Rome" }));
        expect(dates).toHaveLength(times);
        expect(dates.every((date) => date.hour === 15 && date.minute === 30 && date.weekday === first.weekday)).toBe(true);
        expect(dates[0]?.toMillis()).toBe(first.toMillis());
        expect(dates.every((date, i) => i === 0 || date > (dates[i - 1] ?? date))).toBe(true);
      }),
    );
  });
});

describe("a poll on dates", () => {
  const form = { title: "Seduta di aprile", minutes: "120", answersBy: "2026-03-16", options: ["2026-03-24T10:00", "2026-03-26T15:00", ""] };

  test("asks who speaks, takes one answer per seat, and the chosen date becomes a draft", async () => {
    const scene = await stage();
    await expect(openPoll(scene.member.ctx, scene.table.slug, form)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(openPoll(scene.coordinator.ctx, scene.table.slug, { ...form, options: ["2026-03-24T10:00"] })).rejects.toMatchObject({ details: { fields: { options: "meetings.poll.twoDates" } } });
    const { pollId } = await openPoll(scene.coordinator.ctx, scene.table.slug, form);
    expect(await scene.world.db.read.$count(outbox)).toBe(4);
    expect((await meetingsWaiting(scene.member.ctx)).map(({ says }) => says)).toContain("meetings.waiting.poll");
    const { poll } = await findPoll(scene.member.ctx, pollId);
    const { options } = await resultsOf(scene.member.ctx, poll);
    const [first, second] = options.map(({ id }) => id) as [string, string];
    await answerPoll(scene.member.ctx, pollId, { [first]: "no", [second]: "if_needed" });
    await answerPoll(scene.other.ctx, pollId, { [first]: "yes", [second]: "yes" });
    await answerPoll(scene.other.ctx, pollId, { [first]: "no" });
    const results = await resultsOf(scene.coordinator.ctx, poll);
    expect(best(results.options.map((option) => ({ ...option, tally: tallyOf(results.seats.flatMap(({ answers }) => answers[option.id] ?? [])) })))?.id).toBe(second);
    for (const ctx of [scene.stranger.ctx, scene.world.nobody]) await expect(findPoll(ctx, pollId)).rejects.toMatchObject({ kind: "missing" });
    await expect(choosePoll(scene.member.ctx, pollId, second)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(answerPoll({ ...scene.member.ctx, now: days(scene.world.now, 8) }, pollId, { [first]: "yes" })).rejects.toMatchObject({ details: { because: "meetings.poll.closed" } });
    const { meetingId } = await choosePoll(scene.coordinator.ctx, pollId, second);
    expect((await findMeeting(scene.coordinator.ctx, meetingId ?? "")).meeting).toMatchObject({ title: "Seduta di aprile", startsAt: new Date("2026-03-26T14:00:00Z"), convenedAt: null });
    await expect(choosePoll(scene.coordinator.ctx, pollId, first)).rejects.toMatchObject({ details: { because: "meetings.poll.closed" } });
  });
});

describe("forfeiture after absences", () => {
  test("is proposed by the rule, counts only absences without justification, and is decided by people with a reason", async () => {
    const scene = await stage();
    await adoptRules(scene.coordinator.ctx, scene.table.slug, { noticeDays: 5, quorumPercent: 0, decisions: "consensus", minutesDays: 10, forfeitAfter: 2, articles: { forfeiture: "art. 9" }, act: "Seduta di gennaio", version: 0 });
    const ids: string[] = [];
    for (const day of [20, 40, 60]) {
      const id = await drafted(scene, day);
      ids.push(id);
      const at = days(scene.world.now, day);
      await scene.world.db.tx(async (tx) => {
        await tx.update(meetings).set({ convenedAt: scene.world.now, openedAt: at, closedAt: at }).where(eq(meetings.id, id));
        // the first body always comes; the second never does, once with a reason
        await tx.insert(attendances).values({ id: newId(), meetingId: id, seatId: scene.seats.one, personId: scene.member.personId, organisationId: scene.member.organisationId, capacity: "titular", arrivedAt: at, recordedByPersonId: scene.coordinator.personId });
        if (day === 40) await tx.insert(attendanceReplies).values({ id: newId(), meetingId: id, seatId: scene.seats.two, personId: scene.other.personId, answer: "absent", note: null, at });
      });
    }
    const ctx = { ...scene.coordinator.ctx, now: days(scene.world.now, 61) };
    const { proposals } = await forfeitureProposals(ctx, scene.table.id);
    expect(proposals).toEqual([{ seatId: scene.seats.two, body: "Ente Due", missed: [ids[0], ids[2]] }]);
    expect((await meetingsWaiting(ctx)).map(({ says }) => says)).toContain("meetings.waiting.forfeit");
    const decision = { seatId: scene.seats.two, outcome: "forfeited" as const, reason: "Due assenze senza avviso" };
    await expect(decideForfeiture({ ...scene.member.ctx, now: ctx.now }, scene.table.slug, decision)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(decideForfeiture(ctx, scene.table.slug, { ...decision, seatId: scene.seats.one })).rejects.toMatchObject({ details: { because: "meetings.forfeit.notProposed" } });
    await decideForfeiture(ctx, scene.table.slug, { ...decision, outcome: "kept", reason: "Nuova designazione in arrivo" });
    expect((await forfeitureProposals(ctx, scene.table.id)).proposals).toEqual([]);
    expect((await scene.world.db.read.select().from(seats).where(eq(seats.id, scene.seats.two)))[0]?.validTo).toBeNull();
  });

  test("a presence breaks the row, a justified absence neither counts nor breaks it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("present" as const, "justified" as const, "absent" as const)), (history) => {
        const sessions = history.map((seat, i) => ({ id: String(i), seat }));
        const after = history.slice(history.lastIndexOf("present") + 1);
        expect(missedInRow(sessions)).toHaveLength(after.filter((seat) => seat === "absent").length);
      }),
    );
  });
});
