// SPDX-License-Identifier: AGPL-3.0-or-later
/** Scenario 15 of the domain reference where a table on a delicate theme could leak by a name: calendars, files, search engines. Its minutes are in record-of-a-table. */
import { afterAll, expect, test } from "vitest";
import { fileName } from "~/documents/export/paper";
import { closePress } from "~/documents/export/press.server";
import { calendarResponse, openFeed, readFeed, readPublicFeed } from "~/meetings/calendar/feeds.server";
import { calendarOf } from "~/meetings/calendar/entry.server";
import { addPoint } from "~/meetings/agenda/change-agenda.server";
import { conveneMeeting } from "~/meetings/convocation/convene.server";
import { findMeeting, planMeeting } from "~/meetings/index.server";
import { meta as meetingMeta } from "~/meetings/meeting.page";
import { beginMinutes } from "~/meetings/minutes/begin-minutes.server";
import { meta as publishedListMeta } from "~/meetings/minutes/published-list.page";
import { meta as publishedMeta } from "~/meetings/minutes/published.page";
import { arriveAt } from "~/meetings/attendance/arrive.server";
import { openSession } from "~/meetings/attendance/session.server";
import { packOf } from "~/meetings/paper/pack.server";
import { findDocument } from "~/documents/index.server";
import { outbox } from "~db/notices/schema";
import { days, said, stage } from "~tests/meetings/stage";

afterAll(closePress);

const NEUTRAL = "Riunione tavolo tematico";
const SECRET = /delicat|sollievo|notturn|prova/i;

/** A session of a table, convened and under way: on a delicate theme, with a title and a point that say which. */
async function session(sensitive: boolean) {
  const scene = await stage({ sensitive });
  const { coordinator, member, table, world } = scene;
  const early = { ...coordinator.ctx, now: days(world.now, -20) };
  const { meetingId } = await planMeeting(early, table.slug, { ...said(world.now), title: "Sollievo notturno: seduta delicata" });
  await addPoint(early, meetingId, { title: "Sollievo notturno", minutes: 15, kind: "discussion" });
  await conveneMeeting(early, meetingId, { revision: (await findMeeting(early, meetingId)).meeting.revision });
  for (const voice of [coordinator, member]) await arriveAt(voice.ctx, meetingId, {});
  await openSession(coordinator.ctx, meetingId, { withoutQuorum: true });
  return { ...scene, meetingId, found: await findMeeting(coordinator.ctx, meetingId) };
}

test("scenario 15: every calendar of a table on a delicate theme says «Riunione tavolo tematico», to its members too, and nothing else of it", async () => {
  const { world, member, table, found } = await session(true);
  const { token } = await openFeed(member.ctx);
  const calendars = {
    "that of a member": await readFeed(world.nobody, token),
    "that of the city": await readPublicFeed(world.nobody, { name: "Incontri" }),
    "the entry for who is called": calendarOf([found], { locale: "it", reader: "called" }),
    "the entry for everybody": calendarOf([found], { locale: "it", reader: "public" }),
    "in the convocation": JSON.stringify((await world.db.read.select({ attachments: outbox.attachments }).from(outbox)).map(({ attachments }) => attachments)),
  };
  for (const [name, text] of Object.entries(calendars)) {
    expect([name, text.includes(NEUTRAL)]).toEqual([name, true]);
    expect([name, SECRET.exec(text.replaceAll(table.slug, ""))?.[0] ?? null]).toEqual([name, null]);
  }
  expect(calendarResponse("").headers.get("X-Robots-Tag")).toBe("noindex");
  expect(calendarResponse("").headers.get("Content-Disposition")).toBe('inline; filename="incontri.ics"');
  // of any other table they say what it is
  const open = await session(false);
  expect(calendarOf([open.found], { locale: "it", reader: "public" })).toContain("Sollievo notturno");
});

test("scenario 15: files of a session of such a table have neutral names, and letters neutral subjects", async () => {
  const { world, coordinator, meetingId } = await session(true);
  const pack = await packOf(coordinator.ctx, meetingId);
  const { documentId } = await beginMinutes(coordinator.ctx, meetingId);
  const { document } = await findDocument(coordinator.ctx, documentId);
  for (const name of [fileName(pack.title, "pdf"), fileName(document.title, "docx")]) {
    expect(name).toContain("riunione-tavolo-tematico");
    expect(name).not.toMatch(SECRET);
  }
  for (const { subject } of await world.db.read.select({ subject: outbox.subject }).from(outbox)) expect(subject).not.toMatch(SECRET);
});

test("scenario 15: search engines are told not to keep its pages, and may keep those of any other table", () => {
  const robots = (tags: unknown) => (tags as { name?: string; content?: string }[]).filter(({ name }) => name === "robots").map(({ content }) => content);
  const told = (sensitive: boolean) => [
    robots(meetingMeta({ data: { header: { title: "Incontro", sensitive } } } as never)),
    robots(publishedMeta({ data: { title: "Verbale", table: { name: "Tavolo", sensitive } } } as never)),
    robots(publishedListMeta({ data: { title: "Verbali", header: { name: "Tavolo", sensitive } } } as never)),
  ];
  expect(told(true)).toEqual([["noindex"], ["noindex"], ["noindex"]]);
  expect(told(false)).toEqual([[], [], []]);
});
