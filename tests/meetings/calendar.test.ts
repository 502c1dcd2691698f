// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { calendarOf } from "~/meetings/calendar/entry.server";
import { feedsOf, openFeed, readFeed, readPublicFeed, revokeFeed } from "~/meetings/calendar/feeds.server";
import { insideOf, tablesOfPerson } from "~/meetings/calendar/inside-tables.server";
import { monthAsked, weeksOf } from "~/meetings/calendar/month";
import { announceMeeting, cancelMeeting } from "~/meetings/convocation/correct.server";
import { answerCall } from "~/meetings/convocation/replies.server";
import { findMeeting, lastSession, listMeetings, meetingsWaiting, planMeeting, remindSessions } from "~/meetings/index.server";
import { openSession } from "~/meetings/attendance/session.server";
import { announced, convened, days, drafted, said, stage } from "./stage";

describe("the calendar of a person", () => {
  test("is read at an address with a secret, holds the meetings of their tables, and is gone once revoked", async () => {
    const scene = await stage();
    const id = await convened(scene);
    await drafted(scene, 30);
    const { token } = await openFeed(scene.member.ctx);
    const text = await readFeed(scene.world.nobody, token);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(text).toContain(`UID:${id}@localhost`);
    expect(text.replace(/\r\n /g, "")).toContain(`/incontri/${id}`);
    await cancelMeeting(scene.coordinator.ctx, id, { reason: "Manca il relatore" });
    const after = await readFeed(scene.world.nobody, token);
    expect(after).toContain("STATUS:CANCELLED");
    expect(after).toContain("SEQUENCE:1");
    await expect(readFeed(scene.world.nobody, `${token}x`)).rejects.toMatchObject({ kind: "missing" });
    const [feed] = await feedsOf(scene.member.ctx);
    await expect(revokeFeed(scene.other.ctx, feed?.id ?? "")).rejects.toMatchObject({ kind: "missing" });
    await revokeFeed(scene.member.ctx, feed?.id ?? "");
    await expect(readFeed(scene.world.nobody, token)).rejects.toMatchObject({ kind: "missing" });
    await expect(openFeed(scene.world.nobody)).rejects.toMatchObject({ kind: "unauthenticated" });
  });

  test("answers a calendar program as often as it needs, and makes one that asks without end wait", async () => {
    const scene = await stage();
    const { token } = await openFeed(scene.member.ctx);
    for (let i = 0; i < 30; i++) await readFeed(scene.world.nobody, token);
    await expect(readFeed(scene.world.nobody, token)).rejects.toMatchObject({ kind: "tooMany" });
    expect(await readFeed({ ...scene.world.nobody, now: new Date(scene.world.now.getTime() + 601_000) }, token)).toContain("BEGIN:VCALENDAR");
    for (let i = 0; i < 30; i++) await expect(readFeed(scene.world.nobody, `guess-${i}`)).rejects.toMatchObject({ kind: "missing" });
    await expect(readFeed(scene.world.nobody, "guess")).rejects.toMatchObject({ kind: "tooMany" });
  });

  test("stops showing a table's meetings when the mandate there ends, also to a calendar program that knows the address", async () => {
    const scene = await stage();
    await convened(scene);
    const short = await scene.world.voice((await scene.world.organisation("Ente a termine")).id);
    await scene.world.seat(scene.table.id, short.organisationId, { voices: [short], mandateTo: days(scene.world.now, 5) });
    const { token } = await openFeed(short.ctx);
    expect(await readFeed(scene.world.nobody, token)).toContain("BEGIN:VEVENT");
    expect(await readFeed({ ...scene.world.nobody, now: days(scene.world.now, 6) }, token)).not.toContain("BEGIN:VEVENT");
    expect(await tablesOfPerson({ db: scene.world.db, now: days(scene.world.now, 6) }, short.personId)).toEqual([]);
  });

  test("the public one holds what was announced or convened, without the remote room", async () => {
    const scene = await stage();
    const { meetingId } = await planMeeting(scene.coordinator.ctx, scene.table.slug, { ...said(days(scene.world.now, 12)), mode: "mixed", link: "https://sala.example/3" });
    expect(await readPublicFeed(scene.world.nobody, { name: "Incontri" })).not.toContain("BEGIN:VEVENT");
    await announceMeeting(scene.coordinator.ctx, meetingId);
    const text = await readPublicFeed(scene.world.nobody, { name: "Incontri", tableId: scene.table.id });
    expect(text).toContain("STATUS:TENTATIVE");
    expect(text).not.toContain("sala.example");
    expect(calendarOf([await findMeeting(scene.member.ctx, meetingId)], { locale: "it", reader: "called" })).toContain("sala.example");
  });

  test("inside and outside a table are told for a whole list as for one meeting", async () => {
    const scene = await stage();
    const id = await announced(scene);
    for (const ctx of [scene.coordinator.ctx, scene.member.ctx, scene.observer.ctx, scene.stranger.ctx, scene.world.nobody, (await scene.world.administrator()).ctx]) {
      const inside = await insideOf(ctx);
      const [listed] = await listMeetings(ctx, { tableIds: [scene.table.id] });
      expect(listed && inside(listed.table)).toBe((await findMeeting(ctx, id)).inside);
    }
  });

  test("a month covers whole weeks from Monday, with every day of the month once", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, number) => {
        const month = monthAsked(`${year}-${String(number).padStart(2, "0")}`, new Date());
        const weeks = weeksOf(month);
        expect(weeks.every((week) => week.length === 7 && DateTime.fromISO(week[0]?.day ?? "").weekday === 1)).toBe(true);
        expect(weeks.flat().filter(({ inMonth }) => inMonth)).toHaveLength(month.daysInMonth ?? 0);
      }),
    );
  });
});

describe("what meetings have waiting", () => {
  test("is the answer of each called seat until it comes, and for who convenes the dates not yet convened", async () => {
    const scene = await stage();
    const id = await convened(scene);
    const soon = await drafted(scene, 3);
    const says = async (ctx: typeof scene.member.ctx) => (await meetingsWaiting(ctx)).map(({ says }) => says);
    expect(await says(scene.member.ctx)).toEqual(["meetings.waiting.reply"]);
    expect((await says(scene.coordinator.ctx)).sort()).toEqual(["meetings.waiting.late", "meetings.waiting.reply"]);
    await answerCall(scene.member.ctx, id, { answer: "coming" });
    expect(await says(scene.member.ctx)).toEqual([]);
    expect(await says(scene.stranger.ctx)).toEqual([]);
    expect(soon).not.toBe(id);
  });

  test("people called are reminded two days before, once, and not where the seat stays empty", async () => {
    const scene = await stage();
    const id = await convened(scene);
    await answerCall(scene.member.ctx, id, { answer: "absent" });
    const at = (n: number) => ({ db: scene.world.db, now: days(scene.world.now, n) });
    expect(await remindSessions(at(17))).toBe(0);
    expect(await remindSessions(at(18.5))).toBe(3);
    expect(await remindSessions(at(19))).toBe(0);
  });

  test("a table has met when a session was opened, not when it was convened", async () => {
    const scene = await stage();
    const id = await convened(scene);
    const onDay = { ...scene.coordinator.ctx, now: days(scene.world.now, 20) };
    expect(await lastSession(onDay, scene.table.id)).toBeNull();
    await openSession(onDay, id, { withoutQuorum: true });
    expect(await lastSession(onDay, scene.table.id)).toEqual(onDay.now);
    expect(await lastSession({ ...onDay, now: days(scene.world.now, 19) }, scene.table.id)).toBeNull();
  });
});
