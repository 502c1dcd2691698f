// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import { suggestionsFor } from "~/meetings/agenda/suggestions.server";
import { planMeeting } from "~/meetings/index.server";
import { conflictSequels, draftGuideline, findGuideline, issueGuideline, raiseConflict, remindConflicts, reopenConflict, resolveConflict } from "~/plan/index.server";
import { conflictsOfTable, readConflict } from "~/plan/conflicts/read-conflict.server";
import { findItem, moveItem, waiting } from "~/tables/index.server";
import { outbox } from "~db/notices/schema";
import { makeWorld, type Voice, type World } from "~tests/harness";
import { DAY_MS, policyTable } from "./policy-table";

const said = { title: "Due orari per la stessa sala", text: "Il regolamento delle sale chiude alle 19, l'indirizzo chiede due sere.", nature: "conflict" as const, side1: "", side2: "", side3: "", named1: "Regolamento delle sale", named2: "" };
const unresolved = { reason: "Le sere valgono più del regolamento.", prevailingSideId: "", referredTo: "", decisionId: "", guidelineId: "", part: "" };
const at = (voice: { ctx: Voice["ctx"] }, days: number) => ({ ...voice.ctx, now: new Date(voice.ctx.now.getTime() + days * DAY_MS) });

async function raised(world: World) {
  const stage = await policyTable(world);
  await draftGuideline(stage.coordinator.ctx, stage.policy.slug, stage.said);
  await issueGuideline(stage.coordinator.ctx, stage.policy.slug, 1, { revision: 1 });
  const guideline = await findGuideline(world.nobody, stage.policy, 1);
  const { itemId } = await raiseConflict(stage.member.ctx, stage.policy.slug, { ...said, side1: `guideline:${guideline.id}`, side2: `table:${stage.objective.id}` });
  return { ...stage, guideline, itemId };
}

test("a conflict is raised by who speaks at the table, discussed, resolved by the policy table with what came of it, and reopened when it comes back", async () => {
  const world = await makeWorld();
  const { policy, coordinator, member, itemId, guideline } = await raised(world);
  const view = await readConflict(member.ctx, itemId);
  expect(view).toMatchObject({ nature: "conflict", item: { state: "raised", kind: "conflict" }, mayResolve: false, choices: null });
  expect(view.sides.map(({ kind, label }) => [kind, label])).toEqual(expect.arrayContaining([["guideline", "1. Sale aperte la sera"], ["table", "Tavolo casa"], ["named", "Regolamento delle sale"]]));
  await moveItem(coordinator.ctx, itemId, { step: "discuss", reason: "Sentita la Direzione che tiene le sale." });
  await expect(moveItem(coordinator.ctx, itemId, { step: "decide", outcome: "accepted", reason: "Va bene così a tutti." })).rejects.toMatchObject({ details: { because: "tables.items.resolvedNotAnswered" } });
  const prevailingSideId = view.sides.find(({ kind }) => kind === "guideline")!.id;
  await resolveConflict(at(coordinator, 10), itemId, { ...unresolved, resolution: "one_prevails", prevailingSideId, guidelineId: guideline.id });
  expect(await readConflict(member.ctx, itemId)).toMatchObject({ item: { state: "resolved", due: null }, resolutions: [{ stands: true, resolution: "one_prevails", prevailing: "1. Sale aperte la sera", guideline: { number: 1 } }] });
  expect(await conflictSequels(member.ctx, [await findItem(member.ctx, itemId)])).toMatchObject([{ to: `/conflitti/${itemId}` }]);
  await reopenConflict(at(coordinator, 20), itemId, { reason: "Due Municipi applicano ancora il vecchio orario." });
  const again = await readConflict(at(member, 21), itemId);
  expect(again).toMatchObject({ item: { state: "reopened", overdue: false }, resolutions: [{ stands: false }] });
  expect(await conflictsOfTable(at(member, 85), policy.id, "overdue")).toHaveLength(1);
  await resolveConflict(at(coordinator, 30), itemId, { ...unresolved, resolution: "referred", referredTo: "Giunta comunale", prevailingSideId });
  expect((await readConflict(member.ctx, itemId)).resolutions.map(({ resolution, stands, prevailing }) => [resolution, stands, prevailing])).toEqual([["referred", true, null], ["one_prevails", false, "1. Sale aperte la sera"]]);
  expect((await readConflict(member.ctx, itemId)).steps.map(({ step }) => step)).toEqual(["raised", "discussed", "resolved", "reopened", "resolved"]);
});

test("a conflict is known to whom it concerns and resolved only at the policy level; the others forward it", async () => {
  const world = await makeWorld();
  const { policy, objective, coordinator, secretary, member, stranger, other, itemId } = await raised(world);
  for (const ctx of [world.nobody, stranger.ctx]) await expect(readConflict(ctx, itemId)).rejects.toMatchObject({ kind: "missing" });
  await expect(resolveConflict(member.ctx, itemId, { ...unresolved, resolution: "kept_distinct" })).rejects.toMatchObject({ kind: "forbidden" });
  await expect(resolveConflict(stranger.ctx, itemId, { ...unresolved, resolution: "kept_distinct" })).rejects.toMatchObject({ kind: "missing" });
  await expect(resolveConflict(world.nobody, itemId, { ...unresolved, resolution: "kept_distinct" })).rejects.toMatchObject({ kind: "unauthenticated" });
  await expect(raiseConflict(stranger.ctx, policy.slug, { ...said, named2: "Un'altra politica" })).rejects.toMatchObject({ kind: "forbidden" });
  await expect(raiseConflict(world.nobody, policy.slug, said)).rejects.toMatchObject({ kind: "unauthenticated" });
  // an office that manages tables sees overlaps from outside, and may say so at the policy table alone
  await raiseConflict(other.ctx, policy.slug, { ...said, nature: "overlap", side1: `table:${objective.id}` });
  const { itemId: elsewhere } = await raiseConflict(other.ctx, objective.slug, { ...said, side1: `table:${objective.id}` });
  await expect(resolveConflict(other.ctx, elsewhere, { ...unresolved, resolution: "kept_distinct" })).rejects.toMatchObject({ details: { because: "conflicts.refused.onlyPolicyLevel" } });
  await moveItem(other.ctx, elsewhere, { step: "forward", tableId: policy.id, reason: "Serve una scelta per tutti." });
  await expect(resolveConflict(coordinator.ctx, elsewhere, { ...unresolved, resolution: "kept_distinct" })).rejects.toMatchObject({ details: { because: "tables.items.notFrom.forwarded" } });
  await moveItem(coordinator.ctx, elsewhere, { step: "receive" });
  await resolveConflict(secretary.ctx, elsewhere, { ...unresolved, resolution: "kept_distinct" });
  await expect(reopenConflict(member.ctx, elsewhere, { reason: "Non siamo d'accordo." })).rejects.toMatchObject({ kind: "forbidden" });
});

test("wrong input is told beside its field; an open conflict is on the desk, proposed for the next agenda and reminded by letter", async () => {
  const world = await makeWorld();
  const { policy, coordinator, member, itemId } = await raised(world);
  await expect(raiseConflict(member.ctx, policy.slug, said)).rejects.toMatchObject({ details: { fields: { side1: "conflicts.twoSides" } } });
  await expect(raiseConflict(member.ctx, policy.slug, { ...said, side1: "guideline:nessuno" })).rejects.toMatchObject({ kind: "missing" });
  await expect(resolveConflict(coordinator.ctx, itemId, { ...unresolved, resolution: "one_prevails" })).rejects.toMatchObject({ details: { fields: { prevailingSideId: "conflicts.choosePrevailing" } } });
  await expect(resolveConflict(coordinator.ctx, itemId, { ...unresolved, resolution: "referred" })).rejects.toMatchObject({ details: { fields: { referredTo: "conflicts.referredNeeded" } } });
  await expect(reopenConflict(coordinator.ctx, itemId, { reason: "Ancora non va bene." })).rejects.toMatchObject({ details: { because: "conflicts.notResolved" } });
  const { meetingId } = await planMeeting(coordinator.ctx, policy.slug, { title: "Seduta", startsAt: new Date(world.now.getTime() + 30 * DAY_MS), minutes: 60, mode: "in_person", place: "Sala" });
  expect((await suggestionsFor(coordinator.ctx, meetingId, policy, [])).map(({ kind, title }) => [kind, title])).toEqual([["item", said.title]]);
  await moveItem(coordinator.ctx, itemId, { step: "discuss", reason: "Sentite le due parti." });
  expect((await waiting(coordinator.ctx)).map(({ to }) => to)).toContain(`/conflitti/${itemId}`);
  const before = (await world.db.read.select().from(outbox)).length;
  const near = { db: world.db, now: at(coordinator, 55).now };
  expect(await remindConflicts(near)).toBe(2);
  expect(await remindConflicts(near)).toBe(0);
  expect((await world.db.read.select().from(outbox)).slice(before).every(({ body }) => body.includes(said.title))).toBe(true);
});
