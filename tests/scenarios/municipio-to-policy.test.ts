// SPDX-License-Identifier: AGPL-3.0-or-later
/** Scenario 18 of the domain reference, from a liaison moment of a Municipio to the actions that follow; what a session decides on the way is in record-of-a-table. */
import { expect, test } from "vitest";
import { powers } from "~/identity";
import { addElement, bringToTable, elementsOf, listLiaisons, planLiaison, waitingAtMunicipio } from "~/meetings/index.server";
import { actionsCsv } from "~/plan/export-plan.server";
import { importPlan, linkTable, listActions, readPlan, recordAction } from "~/plan/index.server";
import { living } from "~/plan/plan-tree";
import { moveItem, stepsOf } from "~/tables/index.server";
import { borgoAlto, readText } from "~tests/plan/read-text";
import { DAY_MS, later, municipioStage } from "~tests/meetings/workshops-stage";

test("scenario 18: twelve groups of a Municipio lack evening spaces; their table hears it, the policy table accepts it, the Municipio reads the answer, and the actions that follow are told without ranking anybody", async () => {
  const { city, office, themeId, workshopId } = await municipioStage();
  const welfare = await city.organisation("Direzione Welfare", { kind: "directorate" });
  const directorate = await city.voice(welfare.id, { label: "Referente di Direzione", capacity: "officer", powers });
  await importPlan(directorate.ctx, readText(borgoAlto));
  const objective = await city.table("Tavolo welfare territoriale", { planAreas: ["5.1"] });
  const policy = await city.table("Tavolo di sintesi", { level: "policy", planAreas: ["*"] });
  for (const table of [objective, policy]) await city.seat(table.id, welfare.id, { role: "coordinator", voices: [directorate] });
  const tree = living((await readPlan(city.nobody))!);
  const followed = tree.areas[0]!.objectives[0]!;
  await linkTable(directorate.ctx, { objectiveId: followed.id, tableId: objective.id });

  const { liaisonId } = await planLiaison(office.ctx, 8, { title: "Raccordo di marzo", heldOn: "2026-03-05" });
  const { elementId } = await addElement(office.ctx, liaisonId, { title: "Mancano spazi aperti la sera", text: "Dodici gruppi dicono che le sale chiudono alle diciannove.", themeId, workshops: [workshopId], voices: "12" });
  const { itemId } = await bringToTable(office.ctx, liaisonId, { elementId, tableId: objective.id });
  const on = (n: number) => later(directorate.ctx, new Date(city.now.getTime() + n * DAY_MS));
  await moveItem(on(1), itemId, { step: "receive" });
  await moveItem(on(8), itemId, { step: "discuss", reason: "Vale anche per altri Municipi." });
  await moveItem(on(9), itemId, { step: "forward", tableId: policy.id, reason: "Serve un indirizzo per tutta la città." });
  await moveItem(on(15), itemId, { step: "receive" });
  await moveItem(on(30), itemId, { step: "decide", outcome: "accepted", reason: "Entra negli indirizzi, terza versione: due sere la settimana." });

  // the Municipio reads where it went, step by step, and the answer
  const then = later(office.ctx, new Date(city.now.getTime() + 31 * DAY_MS));
  const [seen] = await elementsOf(then, await listLiaisons(then, 8));
  expect(seen).toMatchObject({ voices: 12, item: { state: "accepted", at: { name: "Tavolo di sintesi" } }, answer: { reason: "Entra negli indirizzi, terza versione: due sere la settimana." } });
  expect((await stepsOf(then, itemId)).map(({ step }) => step)).toEqual(["forwarded", "received", "discussed", "forwarded", "received", "accepted"]);
  expect((await waitingAtMunicipio(then)).map(({ says }) => says)).toContain("liaison.waiting.answered");

  // later the bodies say which actions follow: in the order of their names, the small one first if the alphabet says so
  const strategyId = followed.strategies[0]!.id;
  const form = { title: "Sale aperte fino alle ventidue", description: "Con i gruppi del quartiere.", startsOn: "2026-05-01", endsOn: "2026-12-31", state: "ongoing", districts: ["8"] };
  for (const [name, actions] of [["Zeta spazi", 3], ["Alfa cortili", 1]] as const) {
    const voice = await city.voice((await city.organisation(name)).id);
    for (let n = 0; n < actions; n++) await recordAction(voice.ctx, { strategyId, form: { ...form, title: `${form.title} ${n + 1}` } });
  }
  const actions = await listActions(city.nobody, [strategyId]);
  expect(actions.map(({ organisation }) => organisation.name)).toEqual(["Alfa cortili", "Zeta spazi", "Zeta spazi", "Zeta spazi"]);
  const [head] = (await actionsCsv(city.nobody)).split("\r\n");
  expect(head).not.toMatch(/punt|classific|posizion|totale|numero|score|rank/i);
});
