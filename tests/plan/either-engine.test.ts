// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import { actionsCsv } from "~/plan/export-plan.server";
import {
  addTarget,
  answerGuideline,
  draftGuideline,
  findGuideline,
  followUpRows,
  importPlan,
  issueGuideline,
  linkTable,
  listObjectives,
  objectivesFollowedBy,
  raiseConflict,
  readPlan,
  recordAction,
  resolveConflict,
  reviseGuideline,
} from "~/plan/index.server";
import { unlinkTable } from "~/plan/unlink-table.server";
import { confirmImport } from "~/plan/confirm-import.server";
import { correctArea } from "~/plan/correct-area.server";
import { previewImport } from "~/plan/preview-import.server";
import { uploadPlan } from "~/plan/upload-plan.server";
import { makeWorld } from "~tests/harness";
import { readConflict } from "~/plan/conflicts/read-conflict.server";
import { planOffice } from "./plan-office";
import { policyTable } from "./policy-table";
import { borgoAlto, readText } from "./read-text";

test("a plan is uploaded, corrected, imported, followed, acted upon and imported again, on either engine", async () => {
  const world = await makeWorld();
  const { ctx } = await world.voice((await world.organisation("Direzione Welfare")).id, {
    powers: ["read", "write", "manage_plan"],
  });
  const table = await world.table("Tavolo cortili");
  const { importId } = await uploadPlan(ctx, { name: "piano.txt", bytes: new TextEncoder().encode(borgoAlto) });
  await correctArea(ctx, {
    importId,
    at: 0,
    form: { revision: 1, title: "Abitare i cortili", consolidation: "Panchine\n\nPulizie" },
  });
  expect(await previewImport(ctx, importId)).toMatchObject({ revision: 2, changes: { isNew: true } });
  await confirmImport(ctx, { importId, form: { revision: 2, edition: "2030-2032" } });

  const [objective] = await listObjectives(world.nobody);
  const strategyId = (await readPlan(world.nobody))!.areas[0]!.objectives[0]!.strategies[0]!.id;
  await linkTable(ctx, { tableId: table.id, objectiveId: objective!.id });
  await recordAction(ctx, {
    strategyId,
    form: { title: "Mappa", description: "La disegniamo.", startsOn: "2026-01-01", state: "ongoing", districts: ["4"] },
  });
  expect(await importPlan(ctx, readText(borgoAlto))).toMatchObject({ added: 3, changed: 0, ended: 2 });
  expect(await objectivesFollowedBy(world.nobody, table.id)).toMatchObject([{ id: objective!.id }]);
  expect(await actionsCsv(world.nobody)).toContain(
    "Direzione Welfare,Mappa,La disegniamo.,5.1.O1.S1,,4,2026-01-01,,In corso",
  );
  await unlinkTable(ctx, { tableId: table.id, objectiveId: objective!.id, form: { reason: "Passa ad altri." } });
  expect(await objectivesFollowedBy(world.nobody, table.id)).toEqual([]);
});

test("an indirizzo is issued twice, answered, tied to the plan, set against a rule and freed of the conflict, on either engine", async () => {
  const world = await makeWorld();
  const { policy, objective, coordinator, other, member, said } = await policyTable(world);
  const office = await planOffice(world);
  await importPlan(office.ctx, readText(borgoAlto));
  const part = `objective:${(await listObjectives(world.nobody))[0]!.id}`;
  await draftGuideline(coordinator.ctx, policy.slug, said);
  await issueGuideline(coordinator.ctx, policy.slug, 1, { revision: 1 });
  await reviseGuideline(coordinator.ctx, policy.slug, 1, { ...said, title: "Sale aperte fino a tardi" });
  await issueGuideline(coordinator.ctx, policy.slug, 1, { revision: 1 });
  await addTarget(coordinator.ctx, policy.slug, 1, { part });
  const { id, current } = await findGuideline(world.nobody, policy, 1);
  const addressee = current!.addressees.find(({ tableId }) => tableId === objective.id)!;
  await answerGuideline(other.ctx, policy.slug, 1, { addresseeId: addressee.id, answer: "taken_on", text: "Da maggio in due sale." });
  expect((await followUpRows(world.nobody))[1]!.slice(1, 4)).toEqual(["1", "2", "Sale aperte fino a tardi"]);
  const { itemId } = await raiseConflict(member.ctx, policy.slug, { title: "Due orari", text: "Una regola chiude, l'altra apre.", nature: "conflict", side1: `guideline:${id}`, side2: part, side3: "", named1: "", named2: "" });
  await resolveConflict(coordinator.ctx, itemId, { resolution: "both_adapted", reason: "Si adattano tutte e due.", prevailingSideId: "", referredTo: "", decisionId: "", guidelineId: id, part });
  expect(await readConflict(member.ctx, itemId)).toMatchObject({ item: { state: "resolved" }, resolutions: [{ resolution: "both_adapted", guideline: { number: 1 } }] });
});
