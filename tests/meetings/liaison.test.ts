// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { powers } from "~/identity";
import { addElement, addNeighbourhood, bringToTable, elementsOf, enterBody, keepBody, keepElement, listLiaisons, localBodiesOf, planLiaison, remindLiaisonItems, waitingAtMunicipio } from "~/meetings/index.server";
import { loader as districtPage } from "~/meetings/liaison/district.page";
import { occasionOf } from "~/meetings/liaison/liaison";
import { countsOf, findLiaison } from "~/meetings/liaison/liaisons.server";
import { moveItem } from "~/tables/index.server";
import { outbox } from "~db/notices/schema";
import { items } from "~db/tables/schema";
import { DAY_MS, later, municipioStage } from "./workshops-stage";

/** Municipio 8, the objective table on local welfare and the policy table, each with its office. */
async function scenario() {
  const stage = await municipioStage();
  const { city, office, themeId, workshopId } = stage;
  const welfare = await city.organisation("Direzione Welfare", { kind: "directorate" });
  const directorate = await city.voice(welfare.id, { label: "Referente di Direzione", capacity: "officer", powers: powers.filter((power) => power !== "manage_tables") });
  const objective = await city.table("Tavolo welfare territoriale", { planAreas: ["5.1"] });
  const policy = await city.table("Tavolo di sintesi", { level: "policy", planAreas: ["*"] });
  for (const table of [objective, policy]) await city.seat(table.id, welfare.id, { role: "coordinator", voices: [directorate] });
  const { liaisonId } = await planLiaison(office.ctx, 8, { title: "Primo raccordo dell'anno", heldOn: "2026-03-05" });
  const element = { title: "Mancano spazi aperti la sera", text: "Dodici gruppi del Municipio dicono che le sale chiudono alle diciannove.", themeId, workshops: [workshopId], voices: "12" };
  const { elementId } = await addElement(office.ctx, liaisonId, element);
  return { ...stage, welfare, directorate, objective, policy, liaisonId, elementId };
}

describe("what a Municipio gathered", () => {
  test("goes to an objective table, on to the policy table, and comes back with its answer (scenario 18)", async () => {
    const { city, office, directorate, objective, policy, liaisonId, elementId } = await scenario();
    const { itemId } = await bringToTable(office.ctx, liaisonId, { elementId, tableId: objective.id });
    await expect(bringToTable(office.ctx, liaisonId, { elementId, tableId: policy.id })).rejects.toMatchObject({ kind: "conflict" });
    const day = (n: number) => later(directorate.ctx, new Date(city.now.getTime() + n * DAY_MS));
    await moveItem(day(1), itemId, { step: "receive" });
    await moveItem(day(2), itemId, { step: "discuss", reason: "Il tavolo conferma: vale anche per altri Municipi." });
    await moveItem(day(3), itemId, { step: "forward", tableId: policy.id, reason: "Serve un indirizzo per tutti i Municipi." });
    await moveItem(day(4), itemId, { step: "receive" });
    await moveItem(day(5), itemId, { step: "decide", outcome: "accepted", reason: "Indirizzo: due sere la settimana in una sede per Municipio." });
    const then = later(office.ctx, new Date(city.now.getTime() + 6 * DAY_MS));
    const [seen] = await elementsOf(then, await listLiaisons(then, 8));
    expect(seen).toMatchObject({ theme: "Spazi sociali", voices: 12, item: { state: "accepted", at: { name: "Tavolo di sintesi" } }, answer: { reason: "Indirizzo: due sere la settimana in una sede per Municipio." } });
    expect(seen?.workshops.map(({ title }) => title)).toEqual(["Spazi serali nel quartiere"]);
    expect(await waitingAtMunicipio(then)).toMatchObject([{ says: "liaison.waiting.answered" }]);
    expect(await countsOf(city, 8)).toEqual({ liaisons: 1, elements: 1, brought: 1 });
  });

  test("can also stay with the Municipio, with the reason; and an element brought to a table stays brought", async () => {
    const { office, liaisonId, elementId, objective } = await scenario();
    await keepElement(office.ctx, liaisonId, { elementId, reason: "Se ne occupa il Municipio con le proprie sale." });
    expect((await elementsOf(office.ctx, await listLiaisons(office.ctx, 8)))[0]?.keptReason).toMatch(/sale/);
    await bringToTable(office.ctx, liaisonId, { elementId, tableId: objective.id });
    await expect(keepElement(office.ctx, liaisonId, { elementId, reason: "Ripensandoci, no." })).rejects.toMatchObject({ kind: "conflict" });
  });

  test("is reminded before the term, at the term and every month after it, once each; a sensitive table is not named in the letter", async () => {
    const { city, office, liaisonId, elementId, objective, directorate } = await scenario();
    const { itemId } = await bringToTable(office.ctx, liaisonId, { elementId, tableId: objective.id });
    const due = (await city.db.read.select({ due: items.due }).from(items).where(eq(items.id, itemId)))[0]?.due as Date;
    const at = (days: number) => ({ db: city.db, now: new Date(due.getTime() + days * DAY_MS) });
    const sent = [];
    for (const days of [-20, -6, -5, 0, 1, 29, 31, 40]) sent.push(await remindLiaisonItems(at(days)));
    expect(sent).toEqual([0, 1, 0, 1, 0, 0, 1, 0]);
    const letters = await city.db.read.select().from(outbox);
    expect(letters.map(({ subject }) => subject)).toEqual(["Risposta attesa entro sabato 9 maggio 2026: Mancano spazi aperti la sera", "Senza risposta: Mancano spazi aperti la sera", "Senza risposta: Mancano spazi aperti la sera"]);
    expect(await waitingAtMunicipio(later(office.ctx, at(2).now))).toContainEqual(expect.objectContaining({ says: "liaison.waiting.unanswered" }));
    await moveItem(later(directorate.ctx, at(41).now), itemId, { step: "receive" });
    await moveItem(later(directorate.ctx, at(41).now), itemId, { step: "decide", outcome: "not_taken", reason: "Le sale dipendono dal Municipio stesso." });
    expect(await remindLiaisonItems(at(100))).toBe(0);

    const hidden = await city.table("Tavolo riservato", { sensitive: true });
    await city.seat(hidden.id, directorate.organisationId, { role: "coordinator", voices: [directorate] });
    const other = await addElement(office.ctx, liaisonId, { title: "Chi assiste è solo di notte", text: "Lo dicono tre gruppi di vicini.", workshops: [] });
    await bringToTable(office.ctx, liaisonId, { elementId: other.elementId, tableId: hidden.id });
    await remindLiaisonItems(at(60));
    const last = (await city.db.read.select().from(outbox)).at(-1);
    expect(`${last?.subject} ${last?.body}`).not.toMatch(/riservato|notte/i);
  });

  test("a reminder is due at most once an occasion, whenever the clock is read", () => {
    const due = new Date("2026-05-09T09:00:00Z");
    fc.assert(
      fc.property(fc.integer({ min: -100, max: 400 }), fc.integer({ min: 0, max: 86_399 }), (day, second) => {
        const now = new Date(due.getTime() + day * DAY_MS + second * 1000);
        const occasion = occasionOf(due, now);
        expect(occasion === null).toBe(due.getTime() - now.getTime() > 7 * DAY_MS);
        if (occasion) expect(occasion.late).toBe(now >= due);
        if (occasion?.late) expect(occasionOf(due, new Date(now.getTime() + 1000 * DAY_MS))?.name).not.toBe(occasion.name);
      }),
    );
  });
});

describe("the list of a Municipio", () => {
  test("holds bodies of the registry and groups that only the neighbourhood knows, by neighbourhood, each once", async () => {
    const { city, office } = await municipioStage();
    const { id: nil } = await addNeighbourhood(office.ctx, 8, { name: "Villapizzone" });
    const known = await city.organisation("APS Sedie", { etsCategory: "aps" });
    await keepBody(office.ctx, 8, { organisationId: known.id, neighbourhoodId: nil });
    await expect(keepBody(office.ctx, 8, { organisationId: known.id })).rejects.toMatchObject({ kind: "conflict" });
    await enterBody(office.ctx, 8, { name: "Comitato di via Uno", kind: "informal_group", note: "Si trovano il martedì." });
    expect((await localBodiesOf(city, 8)).map(({ name, kind }) => [name, kind])).toEqual([["APS Sedie", "ets"], ["Comitato di via Uno", "informal_group"]]);
    expect((await localBodiesOf(city, 8, nil)).map(({ name }) => name)).toEqual(["APS Sedie"]);
    // what a register should know is not entered by a Municipio
    await expect(enterBody(office.ctx, 8, { name: "Cooperativa Tale", kind: "ets" as never })).rejects.toMatchObject({ kind: "invalid" });
    expect(districtPage).toBeTypeOf("function");
  });

  test("is kept by that Municipio and by nobody else; what it gathered is not public", async () => {
    const { city, office, welfare, directorate, liaisonId } = await scenario();
    const nine = await city.organisation("Municipio 9", { kind: "municipal_district", territory: { scale: "district", districts: [9] } });
    const neighbour = await city.voice(nine.id, { capacity: "officer", powers });
    const ets = await city.organisation("APS Sedie", { etsCategory: "aps" });
    const outsider = await city.voice(ets.id);
    const central = await city.voice(welfare.id, { capacity: "officer", powers });
    const admin = await city.administrator();
    for (const who of [neighbour, outsider, central, admin, { ctx: city.nobody }]) {
      await expect(planLiaison(who.ctx, 8, { title: "Un raccordo d'altri", heldOn: "2026-04-01" })).rejects.toMatchObject({ kind: who.ctx.actor ? "forbidden" : "unauthenticated" });
      await expect(addNeighbourhood(who.ctx, 8, { name: "Altrove" })).rejects.toMatchObject({ kind: who.ctx.actor ? "forbidden" : "unauthenticated" });
    }
    const sees = async (who: { ctx: typeof office.ctx }) => findLiaison(who.ctx, liaisonId).then(() => true, () => false);
    expect(await Promise.all([office, neighbour, central, admin, outsider, directorate, { ctx: city.nobody }].map(sees))).toEqual([true, true, true, true, false, false, false]);
  });
});
