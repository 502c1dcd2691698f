// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verifyJournal } from "~/journal/index.server";
import { askForPlace, cancelWorkshop, changeWorkshop, confirmPlace, draftWorkshop, figuresOf, findWorkshop, forgetPeople, giveUpPlace, listWorkshops, publishSynthesis, recordAttendance, writeSynthesis } from "~/meetings/index.server";
import { registrationsOf } from "~/meetings/workshops/attendance.server";
import { findRegistration } from "~/meetings/workshops/register.server";
import { readable, synthesesOf } from "~/meetings/workshops/synthesis.server";
import { bodyKey, KEEP_DAYS, placeFor, promoted } from "~/meetings/workshops/workshop";
import { withoutSecrets } from "~/notices/letter";
import { journalEntries } from "~db/journal/schema";
import { workshopRegistrations } from "~db/meetings/workshops";
import { DAY_MS, HELD, lastLetter, later, municipioStage, workshopInput } from "./workshops-stage";

type Stage = Awaited<ReturnType<typeof municipioStage>>;
const person = (n: number, more: Record<string, unknown> = {}) => ({ name: `Persona ${n}`, email: `persona${n}@test.example`, kind: "third_sector" as const, bodyName: `Associazione ${n}`, read: "on" as const, ...more });

/** Somebody without an account registers and opens the link in the letter. */
async function register({ city, workshopId }: Stage, n: number, more: Record<string, unknown> = {}) {
  await askForPlace(city.nobody, workshopId, person(n, more));
  const { secret } = await lastLetter(city, `persona${n}@test.example`);
  return { secret, ...(await confirmPlace(city.nobody, secret)) };
}

describe("whoever registers for a workshop", () => {
  test("needs no account, confirms by letter, waits when it is full, and moves up when somebody gives a place back", async () => {
    const stage = await municipioStage();
    const first = await register(stage, 1);
    expect((await register(stage, 2)).place).toBe("seat");
    const third = await register(stage, 3);
    expect([first.place, third.place]).toEqual(["seat", "waiting"]);
    await giveUpPlace(stage.city.nobody, first.secret);
    expect(await lastLetter(stage.city, "persona3@test.example")).toMatchObject({ subject: "Si è liberato un posto: Spazi serali nel quartiere" });
    expect((await findRegistration(stage.city.nobody, third.secret)).registration.place).toBe("seat");
    // nothing is left of who gave up
    await expect(findRegistration(stage.city.nobody, first.secret)).rejects.toMatchObject({ kind: "missing" });
    expect((await registrationsOf(stage.office.ctx, stage.workshopId)).map(({ name }) => name).sort()).toEqual(["Persona 2", "Persona 3"]);
  });

  test("is told nothing about who is registered already: the owner of the address gets the link again", async () => {
    const stage = await municipioStage();
    const { secret } = await register(stage, 1);
    await expect(askForPlace(stage.city.nobody, stage.workshopId, person(1, { name: "Qualcun altro" }))).resolves.toBeUndefined();
    const again = await lastLetter(stage.city, "persona1@test.example");
    expect(again.subject).toBe("La tua iscrizione: Spazi serali nel quartiere");
    await expect(findRegistration(stage.city.nobody, secret)).rejects.toMatchObject({ kind: "missing" });
    expect((await findRegistration(stage.city.nobody, again.secret)).registration.name).toBe("Persona 1");
  });

  test("has 48 hours to confirm, no more letters than the limit, and a form that keeps what is wrong apart", async () => {
    const { city, workshopId } = await municipioStage();
    await askForPlace(city.nobody, workshopId, person(1));
    const { secret, body } = await lastLetter(city, "persona1@test.example");
    await expect(confirmPlace(later(city.nobody, new Date(city.now.getTime() + 49 * 3_600_000)), secret)).rejects.toMatchObject({ kind: "missing" });
    for (let n = 0; n < 2; n++) await askForPlace(city.nobody, workshopId, person(1));
    await expect(askForPlace(city.nobody, workshopId, person(1))).rejects.toMatchObject({ kind: "tooMany" });
    await expect(askForPlace(city.nobody, workshopId, { name: "", email: "no", kind: "x", read: undefined } as never)).rejects.toMatchObject({
      details: { fields: { name: "workshops.register.nameNeeded", email: "workshops.register.emailNeeded", kind: "workshops.register.kindNeeded", read: "workshops.register.readNeeded" } },
    });
    // a letter that has left no longer opens anything
    expect(withoutSecrets(body)).not.toContain(secret);
  });

  test("cannot register for a draft, a cancelled workshop or one that has begun", async () => {
    const { city, office, workshopId, themeId } = await municipioStage();
    const draft = await draftWorkshop(office.ctx, workshopInput([themeId]));
    await expect(askForPlace(city.nobody, draft.workshopId, person(1))).rejects.toMatchObject({ kind: "missing" });
    await expect(askForPlace(later(city.nobody, HELD), workshopId, person(1))).rejects.toMatchObject({ kind: "conflict" });
    await cancelWorkshop(office.ctx, workshopId, { reason: "La sede non è agibile." });
    await expect(askForPlace(city.nobody, workshopId, person(1))).rejects.toMatchObject({ kind: "conflict" });
  });

  test("is told when the day changes and when the workshop is called off; more places go to whoever waits", async () => {
    const stage = await municipioStage();
    for (const n of [1, 2, 3]) await register(stage, n);
    await changeWorkshop(stage.office.ctx, stage.workshopId, workshopInput([stage.themeId], { startsAt: new Date(HELD.getTime() + DAY_MS), capacity: 3 }));
    expect((await lastLetter(stage.city, "persona1@test.example")).subject).toBe("Cambia giorno o luogo: Spazi serali nel quartiere");
    expect((await lastLetter(stage.city, "persona3@test.example")).subject).toBe("Si è liberato un posto: Spazi serali nel quartiere");
    await cancelWorkshop(stage.office.ctx, stage.workshopId, { reason: "La sede non è agibile." });
    expect((await lastLetter(stage.city, "persona3@test.example")).body).toContain("La sede non è agibile.");
  });
});

describe("after a workshop", () => {
  test("people are counted by kind of body, bodies once however they are written, and both stay when the people are forgotten", async () => {
    const stage = await municipioStage();
    await register(stage, 1, { kind: "comune", bodyName: "Direzione Casa" });
    await register(stage, 2, { bodyName: "A.P.S. Orto" });
    const then = later(stage.office.ctx, new Date(HELD.getTime() + 3 * 3_600_000));
    const present = (await registrationsOf(then, stage.workshopId)).map(({ id }) => id);
    await expect(recordAttendance(stage.office.ctx, stage.workshopId, { present })).rejects.toMatchObject({ kind: "conflict" });
    await recordAttendance(then, stage.workshopId, { present, unregistered: { informal: 4, private: 2 }, bodies: "Comitato Via Uno\nA P S  orto" });
    const figures = await figuresOf(stage.city, { workshopId: stage.workshopId });
    expect(figures).toMatchObject({ workshops: 1, themes: 1, people: 8, comune: 1, others: 7, bodies: 2 });

    const early = { db: stage.city.db, now: new Date(HELD.getTime() + (KEEP_DAYS - 1) * DAY_MS) };
    expect(await forgetPeople(early)).toBe(0);
    const due = { db: stage.city.db, now: new Date(HELD.getTime() + (KEEP_DAYS + 1) * DAY_MS) };
    expect([await forgetPeople(due), await forgetPeople(due)]).toEqual([1, 0]);
    expect(await stage.city.db.read.$count(workshopRegistrations)).toBe(0);
    expect(await figuresOf(stage.city, { workshopId: stage.workshopId })).toEqual(figures);
    await expect(recordAttendance({ ...then, now: due.now }, stage.workshopId, { present: [] })).rejects.toMatchObject({ details: { because: "workshops.attendance.forgotten" } });
    // the journal names no person either
    const told = JSON.stringify(await stage.city.db.read.select().from(journalEntries));
    expect(told).not.toMatch(/Persona \d|persona\d@/);
    expect(await verifyJournal(stage.city.db.read)).toMatchObject({ ok: true });
  });

  test("registrations that nobody confirmed go after two days", async () => {
    const { city, workshopId } = await municipioStage();
    await askForPlace(city.nobody, workshopId, person(1));
    await forgetPeople({ db: city.db, now: new Date(city.now.getTime() + 3 * DAY_MS) });
    expect(await city.db.read.$count(workshopRegistrations)).toBe(0);
  });

  test("the synthesis is written theme by theme, by the office, and everybody reads it once it is published", async () => {
    const { city, office, workshopId, themeId } = await municipioStage();
    const then = later(office.ctx, new Date(HELD.getTime() + DAY_MS));
    await expect(writeSynthesis(office.ctx, workshopId, { themeId, text: "Mancano spazi aperti la sera." })).rejects.toMatchObject({ kind: "conflict" });
    await expect(publishSynthesis(then, workshopId)).rejects.toMatchObject({ details: { because: "workshops.synthesis.incomplete" } });
    await writeSynthesis(then, workshopId, { themeId, text: "Mancano spazi aperti la sera." });
    const before = await findWorkshop(city.nobody, workshopId);
    expect([readable(before, false, await synthesesOf(city, workshopId)), readable(before, true, await synthesesOf(city, workshopId)).length]).toEqual([[], 1]);
    await publishSynthesis(then, workshopId);
    expect(readable(await findWorkshop(city.nobody, workshopId), false, await synthesesOf(city, workshopId))).toMatchObject([{ theme: "Spazi sociali", text: "Mancano spazi aperti la sera." }]);
  });
});

describe("the places of a workshop", () => {
  test("are never given twice, and nobody overtakes whoever confirmed before", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(fc.boolean(), { maxLength: 60 }), (capacity, comings) => {
        let minute = 0;
        let people: { confirmedAt: Date; place: "seat" | "waiting" }[] = [];
        const seats = () => people.filter(({ place }) => place === "seat");
        for (const comes of comings) {
          if (comes) people.push({ confirmedAt: new Date(minute++ * 60_000), place: placeFor(seats().length, capacity) });
          else people = people.slice(1);
          for (const next of promoted(people.filter(({ place }) => place === "waiting"), seats().length, capacity)) next.place = "seat";
          expect(seats().length).toBe(Math.min(capacity, people.length));
          const last = Math.max(...seats().map(({ confirmedAt }) => confirmedAt.getTime()), -1);
          expect(people.every(({ place, confirmedAt }) => place === "seat" || confirmedAt.getTime() > last)).toBe(true);
        }
      }),
    );
  });

  test("a body counts once whatever its capitals, accents and dots", () => {
    expect(new Set(["Società Più", "SOCIETA' PIU", "societa  piu."].map(bodyKey))).toEqual(new Set(["societa piu"]));
  });
});

test("lists are narrowed by Municipio and theme, and a draft is nobody else's", async () => {
  const { city, office, workshopId, themeId } = await municipioStage();
  const draft = await draftWorkshop(office.ctx, workshopInput([themeId], { title: "Ancora una bozza" }));
  const ids = async (ctx: Parameters<typeof listWorkshops>[0], filters = {}) => (await listWorkshops(ctx, filters)).coming.map(({ id }) => id).sort();
  expect(await ids(city.nobody)).toEqual([workshopId]);
  expect(await ids(office.ctx)).toEqual([workshopId, draft.workshopId].sort());
  expect([await ids(city.nobody, { district: 8 }), await ids(city.nobody, { district: 3 }), await ids(city.nobody, { themeId }), await ids(city.nobody, { themeId: "altro" })]).toEqual([[workshopId], [], [workshopId], []]);
});
