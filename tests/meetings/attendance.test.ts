// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arriveAt } from "~/meetings/attendance/arrive.server";
import { admit } from "~/meetings/attendance/attendance";
import { conflictsOf, declareConflict, withdrawConflict, withdrawRecorded } from "~/meetings/attendance/conflicts.server";
import { extendMandate, leaveMeeting } from "~/meetings/attendance/door.server";
import { expectedAt, presences } from "~/meetings/attendance/read-attendance.server";
import { closeSession, openSession } from "~/meetings/attendance/session.server";
import { agendaRows } from "~/meetings/agenda/read-agenda.server";
import { notEnrolledAt, repliesTo } from "~/meetings/convocation/replies.server";
import { quorumNow, voicesAt } from "~/meetings/decisions/voices.server";
import { listEntries } from "~/journal/index.server";
import { findMeeting } from "~/meetings/index.server";
import { adoptRules } from "~/tables/rules/adopt-rules.server";
import { organisations } from "~db/registry/schema";
import { mandates } from "~db/tables/schema";
import { newId } from "~db/id";
import type { Voice } from "~tests/harness";
import { convened, days, stage } from "./stage";

/** A convened session on its day, with the clock at its beginning. */
async function atTheDoor(more: { mandateEnds?: number; rules?: Record<string, unknown> } = {}) {
  const scene = await stage();
  if (more.rules) await adoptRules(scene.coordinator.ctx, scene.table.slug, { noticeDays: 5, urgentDays: "", quorumPercent: 50, substitutes: "on", decisions: "consensus", minutesDays: 10, articles: { quorum: "art. 7" }, act: "Seduta di gennaio", version: 0, ...more.rules });
  const id = await convened(scene);
  const now = days(scene.world.now, 20);
  if (more.mandateEnds) await scene.world.db.tx((tx) => tx.update(mandates).set({ validTo: days(scene.world.now, more.mandateEnds ?? 0) }).where(eq(mandates.affiliationId, scene.member.affiliationId)));
  const onDay = (voice: { ctx: Voice["ctx"] }, minutes = 0) => ({ ...voice.ctx, now: new Date(now.getTime() + minutes * 60_000) });
  const number = async () => {
    const ctx = onDay(scene.coordinator);
    const { meeting } = await findMeeting(ctx, id);
    return quorumNow(ctx, meeting, await voicesAt(ctx, meeting));
  };
  return { ...scene, id, now, onDay, number };
}

const because = (promise: Promise<unknown>): Promise<string | null> => promise.then(() => null, (failure: { details?: { because: string } }) => failure.details?.because ?? String(failure));

describe("the door of a session", () => {
  test("lets in titular and deputy with their mandate, counts each seat once, and forgets nobody who left", async () => {
    const { id, member, observer, onDay, number, seats, world } = await atTheDoor();
    const deputy = await world.voice(member.organisationId, { label: "Supplente Uno" });
    await world.db.tx((tx) => tx.insert(mandates).values({ id: newId(), seatId: seats.one, affiliationId: deputy.affiliationId, capacity: "deputy", validFrom: world.now, validTo: null }));
    expect(await number()).toMatchObject({ entitled: 3, present: 0, needed: 2, reached: false });
    expect(await arriveAt(onDay(member), id, {})).toMatchObject({ capacity: "titular", because: null });
    expect(await arriveAt(onDay(deputy), id, { remote: true })).toMatchObject({ capacity: "deputy" });
    expect(await arriveAt(onDay(observer), id, {})).toMatchObject({ capacity: "observer", because: "meetings.attendance.because.observerSeat" });
    expect(await number()).toMatchObject({ present: 1, reached: false });
    expect(await because(arriveAt(onDay(member), id, {}))).toBe("meetings.attendance.alreadyIn");
    const [first] = await presences(member.ctx, id);
    await leaveMeeting(onDay(member, 30), id, first?.id ?? "");
    await arriveAt(onDay(member, 60), id, {});
    expect((await presences(member.ctx, id)).map(({ person, until }) => [person, until])).toEqual([["Referente Uno", "11:30"], ["Supplente Uno", null], ["Referente Tre", null], ["Referente Uno", null]]);
  });

  test("is shut before its time and after the session, and kept by the coordination alone", async () => {
    const { id, member, other, coordinator, stranger, onDay, now } = await atTheDoor();
    expect(await because(arriveAt({ ...member.ctx, now: days(now, -1) }, id, {}))).toBe("meetings.attendance.doorsShut");
    expect(await because(arriveAt(onDay(stranger), id, {}))).toBe("meetings.policy.noMandateHere");
    expect(await because(arriveAt(onDay(member), id, { affiliationId: other.affiliationId }))).toBe("meetings.policy.onlyCoordination");
    await arriveAt(onDay(coordinator), id, { affiliationId: other.affiliationId });
    const [row] = await presences(member.ctx, id);
    expect(await because(leaveMeeting(onDay(member), id, row?.id ?? ""))).toBe("meetings.policy.onlyCoordination");
    await arriveAt(onDay(coordinator), id, {});
    await openSession(onDay(coordinator), id, {});
    await closeSession(onDay(coordinator, 90), id);
    expect(await because(arriveAt(onDay(member, 91), id, {}))).toBe("meetings.attendance.doorsShut");
    expect((await presences(member.ctx, id)).every(({ until }) => until === "12:30")).toBe(true);
  });

  test("opens the session on its day with the quorum of the rules, at a second call, or knowingly without", async () => {
    const { id, member, coordinator, onDay, now } = await atTheDoor({ rules: { quorumPercent: 100, secondCallPercent: 50 } });
    expect(await because(openSession({ ...coordinator.ctx, now: days(now, 1) }, id, {}))).toBe("meetings.session.notToday");
    await arriveAt(onDay(coordinator), id, {});
    const refused = await openSession(onDay(coordinator), id, {}).catch((failure) => failure);
    expect(refused).toMatchObject({ kind: "conflict", details: { because: "meetings.session.noQuorum", values: { present: 1, needed: 3 } } });
    expect(refused.details.values.rule).toContain("art. 7");
    expect(await because(openSession(onDay(member), id, {}))).toBe("meetings.policy.onlyCoordination");
    await arriveAt(onDay(member), id, {});
    await openSession(onDay(coordinator), id, { call: "second" });
    expect((await findMeeting(onDay(coordinator), id)).meeting.secondCallAt).not.toBeNull();
    expect(await because(openSession(onDay(coordinator), id, {}))).toBe("meetings.session.notConvened");
    const alone = await atTheDoor();
    await openSession(alone.onDay(alone.coordinator), alone.id, { withoutQuorum: true });
    expect(await alone.number()).toMatchObject({ reached: false });
  });

  test("never makes a voice out of a mandate that is not in force", () => {
    const capacity = fc.constantFrom("titular" as const, "deputy" as const);
    const mandate = fc.option(fc.record({ id: fc.constant("m"), capacity }));
    fc.assert(
      fc.property(fc.record({ mandate, ended: mandate, role: fc.constantFrom("coordinator" as const, "secretary" as const, "member" as const, "observer" as const), substitutes: fc.boolean(), enrolled: fc.boolean() }), (door) => {
        const { capacity: as, mandateId, because: why } = admit(door);
        expect(as === "observer").toBe(mandateId === null && why !== null);
        if (as !== "observer") expect(door.mandate).not.toBeNull();
        if (door.role === "observer" || !door.enrolled) expect(as).toBe("observer");
      }),
    );
  });
});

describe("scenario 3: the mandate has ended", () => {
  test("who comes with it is an observer and does not count, until an officer extends it with a reason", async () => {
    const { id, member, coordinator, seats, onDay, number } = await atTheDoor({ mandateEnds: 10 });
    expect(await arriveAt(onDay(member), id, {})).toMatchObject({ capacity: "observer", mandateId: null, because: "meetings.attendance.because.mandateEnded" });
    expect(await number()).toMatchObject({ present: 0 });
    const expected = await expectedAt(onDay(coordinator), (await findMeeting(onDay(coordinator), id)).meeting);
    expect(expected.find(({ seatId }) => seatId === seats.one)?.people).toMatchObject([{ label: "Referente Uno", ended: true }]);
    const [row] = await presences(coordinator.ctx, id);
    const extension = { attendanceId: row?.id ?? "", reason: "La nuova designazione è in corso" };
    expect(await because(extendMandate(onDay(member), id, extension))).toBe("meetings.policy.notYourOwn");
    await expect(extendMandate(onDay(coordinator), id, { ...extension, reason: "sì" })).rejects.toMatchObject({ details: { fields: { reason: "meetings.attendance.extensionReasonNeeded" } } });
    expect((await findMeeting(onDay(member), id)).inside).toBe(false);
    await extendMandate(onDay(coordinator), id, extension);
    // for this session they read what they speak about
    expect((await findMeeting(onDay(member), id)).inside).toBe(true);
    expect(await presences(coordinator.ctx, id)).toMatchObject([{ capacity: "titular", because: null, extensionReason: "La nuova designazione è in corso" }]);
    expect(await number()).toMatchObject({ present: 1 });
    expect(await because(extendMandate(onDay(coordinator), id, extension))).toBe("meetings.attendance.notExtendable");
  });
});

describe("scenario 4: one person, two bodies", () => {
  test("speaks for one at a time: to speak for the other they leave and come in again", async () => {
    const { id, member, table, world, onDay } = await atTheDoor();
    const second = await world.organisation("Delta APS");
    const asSecond = await world.voice(second.id, { personId: member.personId, label: "Procuratore" });
    await world.seat(table.id, second.id, { voices: [asSecond] });
    await arriveAt(onDay(member), id, {});
    expect(await because(arriveAt(onDay(asSecond), id, {}))).toBe("meetings.attendance.oneVoice");
    const [row] = await presences(member.ctx, id);
    await leaveMeeting(onDay(member, 5), id, row?.id ?? "");
    await arriveAt(onDay(asSecond, 6), id, {});
    expect((await presences(member.ctx, id)).map(({ body, until }) => [body, until])).toEqual([["Ente Uno", "11:05"], ["Delta APS", null]]);
  });
});

describe("scenario 5: a body removed from the RUNTS", () => {
  test("enters as an observer where the rules ask for the enrolment, and what it did before stays", async () => {
    const { id, member, other, coordinator, table, seats, now, world, onDay, number } = await atTheDoor({ rules: { enrolledOnly: "on" } });
    await world.db.tx((tx) => tx.update(organisations).set({ enrolment: "cancelled", enrolmentFrom: days(world.now, 5) }).where(eq(organisations.id, member.organisationId)));
    // who convenes, and everybody called, sees it beside the body
    expect(await notEnrolledAt(onDay(coordinator), table.id, now)).toMatchObject({ [seats.one]: { enrolment: "cancelled" } });
    expect((await repliesTo(onDay(other), id)).filter(({ enrolled }) => enrolled.enrolment === "cancelled").map(({ body }) => body)).toEqual(["Ente Uno"]);
    expect(await arriveAt(onDay(member), id, {})).toMatchObject({ capacity: "observer", because: "meetings.attendance.because.notEnrolled" });
    expect(await number()).toMatchObject({ present: 0 });
  });
});

describe("scenario 12: a body with an interest in a point", () => {
  test("declares it and abstains; what the interest is stays with the coordination", async () => {
    const { id, member, other, coordinator, stranger, onDay, world } = await atTheDoor();
    const [item] = await agendaRows(world.db.read, id);
    const declared = { agendaItemId: item?.id ?? "", interest: "Gestiamo un servizio concorrente" };
    await declareConflict(onDay(member), id, declared);
    expect(await because(declareConflict(onDay(member), id, declared))).toBe("meetings.conflict.already");
    expect(await because(declareConflict(onDay(stranger), id, declared))).toBe("meetings.policy.onlyWhoSpeaks");
    expect(await conflictsOf(onDay(other), id)).toMatchObject([{ body: "Ente Uno", interest: null, own: false }]);
    expect(await conflictsOf(onDay(coordinator), id)).toMatchObject([{ interest: "Gestiamo un servizio concorrente" }]);
    expect(await conflictsOf(onDay(stranger), id)).toEqual([]);
    const [row] = await conflictsOf(onDay(member), id);
    await expect(withdrawConflict(onDay(other), id, row?.id ?? "")).rejects.toMatchObject({ kind: "missing" });
    await withdrawConflict(onDay(member), id, row?.id ?? "");
    expect(await conflictsOf(onDay(coordinator), id)).toEqual([]);
  });

  test("says it aloud in the room, and who keeps the door writes it down for the body that is there", async () => {
    const { id, member, other, coordinator, onDay, world } = await atTheDoor();
    const [item] = await agendaRows(world.db.read, id);
    const heard = { agendaItemId: item?.id ?? "", interest: "Gestisce un servizio concorrente", organisationId: member.organisationId };
    await expect(declareConflict(onDay(coordinator), id, heard)).rejects.toMatchObject({ details: { fields: { organisationId: "meetings.conflict.notInRoom" } } });
    await arriveAt(onDay(member), id, {});
    expect(await because(declareConflict(onDay(other), id, heard))).toBe("meetings.policy.onlyCoordination");
    await declareConflict(onDay(coordinator), id, heard);
    expect(await conflictsOf(onDay(member), id)).toMatchObject([{ body: "Ente Uno", own: true, interest: "Gestisce un servizio concorrente" }]);
    const [act] = await listEntries(coordinator.ctx, { act: "conflict.declared", limit: 1 });
    expect(act).toMatchObject({ personId: coordinator.personId, data: { organisationId: member.organisationId } });
  });

  test("written down for the wrong body, is taken back with a reason by who keeps the door; what a body declared itself is not", async () => {
    const { id, member, other, coordinator, stranger, onDay, world } = await atTheDoor();
    const admin = await world.administrator();
    const [item] = await agendaRows(world.db.read, id);
    const interest = { agendaItemId: item?.id ?? "", interest: "Gestisce un servizio concorrente" };
    for (const voice of [member, coordinator]) await arriveAt(onDay(voice), id, {});
    await declareConflict(onDay(coordinator), id, { ...interest, organisationId: member.organisationId });
    await declareConflict(onDay(other), id, interest);
    const [recorded, own] = await conflictsOf(onDay(coordinator), id);
    expect([recorded, own]).toMatchObject([{ body: "Ente Uno", recorded: true }, { body: "Ente Due", recorded: false }]);
    expect((await conflictsOf(onDay(other), id)).some((row) => row.recorded)).toBe(false);
    const mistake = { declarationId: recorded?.id ?? "", reason: "Lo aveva detto un altro ente" };
    for (const voice of [member, other, admin]) expect(await because(withdrawRecorded(onDay(voice), id, mistake))).toBe("meetings.policy.onlyCoordination");
    expect(await because(withdrawRecorded(onDay(stranger), id, mistake))).toBe("meetings.policy.onlyCoordination");
    await expect(withdrawRecorded(world.nobody, id, mistake)).rejects.toMatchObject({ kind: "unauthenticated" });
    await expect(withdrawRecorded(onDay(coordinator), id, { ...mistake, reason: "errore" })).rejects.toMatchObject({ details: { fields: { reason: "meetings.conflict.withdrawReasonNeeded" } } });
    expect(await because(withdrawRecorded(onDay(coordinator), id, { ...mistake, declarationId: own?.id ?? "" }))).toBe("meetings.conflict.onlyTheBody");
    await withdrawRecorded(onDay(coordinator), id, mistake);
    await expect(withdrawRecorded(onDay(coordinator), id, mistake)).rejects.toMatchObject({ kind: "missing" });
    expect((await conflictsOf(onDay(coordinator), id)).map(({ body }) => body)).toEqual(["Ente Due"]);
    const [act, ...more] = await listEntries(coordinator.ctx, { act: "conflict.recordWithdrawn", limit: 5 });
    expect(act).toMatchObject({ personId: coordinator.personId, data: { declarationId: mistake.declarationId, organisationId: member.organisationId, reason: mistake.reason } });
    expect(more).toEqual([]);
    await declareConflict(onDay(coordinator), id, { ...interest, organisationId: member.organisationId });
    const again = (await conflictsOf(onDay(coordinator), id)).find(({ recorded: written }) => written);
    await openSession(onDay(coordinator), id, {});
    await closeSession(onDay(coordinator, 90), id);
    expect(await because(withdrawRecorded(onDay(coordinator, 91), id, { ...mistake, declarationId: again?.id ?? "" }))).toBe("meetings.conflict.tooLate");
  });
});
