// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addPoint, movePoint } from "~/meetings/agenda/change-agenda.server";
import { agendaRows } from "~/meetings/agenda/read-agenda.server";
import { calendarOf } from "~/meetings/calendar/entry.server";
import { judgeNotice } from "~/meetings/convocation/call";
import { conveneMeeting } from "~/meetings/convocation/convene.server";
import { announceMeeting, cancelMeeting, changeDraft, correctMeeting } from "~/meetings/convocation/correct.server";
import { proofOf } from "~/meetings/convocation/proof.server";
import { answerCall, askNeeds, forgetNeeds, needsFor, ownNeeds, repliesTo } from "~/meetings/convocation/replies.server";
import { findMeeting, planMeeting } from "~/meetings/index.server";
import { adoptRules } from "~/tables/rules/adopt-rules.server";
import { outbox } from "~db/notices/schema";
import { convened, days, drafted, point, revisionOf, said, stage } from "./stage";

const letters = async (scene: Awaited<ReturnType<typeof stage>>) => scene.world.db.read.select().from(outbox).orderBy(asc(outbox.createdAt), asc(outbox.recipient));
const field = (ics: string, name: string) => ics.replace(/BEGIN:VTIMEZONE[^]*END:VTIMEZONE\r\n/, "").replace(/\r\n /g, "").split("\r\n").find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))?.replace(/^[^:]*:/, "");

describe("a convocation", () => {
  test("reaches whoever speaks on the day of the session, once each, with agenda and calendar entry, and leaves proof of sending", async () => {
    const scene = await stage();
    const gone = await scene.world.voice(scene.member.organisationId, { label: "Chi scade prima" });
    await scene.world.seat(scene.table.id, gone.organisationId, { voices: [gone], mandateTo: days(scene.world.now, 10) });
    const id = await drafted(scene);
    await addPoint(scene.coordinator.ctx, id, point("Servizi diurni"));
    await addPoint(scene.coordinator.ctx, id, point("Varie"));
    await conveneMeeting(scene.coordinator.ctx, id, { revision: await revisionOf(scene, id) });
    const sent = await letters(scene);
    // coordination, two members, the observer; not who will have no mandate on that day, not the stranger
    expect(sent).toHaveLength(4);
    expect(sent.every(({ subject }) => subject.startsWith("Convocazione: Tavolo di prova, lunedì 30 marzo 2026"))).toBe(true);
    expect(sent[0]?.body).toMatch(/1\. Servizi diurni \(15 minuti\)\n2\. Varie/);
    const [entry] = sent[0]?.attachments ?? [];
    expect(entry).toMatchObject({ name: "incontro.ics", type: expect.stringContaining("text/calendar") });
    expect(field(entry?.text ?? "", "UID")).toBe(`${id}@localhost`);
    expect(field(entry?.text ?? "", "SEQUENCE")).toBe("0");
    expect(field(entry?.text ?? "", "DTSTART")).toBe("20260330T110000");
    expect(entry?.text).toContain("TZID:Europe/Rome");
    const [proof] = await proofOf(scene.coordinator.ctx, id);
    expect(proof).toMatchObject({ kind: "convocation", freeDays: 13, neededDays: 5 });
    expect(proof?.recipients.map(({ body, state }) => [body, state]).sort()).toEqual([
      ["Direzione", "waiting"],
      ["Ente Due", "waiting"],
      ["Ente Tre", "waiting"],
      ["Ente Uno", "nobody"],
      ["Ente Uno", "waiting"],
    ]);
    await scene.world.db.tx((tx) => tx.update(outbox).set({ sentAt: scene.world.now }).where(eq(outbox.id, sent[0]?.id ?? "")));
    expect((await proofOf(scene.coordinator.ctx, id))[0]?.recipients.filter(({ state }) => state === "sent")).toHaveLength(1);
    for (const ctx of [scene.member.ctx, scene.stranger.ctx]) await expect(proofOf(ctx, id)).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("that leaves too little notice is refused quoting the rule and its article, and nobody is called", async () => {
    const scene = await stage();
    const rules = { noticeDays: 7, urgentDays: 2, quorumPercent: 50, decisions: "consensus", minutesDays: 10, articles: { notice: "art. 4" }, act: "Seduta di gennaio", version: 0 };
    await adoptRules(scene.coordinator.ctx, scene.table.slug, rules);
    const soon = await drafted(scene, 2);
    await addPoint(scene.coordinator.ctx, soon, point("Varie"));
    const refused = await conveneMeeting(scene.coordinator.ctx, soon, { revision: await revisionOf(scene, soon) }).catch((failure) => failure);
    expect(refused).toMatchObject({ kind: "conflict", details: { because: "meetings.convene.tooLate", values: { left: 1, first: "venerdì 20 marzo 2026" } } });
    expect(refused.details.values.rule).toContain("7 giorni lavorativi liberi");
    expect(refused.details.values.rule).toContain("regole del tavolo, art. 4");
    expect(await letters(scene)).toEqual([]);
  });

  test("of an urgent session leaves with its reason, where the rules have urgent sessions, and says that it is urgent", async () => {
    const scene = await stage();
    const id = await drafted(scene, 3);
    await addPoint(scene.coordinator.ctx, id, point("Emergenza caldo"));
    const revision = await revisionOf(scene, id);
    await expect(conveneMeeting(scene.coordinator.ctx, id, { revision })).rejects.toMatchObject({ details: { because: "meetings.convene.urgentNeeded", fields: { urgentReason: "meetings.convene.urgentReasonNeeded" } } });
    await conveneMeeting(scene.coordinator.ctx, id, { revision, urgentReason: "Ordinanza di ieri sera" });
    expect((await letters(scene))[0]?.body).toContain("Convocazione d'urgenza: Ordinanza di ieri sera");
    expect((await proofOf(scene.coordinator.ctx, id))[0]).toMatchObject({ urgentReason: "Ordinanza di ieri sera", freeDays: 2 });
  });

  test("needs an agenda, a room for who is remote, and the revision that the convenor saw", async () => {
    const scene = await stage();
    const { meetingId } = await planMeeting(scene.coordinator.ctx, scene.table.slug, { ...said(days(scene.world.now, 20)), mode: "mixed" });
    await expect(conveneMeeting(scene.coordinator.ctx, meetingId, { revision: 0 })).rejects.toMatchObject({ details: { because: "meetings.convene.linkNeeded" } });
    await changeDraft(scene.coordinator.ctx, meetingId, { ...said(days(scene.world.now, 20)), mode: "mixed", link: "https://sala.example/1", revision: 0 });
    await expect(conveneMeeting(scene.coordinator.ctx, meetingId, { revision: 1 })).rejects.toMatchObject({ details: { because: "meetings.convene.agendaNeeded" } });
    await addPoint(scene.coordinator.ctx, meetingId, point("Varie"));
    await expect(conveneMeeting(scene.coordinator.ctx, meetingId, { revision: 1 })).rejects.toMatchObject({ details: { because: "meetings.changedMeanwhile" } });
    await expect(conveneMeeting(scene.member.ctx, meetingId, { revision: 2 })).rejects.toMatchObject({ kind: "missing" });
    await conveneMeeting(scene.coordinator.ctx, meetingId, { revision: 2 });
    await expect(conveneMeeting(scene.coordinator.ctx, meetingId, { revision: 3 })).rejects.toMatchObject({ details: { because: "meetings.convene.already" } });
  });

  test("that is corrected, then cancelled, is told again to everybody under the same entry with a higher number", async () => {
    const scene = await stage();
    const id = await convened(scene);
    const later = { ...scene.coordinator.ctx, now: days(scene.world.now, 1) };
    const newDate = { ...said(days(scene.world.now, 25)), reason: "La sala era occupata" };
    await expect(correctMeeting(later, id, { ...newDate, startsAt: days(scene.world.now, 2), revision: await revisionOf(scene, id) })).rejects.toMatchObject({ details: { because: "meetings.convene.tooLate" } });
    await correctMeeting(later, id, { ...newDate, revision: await revisionOf(scene, id) });
    await cancelMeeting({ ...later, now: days(scene.world.now, 2) }, id, { reason: "Manca il relatore" });
    const sent = await letters(scene);
    expect(sent).toHaveLength(12);
    const entries = sent.map(({ attachments }) => attachments?.[0]?.text ?? "");
    expect(new Set(entries.map((entry) => field(entry, "UID")))).toEqual(new Set([`${id}@localhost`]));
    expect(entries.map((entry) => field(entry, "SEQUENCE"))).toEqual([...Array(4).fill("0"), ...Array(4).fill("1"), ...Array(4).fill("2")]);
    expect(field(entries.at(-1) ?? "", "STATUS")).toBe("CANCELLED");
    expect(field(entries.at(-1) ?? "", "METHOD")).toBe("CANCEL");
    expect(sent[4]?.body).toContain("Motivo: La sala era occupata");
    await expect(cancelMeeting(later, id, { reason: "Di nuovo" })).rejects.toMatchObject({ details: { because: "meetings.cancel.tooLate" } });
  });

  test("judges the notice by the days alone: more days never make it worse", () => {
    fc.assert(
      fc.property(fc.nat(60), fc.option(fc.nat(60)), fc.nat(90), (noticeDays, urgentDays, left) => {
        const order = ["tooLate", "urgent", "enough"];
        const rank = (free: number) => order.indexOf(judgeNotice({ noticeDays, urgentDays }, free));
        expect(rank(left + 1)).toBeGreaterThanOrEqual(rank(left));
        if (urgentDays === null) expect(judgeNotice({ noticeDays, urgentDays }, left)).not.toBe("urgent");
      }),
    );
  });
});

describe("what a called seat says", () => {
  test("is answered by who speaks from it, the last answer holding, with notes for the convenor only", async () => {
    const scene = await stage();
    const id = await convened(scene);
    await answerCall(scene.member.ctx, id, { answer: "absent", note: "Convegno regionale" });
    await answerCall(scene.member.ctx, id, { answer: "deputy", note: "Manda il supplente" });
    const seen = async (ctx: typeof scene.member.ctx) => (await repliesTo(ctx, id)).find(({ body }) => body === "Ente Uno");
    expect(await seen(scene.coordinator.ctx)).toMatchObject({ answer: "deputy", note: "Manda il supplente" });
    expect(await seen(scene.other.ctx)).toMatchObject({ answer: "deputy", note: null });
    expect(await repliesTo(scene.stranger.ctx, id)).toEqual([]);
    await expect(answerCall(scene.stranger.ctx, id, { answer: "coming" })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(answerCall({ ...scene.member.ctx, now: days(scene.world.now, 21) }, id, { answer: "coming" })).rejects.toMatchObject({ kind: "conflict" });
  });

  test("needs of accessibility are read by the convenor alone and are gone thirty days after the session", async () => {
    const scene = await stage();
    const id = await convened(scene);
    await askNeeds(scene.member.ctx, id, { needs: "Interprete LIS" });
    expect(await needsFor(scene.coordinator.ctx, id)).toMatchObject([{ needs: "Interprete LIS" }]);
    for (const ctx of [scene.other.ctx, (await scene.world.administrator()).ctx]) expect(await needsFor(ctx, id)).toEqual([]);
    expect(await ownNeeds(scene.member.ctx, id)).toBe("Interprete LIS");
    expect(await forgetNeeds({ db: scene.world.db, now: days(scene.world.now, 49) })).toBe(0);
    expect(await forgetNeeds({ db: scene.world.db, now: days(scene.world.now, 51) })).toBe(1);
    expect(await needsFor(scene.coordinator.ctx, id)).toEqual([]);
  });
});

describe("scenario 15: a sensitive table", () => {
  test("is named by no letter and no calendar, and outside it nobody reads title, place or room", async () => {
    const scene = await stage({ sensitive: true });
    const { meetingId: id } = await planMeeting(scene.coordinator.ctx, scene.table.slug, { ...said(days(scene.world.now, 20)), title: "Famiglie di malati", mode: "mixed", link: "https://sala.example/2" });
    await addPoint(scene.coordinator.ctx, id, point("La moglie di un malato"));
    await announceMeeting(scene.coordinator.ctx, id);
    await conveneMeeting(scene.coordinator.ctx, id, { revision: await revisionOf(scene, id) });
    for (const { subject, body, attachments } of await letters(scene)) {
      const all = [subject, body, attachments?.[0]?.text, attachments?.[0]?.name].join("\n");
      expect(all).toContain("Riunione tavolo tematico");
      expect(all).not.toMatch(/Tavolo di prova|Famiglie|moglie|Sala riunioni|sala\.example/);
    }
    const found = await findMeeting(scene.world.nobody, id);
    const open = calendarOf([found], { locale: "it", reader: "public" });
    expect(open).toContain("SUMMARY:Riunione tavolo tematico");
    expect(open).not.toMatch(/Famiglie|Sala riunioni|sala\.example/);
  });
});

describe("an agenda", () => {
  test("keeps its points in order, whatever is moved or taken off", async () => {
    const scene = await stage();
    const id = await drafted(scene);
    for (const title of ["Primo", "Secondo", "Terzo"]) await addPoint(scene.coordinator.ctx, id, point(title));
    const rows = await agendaRows(scene.world.db.read, id);
    await movePoint(scene.coordinator.ctx, id, rows[2]?.id ?? "", "up");
    await movePoint(scene.coordinator.ctx, id, rows[0]?.id ?? "", "off");
    expect((await agendaRows(scene.world.db.read, id)).map(({ title, position }) => [title, position])).toEqual([["Terzo", 1], ["Secondo", 2]]);
    await expect(addPoint(scene.stranger.ctx, id, point("Mio"))).rejects.toMatchObject({ kind: "missing" });
  });
});
