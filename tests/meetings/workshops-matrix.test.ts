// SPDX-License-Identifier: AGPL-3.0-or-later
/** Workshops, liaison moments and lists of a Municipio: who may do what, and on which surface anybody sees them. */
import { describe, expect, test } from "vitest";
import { powers } from "~/identity";
import { addElement, addNeighbourhood, addTheme, askForPlace, bringToTable, cancelWorkshop, changeWorkshop, confirmPlace, draftWorkshop, elementsOf, enterBody, findWorkshop, keepElement, listLiaisons, listWorkshops, planLiaison, publishSynthesis, publishWorkshop, recordAttendance, waitingAtMunicipio, writeSynthesis } from "~/meetings/index.server";
import { registrationsOf } from "~/meetings/workshops/attendance.server";
import { listItems } from "~/tables/items/find-item.server";
import { isPublicAct } from "~/journal";
import type { Ctx } from "~/web/context";
import { Problem } from "~/web/problem";
import { journalEntries } from "~db/journal/schema";
import { outbox } from "~db/notices/schema";
import { HELD, lastLetter, later, municipioStage, workshopInput } from "./workshops-stage";

const people = ["office", "colleague", "neighbour", "directorate", "ets", "table", "administrator", "nobody"] as const;
type Who = (typeof people)[number];

async function stage() {
  const { city, municipio, office, themeId, workshopId } = await municipioStage();
  const colleague = await city.voice(municipio.id, { label: "Collega senza poteri", powers: ["read", "write", "speak"] });
  const nine = await city.organisation("Municipio 9", { kind: "municipal_district", territory: { scale: "district", districts: [9] } });
  const neighbour = await city.voice(nine.id, { capacity: "officer", powers });
  const directorate = await city.voice((await city.organisation("Direzione", { kind: "directorate" })).id, { capacity: "officer", powers });
  const ets = await city.voice((await city.organisation("APS Sedie")).id);
  const host = await city.voice((await city.organisation("Coordina")).id);
  const table = await city.table("Tavolo della città", { ownerOrganisationId: directorate.organisationId });
  await city.seat(table.id, host.organisationId, { role: "coordinator", voices: [host] });
  const { workshopId: draft } = await draftWorkshop(office.ctx, workshopInput([themeId], { title: "Bozza del Municipio" }));
  await askForPlace(city.nobody, workshopId, { name: "Persona iscritta", email: "persona@test.example", kind: "private", read: "on" });
  await confirmPlace(city.nobody, (await lastLetter(city, "persona@test.example")).secret);
  const { liaisonId } = await planLiaison(office.ctx, 8, { title: "Raccordo di prova", heldOn: "2026-03-05" });
  const { elementId } = await addElement(office.ctx, liaisonId, { title: "Spazi serali", text: "Le sale chiudono presto la sera.", workshops: [] });
  const ctx: Record<Who, Ctx> = { office: office.ctx, colleague: colleague.ctx, neighbour: neighbour.ctx, directorate: directorate.ctx, ets: ets.ctx, table: host.ctx, administrator: (await city.administrator()).ctx, nobody: city.nobody };
  return { city, ctx, themeId, workshopId, draft, liaisonId, elementId, tableId: table.id, brought: () => bringToTable(office.ctx, liaisonId, { elementId, tableId: table.id }) };
}

type Stage = Awaited<ReturnType<typeof stage>>;
const held = (ctx: Ctx) => later(ctx, new Date(HELD.getTime() + 3 * 3_600_000));
const all: readonly Who[] = people;

const surfaces: Record<string, { see(ctx: Ctx, stage: Stage): Promise<boolean>; who: readonly Who[] }> = {
  "a published workshop": { see: async (ctx, { workshopId }) => (await findWorkshop(ctx, workshopId)).id === workshopId, who: all },
  "a draft": { see: async (ctx, { draft }) => (await findWorkshop(ctx, draft)).id === draft, who: ["office"] },
  "drafts in the list": { see: async (ctx, { draft }) => (await listWorkshops(ctx)).coming.some(({ id }) => id === draft), who: ["office"] },
  "who registered": { see: async (ctx, { workshopId }) => (await registrationsOf(ctx, workshopId)).length === 1, who: ["office"] },
  "what a Municipio gathered": { see: async (ctx) => (await elementsOf(ctx, await listLiaisons(ctx, 8))).length > 0, who: ["office", "colleague", "neighbour", "directorate", "administrator"] },
  "what it brought, among the items of tables": { see: async (ctx, { brought }) => (await brought().catch(() => undefined), (await listItems(ctx, "all")).length > 0), who: ["office", "colleague", "neighbour", "directorate", "table", "administrator"] },
  "what waits for the Municipio, on a desk": { see: async (ctx) => (await waitingAtMunicipio(held(ctx))).length > 0, who: ["office"] },
};

const verbs: Record<string, { attempt(ctx: Ctx, stage: Stage): Promise<unknown>; who: readonly Who[] }> = {
  "register for a workshop": { attempt: (ctx, { workshopId }) => askForPlace(ctx, workshopId, { name: "Un'altra persona", email: "altra@test.example", kind: "private", read: "on" }), who: all },
  "draft a workshop": { attempt: (ctx, { themeId }) => draftWorkshop(ctx, workshopInput([themeId])), who: ["office", "neighbour", "directorate"] },
  "add a theme": { attempt: (ctx) => addTheme(ctx, { title: "Un altro tema" }), who: ["office", "neighbour", "directorate"] },
  "publish a draft": { attempt: (ctx, { draft }) => publishWorkshop(ctx, draft), who: ["office"] },
  "change a workshop": { attempt: (ctx, { workshopId, themeId }) => changeWorkshop(ctx, workshopId, workshopInput([themeId])), who: ["office"] },
  "call a workshop off": { attempt: (ctx, { workshopId }) => cancelWorkshop(ctx, workshopId, { reason: "Sede non agibile." }), who: ["office"] },
  "record who came": { attempt: (ctx, { workshopId }) => recordAttendance(held(ctx), workshopId, { present: [] }), who: ["office"] },
  "write the synthesis": { attempt: (ctx, { workshopId, themeId }) => writeSynthesis(held(ctx), workshopId, { themeId, text: "Mancano spazi aperti." }), who: ["office"] },
  "publish the synthesis": { attempt: (ctx, { workshopId }) => publishSynthesis(held(ctx), workshopId), who: ["office"] },
  "plan a liaison moment": { attempt: (ctx) => planLiaison(ctx, 8, { title: "Un altro raccordo", heldOn: "2026-05-01" }), who: ["office"] },
  "bring something to a table": { attempt: (ctx, { liaisonId, elementId, tableId }) => bringToTable(ctx, liaisonId, { elementId, tableId }), who: ["office"] },
  "keep something from the tables": { attempt: (ctx, { liaisonId, elementId }) => keepElement(ctx, liaisonId, { elementId, reason: "Se ne occupa il Municipio." }), who: ["office"] },
  "enter a neighbourhood body": { attempt: (ctx) => enterBody(ctx, 8, { name: "Gruppo del cortile", kind: "informal_group" }), who: ["office"] },
  "add a neighbourhood": { attempt: (ctx) => addNeighbourhood(ctx, 8, { name: "Villapizzone" }), who: ["office"] },
};

describe("what is seen of workshops and of what a Municipio gathered", () => {
  test.each(Object.entries(surfaces))("%s", async (_name, { see, who }) => {
    const set = await stage();
    const seen = [];
    for (const name of people) if (await see(set.ctx[name], set).catch(refused)) seen.push(name);
    expect(seen).toEqual(people.filter((name) => who.includes(name)));
  });

  test("neither the journal, public or not, nor a letter to others names who registered", async () => {
    const { city } = await stage();
    const entries = await city.db.read.select().from(journalEntries);
    expect(JSON.stringify(entries)).not.toMatch(/Persona iscritta|persona@test/);
    expect(entries.filter(({ act }) => /^(workshop|liaison|localBody)/.test(act) && isPublicAct(act))).toEqual([]);
    const letters = await city.db.read.select().from(outbox);
    expect(letters.filter(({ recipient, body }) => recipient !== "persona@test.example" && body.includes("Persona iscritta"))).toEqual([]);
  });
});

describe("what is done with workshops and with what a Municipio gathered", () => {
  test.each(Object.entries(verbs))("%s", async (_name, { attempt, who }) => {
    const set = await stage();
    // whoever is refused changes nothing: they all try on the same stage, before anybody succeeds
    for (const name of people) if (!who.includes(name)) expect([name, await attempt(set.ctx[name], set).then(() => true, refused)]).toEqual([name, false]);
    for (const [i, name] of who.entries()) {
      const own = i === 0 ? set : await stage();
      expect([name, await attempt(own.ctx[name], own).then(() => true, refused)]).toEqual([name, true]);
    }
  });
});

/** A refusal by policy or by sight; a refusal of any other kind means that the policy had said yes. */
function refused(failure: unknown): boolean {
  if (!(failure instanceof Problem)) throw failure;
  if (failure.kind === "forbidden") expect(failure.details.because).toMatch(/^(workshops|liaison|registry|web)\./);
  return !["missing", "forbidden", "unauthenticated"].includes(failure.kind);
}
