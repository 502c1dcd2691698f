// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import { addTarget, draftGuideline, findGuideline, followGuideline, guidelineSequels, importPlan, issueGuideline, readPlan, recordAction, recordPlanChange } from "~/plan/index.server";
import { readGuideline } from "~/plan/guidelines/read-guideline.server";
import { endTarget } from "~/plan/guidelines/trace-guideline.server";
import { guidelinesAbout, guidelinesFollowedBy } from "~/plan/guidelines/traces.server";
import { living } from "~/plan/plan-tree";
import { findItem, moveItem, raiseItem } from "~/tables/index.server";
import { makeWorld } from "~tests/harness";
import { planOffice } from "./plan-office";
import { policyTable } from "./policy-table";
import { borgoAlto, readText } from "./read-text";

const whole = { version: null, compare: null };

test("an indirizzo is tied to the plan by its table and the plan office, and shows on both sides; a body ties its own actions, nobody else's", async () => {
  const world = await makeWorld();
  const { policy, coordinator, member, stranger, said } = await policyTable(world);
  const office = await planOffice(world);
  await importPlan(office.ctx, readText(borgoAlto));
  const objective = living((await readPlan(world.nobody))!).areas[0]!.objectives[0]!;
  const strategy = objective.strategies[0]!;
  await draftGuideline(coordinator.ctx, policy.slug, said);
  await addTarget(coordinator.ctx, policy.slug, 1, { part: `strategy:${strategy.id}` });
  await addTarget(coordinator.ctx, policy.slug, 1, { part: `strategy:${strategy.id}` });
  // a draft shows nowhere in the plan, not even to who wrote it
  expect(await guidelinesAbout(coordinator.ctx, { objectiveId: objective.id, strategyIds: [strategy.id] })).toEqual([]);
  await expect(recordPlanChange(coordinator.ctx, policy.slug, 1, { part: `objective:${objective.id}`, note: "Una strategia in più." })).rejects.toMatchObject({ kind: "conflict" });
  const { actionId } = await recordAction(member.ctx, { strategyId: strategy.id, form: { title: "Sala aperta", description: "Il giovedì", startsOn: "2026-04-01", state: "planned", districts: ["8"] } });
  const draft = await findGuideline(coordinator.ctx, policy, 1);
  await expect(followGuideline(member.ctx, actionId, { guidelineId: draft.id })).rejects.toMatchObject({ kind: "invalid" });
  await issueGuideline(coordinator.ctx, policy.slug, 1, { revision: 1 });

  for (const voice of [member, stranger]) await expect(addTarget(voice.ctx, policy.slug, 1, { part: `objective:${objective.id}` })).rejects.toMatchObject({ kind: "forbidden" });
  await addTarget(office.ctx, policy.slug, 1, { part: `objective:${objective.id}` });
  await recordPlanChange(office.ctx, policy.slug, 1, { part: `objective:${objective.id}`, note: "Una strategia in più, sulle sale serali." });
  await expect(recordPlanChange(office.ctx, policy.slug, 1, { part: "area:5.1", note: "Una strategia in più." })).rejects.toMatchObject({ details: { fields: { part: "guidelines.plan.choosePart" } } });
  expect((await readGuideline(world.nobody, policy.slug, 1, whole)).trace.after.map(({ title }) => title)).toEqual(["Sala aperta"]);
  await expect(followGuideline(stranger.ctx, actionId, { guidelineId: draft.id })).rejects.toMatchObject({ details: { because: "plan.refused.otherBody" } });
  await followGuideline(member.ctx, actionId, { guidelineId: draft.id });
  await followGuideline(member.ctx, actionId, { guidelineId: draft.id });
  const { trace } = await readGuideline(world.nobody, policy.slug, 1, whole);
  expect(trace).toMatchObject({ targets: [{ code: strategy.code }, { code: objective.code }], following: [{ id: actionId }], after: [], facts: { actions: 1 }, changes: [{ note: "Una strategia in più, sulle sale serali.", code: objective.code }] });
  for (const about of [{ objectiveId: objective.id, strategyIds: [] }, { objectiveId: "", strategyIds: [strategy.id] }]) expect((await guidelinesAbout(world.nobody, about)).map(({ number }) => number)).toEqual([1]);
  expect((await guidelinesFollowedBy(world.nobody, actionId)).map(({ number }) => number)).toEqual([1]);
  await followGuideline(member.ctx, actionId, { guidelineId: draft.id, end: true });
  expect(await guidelinesFollowedBy(world.nobody, actionId)).toEqual([]);
  const form = new FormData();
  form.set("targetId", trace.targets[0]!.targetId);
  await expect(endTarget(stranger.ctx, policy.slug, 1, form)).rejects.toMatchObject({ kind: "forbidden" });
  await endTarget(coordinator.ctx, policy.slug, 1, form);
  expect((await readGuideline(world.nobody, policy.slug, 1, whole)).trace.targets.map(({ code }) => code)).toEqual([objective.code]);
});

test("an item accepted at the policy table offers to write the indirizzo to who may, and then leads to the version that answers it", async () => {
  const world = await makeWorld();
  const { policy, objective, coordinator, member, said } = await policyTable(world);
  const { itemId } = await raiseItem(member.ctx, policy.slug, { title: "Mancano sale la sera", text: "Le sale chiudono alle diciannove." });
  await moveItem(coordinator.ctx, itemId, { step: "decide", outcome: "accepted", reason: "Serve un indirizzo per tutti." });
  const item = await findItem(member.ctx, itemId);
  expect(await guidelineSequels(coordinator.ctx, [item])).toMatchObject([{ kind: "offer", to: `/tavoli/${policy.slug}/indirizzi/nuovo?questione=${itemId}` }]);
  expect(await guidelineSequels(member.ctx, [item])).toEqual([]);
  await expect(draftGuideline(coordinator.ctx, policy.slug, { ...said, itemId: "nessuna" })).rejects.toMatchObject({ kind: "missing" });
  await draftGuideline(coordinator.ctx, policy.slug, { ...said, itemId });
  expect(await guidelineSequels(coordinator.ctx, [item])).toMatchObject([{ says: "guidelines.sequel.draft" }]);
  expect(await guidelineSequels(member.ctx, [item])).toEqual([]);
  await issueGuideline(coordinator.ctx, policy.slug, 1, { revision: 1 });
  expect(await guidelineSequels(member.ctx, [item])).toMatchObject([{ says: "guidelines.sequel.issued", values: { number: 1, version: 1 } }]);
  // whoever may not know the item is told that there was one, not what it said
  expect((await readGuideline(world.nobody, policy.slug, 1, whole)).source).toMatchObject({ hasItem: true, item: null });
  expect((await readGuideline(member.ctx, policy.slug, 1, whole)).source).toMatchObject({ item: { title: "Mancano sale la sera" } });
  expect(objective.level).toBe("objective");
});
