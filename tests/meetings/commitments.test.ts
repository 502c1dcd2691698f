// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { commitmentsOf, findCommitment, stepsOfCommitment, tableOfRecord, viewCommitment } from "~/meetings/commitments/find-commitments.server";
import { moveCommitment } from "~/meetings/commitments/move-commitment.server";
import { recordCommitment } from "~/meetings/commitments/record-commitment.server";
import { commitmentsForAgenda, commitmentsWaiting, remindCommitments } from "~/meetings/commitments/remind-commitments.server";
import { outbox } from "~db/notices/schema";
import { makeWorld, type Voice } from "~tests/harness";

const DAY = 86_400_000;
const at = (voice: Voice, now: Date) => ({ ...voice.ctx, now });

async function scene({ sensitive = false } = {}) {
  const world = await makeWorld();
  const body = async (name: string, kind = "ets") => world.voice((await world.organisation(name, { kind })).id, { label: `Referente ${name}` });
  const [lead, member, observer, stranger] = [await body("Direzione", "directorate"), await body("Cooperativa"), await body("Ateneo"), await body("Estraneo")];
  const table = await world.table("Tavolo casa", { sensitive });
  await world.seat(table.id, lead.organisationId, { role: "coordinator", voices: [lead] });
  await world.seat(table.id, member.organisationId, { voices: [member] });
  await world.seat(table.id, observer.organisationId, { role: "observer", voices: [observer] });
  const take = (fields: Partial<{ what: string; organisationId: string; due: string }> = {}, voice = lead) =>
    recordCommitment(voice.ctx, table.slug, { what: "Censire gli alloggi liberi", organisationId: member.organisationId, due: "2026-04-10", ...fields });
  return { ...world, lead, member, observer, stranger, table, take };
}

describe("a commitment before a table", () => {
  test("is taken, told of, moved with a reason, kept; every step stays readable with who took it", async () => {
    const { lead, member, table, take } = await scene();
    const { commitmentId: id } = await take();
    await moveCommitment(member.ctx, id, { step: "note", note: "Censiti due quartieri su nove" });
    await moveCommitment(lead.ctx, id, { step: "move", due: "2026-05-10", note: "Mancano i dati dell'azienda casa" });
    await moveCommitment(member.ctx, id, { step: "done", note: "Elenco consegnato al tavolo" });
    const { commitment } = await findCommitment(lead.ctx, id);
    expect(viewCommitment(lead.ctx, commitment)).toMatchObject({ state: "done", due: "10 mag 2026", overdue: false });
    expect((await stepsOfCommitment(lead.ctx, id)).map(({ step, by }) => [step, by])).toEqual([
      ["taken", "Direzione"],
      ["noted", "Cooperativa"],
      ["moved", "Direzione"],
      ["done", "Cooperativa"],
    ]);
    expect(await commitmentsOf(lead.ctx, table, "open")).toEqual([]);
    await expect(moveCommitment(lead.ctx, id, { step: "drop", note: "Ci abbiamo ripensato" })).rejects.toMatchObject({ kind: "conflict" });
    await moveCommitment(lead.ctx, id, { step: "reopen", note: "L'elenco era incompleto" });
    expect(await commitmentsOf(lead.ctx, table, "open")).toHaveLength(1);
  });

  test("is late from midnight after its last day in Rome, and not a moment before", async () => {
    const { lead, take, table } = await scene();
    await take({ due: "2026-03-28" });
    const lastMoment = new Date("2026-03-28T22:59:59.999Z");
    const midnight = new Date("2026-03-28T23:00:00Z");
    expect(await commitmentsOf({ ...lead.ctx, now: lastMoment }, table, "overdue")).toHaveLength(0);
    expect(await commitmentsOf({ ...lead.ctx, now: midnight }, table, "overdue")).toHaveLength(1);
    expect(await commitmentsForAgenda({ ...lead.ctx, now: midnight }, table.id)).toMatchObject([{ what: "Censire gli alloggi liberi", body: "Cooperativa", overdue: true }]);
  });

  test("waits on the desk of the body that took it, and is recalled once at each distance", async () => {
    const { db, lead, member, take, table } = await scene();
    const { commitmentId } = await take({ due: "2026-03-20" });
    expect((await commitmentsWaiting(member.ctx)).map(({ says, to }) => [says, to])).toEqual([["meetings.commitments.waiting.near", `/tavoli/${table.slug}/impegni/${commitmentId}`]]);
    expect(await commitmentsWaiting(lead.ctx)).toEqual([]);
    expect((await commitmentsWaiting(at(member, new Date("2026-03-21T08:00:00Z"))))[0]?.says).toBe("meetings.commitments.waiting.overdue");
    const day = (n: number) => remindCommitments({ db, now: new Date(lead.ctx.now.getTime() + n * DAY) });
    expect([await day(0), await day(0), await day(4), await day(5), await day(11)]).toEqual([1, 0, 1, 0, 0]);
    const letters = await db.read.select().from(outbox);
    expect(letters[0]?.body).toContain("Censire gli alloggi liberi");
    expect(letters[0]?.subject).toContain("20 marzo 2026");
  });

  test("of a sensitive table is recalled by a letter that names neither the table nor what was promised", async () => {
    const { db, lead, take } = await scene({ sensitive: true });
    await take({ due: "2026-03-20" });
    await remindCommitments(lead.ctx);
    const [letter] = await db.read.select().from(outbox);
    expect(`${letter?.subject} ${letter?.body}`).not.toMatch(/Tavolo casa|alloggi/);
  });

  test("is asked in full: what, a body of the table, a day to come; what was typed wrong is said field by field", async () => {
    const { take, stranger } = await scene();
    const fields = (promise: Promise<unknown>) => promise.then(() => null, (failure: { details?: { fields?: unknown } }) => failure.details?.fields);
    expect(await fields(take({ what: "Sì" }))).toEqual({ what: "meetings.commitments.whatNeeded" });
    expect(await fields(take({ organisationId: stranger.organisationId }))).toEqual({ organisationId: "meetings.commitments.bodyNeeded" });
    expect(await fields(take({ due: "2026-03-09" }))).toEqual({ due: "meetings.commitments.dayPast" });
    expect(await fields(take({ due: "30/02" }))).toEqual({ due: "meetings.commitments.dayNeeded" });
    expect(await fields(take({ due: "2026-03-10" }))).toBeNull();
  });
});

describe("who may what with the commitments of a table", () => {
  test("they do not exist for who sits elsewhere, nor for nobody", async () => {
    const { stranger, nobody, table, take } = await scene();
    const { commitmentId } = await take();
    for (const ctx of [stranger.ctx, nobody]) {
      await expect(tableOfRecord(ctx, table.slug)).rejects.toMatchObject({ kind: "missing" });
      await expect(findCommitment(ctx, commitmentId)).rejects.toMatchObject({ kind: "missing" });
    }
    await expect(moveCommitment(stranger.ctx, commitmentId, { step: "done", note: "Fatto da altri" })).rejects.toMatchObject({ kind: "missing" });
  });

  test("members read; only the coordination records, moves and drops; a body reports on its own, not on another's", async () => {
    const { lead, member, observer, table, take, administrator } = await scene();
    const { commitmentId } = await take();
    expect(await commitmentsOf(observer.ctx, (await tableOfRecord(observer.ctx, table.slug)).table, "open")).toHaveLength(1);
    const because = (promise: Promise<unknown>) => promise.then(() => null, (failure: { details?: { because: string } }) => failure.details?.because);
    expect(await because(take({}, member))).toBe("meetings.record.onlyCoordination");
    expect(await because(take({}, observer))).toBe("meetings.record.onlyCoordination");
    expect(await because(recordCommitment((await administrator()).ctx, table.slug, { what: "Qualcosa da fare", organisationId: member.organisationId, due: "2026-04-10" }))).toBe("meetings.record.onlyCoordination");
    expect(await because(moveCommitment(observer.ctx, commitmentId, { step: "note", note: "Va tutto bene" }))).toBe("meetings.commitments.notYours");
    expect(await because(moveCommitment(member.ctx, commitmentId, { step: "drop", note: "Non ci va più di farlo" }))).toBe("meetings.record.onlyCoordination");
    expect(await because(moveCommitment(member.ctx, commitmentId, { step: "move", due: "2026-12-01", note: "Più tardi" }))).toBe("meetings.record.onlyCoordination");
    expect(await because(moveCommitment(lead.ctx, commitmentId, { step: "drop", note: "Il censimento lo fa la Regione" }))).toBeNull();
  });

  test("two who take a step at once: one is told that the other was first", async () => {
    const { lead, member, take } = await scene();
    const { commitmentId } = await take();
    const both = await Promise.allSettled([moveCommitment(member.ctx, commitmentId, { step: "done", note: "Consegnato l'elenco" }), moveCommitment(lead.ctx, commitmentId, { step: "drop", note: "Non serve più a nessuno" })]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
