// SPDX-License-Identifier: AGPL-3.0-or-later
/** Scenario 18 of the domain reference, from a liaison moment of a Municipio to the actions that follow; what a session decides on the way is in record-of-a-table. */
import { expect, test } from "vitest";
import { powers } from "~/identity";
import { addElement, bringToTable, elementsOf, listLiaisons, planLiaison, waitingAtMunicipio } from "~/meetings/index.server";
import { actionsCsv } from "~/plan/export-plan.server";
import { addTarget, draftGuideline, findGuideline, followGuideline, followUpRows, guidelineSequels, importPlan, issueGuideline, linkTable, listActions, readFollowUp, readPlan, recordAction, reviseGuideline } from "~/plan/index.server";
import { readGuideline } from "~/plan/guidelines/read-guideline.server";
import { readObjective } from "~/plan/read-objective.server";
import { living } from "~/plan/plan-tree";
import { moveItem, stepsOf } from "~/tables/index.server";
import { borgoAlto, readText } from "~tests/plan/read-text";
import { DAY_MS, later, municipioStage } from "~tests/meetings/workshops-stage";

const RANKING = /punt|classific|posizion|totale|numero|score|rank/i;

test("scenario 18: twelve groups of a Municipio lack evening spaces; their table hears it, the policy table accepts it with the third version of an indirizzo, the Municipio reads the answer, and the actions that follow are told without ranking anybody", async () => {
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

  // two versions of the indirizzo on social spaces are already there
  const on = (n: number) => later(directorate.ctx, new Date(city.now.getTime() + n * DAY_MS));
  const said = { title: "Spazi sociali aperti a chi abita il quartiere", text: "Ogni Municipio tiene un elenco degli spazi e di chi li usa.", reason: "Gli spazi ci sono e pochi li conoscono.", decisionId: "", act: "Seduta di insediamento", effectiveOn: "2026-03-10", answerBy: "", tables: [objective.id], bodies: [office.organisationId], actors: ["third_sector" as const], itemId: "" };
  const issue = async (n: number, fields: typeof said, first = false) => {
    if (first) await draftGuideline(on(n), policy.slug, fields);
    else await reviseGuideline(on(n), policy.slug, 1, fields);
    return issueGuideline(on(n), policy.slug, 1, { revision: 1 });
  };
  await issue(0, said, true);
  await issue(0, { ...said, text: `${said.text} L'elenco è pubblico.` });

  const { liaisonId } = await planLiaison(office.ctx, 8, { title: "Raccordo di marzo", heldOn: "2026-03-05" });
  const { elementId } = await addElement(office.ctx, liaisonId, { title: "Mancano spazi aperti la sera", text: "Dodici gruppi dicono che le sale chiudono alle diciannove.", themeId, workshops: [workshopId], voices: "12" });
  const { itemId } = await bringToTable(office.ctx, liaisonId, { elementId, tableId: objective.id });
  await moveItem(on(1), itemId, { step: "receive" });
  await moveItem(on(8), itemId, { step: "discuss", reason: "Vale anche per altri Municipi." });
  await moveItem(on(9), itemId, { step: "forward", tableId: policy.id, reason: "Serve un indirizzo per tutta la città." });
  await moveItem(on(15), itemId, { step: "receive" });
  await moveItem(on(30), itemId, { step: "decide", outcome: "accepted", reason: "Entra negli indirizzi, terza versione: due sere la settimana." });

  const fields = { ...said, text: `${said.text} L'elenco è pubblico. Una sala per Municipio è aperta due sere la settimana.`, itemId };
  expect(await issue(32, fields)).toEqual({ version: 3 });
  await addTarget(on(32), policy.slug, 1, { part: `objective:${followed.id}` });

  // the Municipio reads where it went, step by step, and the answer
  const then = later(office.ctx, new Date(city.now.getTime() + 33 * DAY_MS));
  const [seen] = await elementsOf(then, await listLiaisons(then, 8));
  expect(seen).toMatchObject({ voices: 12, item: { state: "accepted", at: { name: "Tavolo di sintesi" } }, answer: { reason: "Entra negli indirizzi, terza versione: due sere la settimana." } });
  expect((await stepsOf(then, itemId)).map(({ step }) => step)).toEqual(["forwarded", "received", "discussed", "forwarded", "received", "accepted"]);
  expect((await waitingAtMunicipio(then)).map(({ says }) => says)).toContain("liaison.waiting.answered");

  expect(await guidelineSequels(then, [seen!.item!])).toMatchObject([{ kind: "result", says: "guidelines.sequel.issued", values: { number: 1, version: 3 }, to: `/tavoli/${policy.slug}/indirizzi/1?versione=3` }]);
  expect(await guidelineSequels(city.nobody, [])).toEqual([]);

  // later the bodies say which actions follow: in the order of their names, the small one first if the alphabet says so
  const strategyId = followed.strategies[0]!.id;
  const guideline = await findGuideline(city.nobody, policy, 1);
  const form = { title: "Sale aperte fino alle ventidue", description: "Con i gruppi del quartiere.", startsOn: "2026-05-01", endsOn: "2026-12-31", state: "ongoing", districts: ["8"] };
  for (const [name, actions] of [["Zeta spazi", 3], ["Alfa cortili", 1]] as const) {
    const voice = await city.voice((await city.organisation(name)).id);
    for (let n = 0; n < actions; n++) {
      const { actionId } = await recordAction(later(voice.ctx, new Date(city.now.getTime() + 40 * DAY_MS)), { strategyId, form: { ...form, title: `${form.title} ${n + 1}` } });
      await followGuideline(later(voice.ctx, new Date(city.now.getTime() + 41 * DAY_MS)), actionId, { guidelineId: guideline.id });
    }
  }
  const actions = await listActions(city.nobody, [strategyId]);
  expect(actions.map(({ organisation }) => organisation.name)).toEqual(["Alfa cortili", "Zeta spazi", "Zeta spazi", "Zeta spazi"]);
  const [head] = (await actionsCsv(city.nobody)).split("\r\n");
  expect(head).not.toMatch(RANKING);

  // which actions followed: on the page of the indirizzo, on that of the plan, in the monitoring and in its file; nowhere one body against another
  const page = await readGuideline(city.nobody, policy.slug, 1, { version: null, compare: null });
  expect(page.shown.version).toBe(3);
  expect(page.trace.facts).toMatchObject({ actions: 4, districts: [8] });
  const [told] = await readFollowUp(city.nobody);
  expect(told!.following.map(({ organisation }) => organisation.name)).toEqual(["Alfa cortili", "Zeta spazi", "Zeta spazi", "Zeta spazi"]);
  expect((await readObjective(city.nobody, followed.id)).guidelines).toMatchObject([{ number: 1, version: 3, title: said.title }]);
  const rows = await followUpRows(city.nobody);
  expect(rows[0]!.join(" ")).not.toMatch(RANKING);
  expect(rows.slice(1).map((row) => row[8])).toEqual(["Alfa cortili", "Zeta spazi", "Zeta spazi", "Zeta spazi"]);
  // whatever counts, counts all bodies together
  expect(Object.keys(told!.facts).sort()).toEqual(["actions", "districts", "from", "states", "to", "wholeCity"]);
});
