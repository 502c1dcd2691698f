// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { findItem, itemsOfTable, itemsRaisedBy, stepsOf, waiting } from "~/tables/index.server";
import { moveItem, raiseItem } from "~/tables/items/move-item.server";
import { makeWorld, type World } from "~tests/harness";

const said = { title: "Mancano spazi serali per i giovani", text: "Dodici gruppi chiedono luoghi aperti dopo le 19." };
const days = (from: Date, n: number) => new Date(from.getTime() + n * 86_400_000);

async function scene(world: World) {
  const office = await world.organisation("Direzione", { kind: "directorate" });
  const objective = await world.table("Tavolo di obiettivo", { ownerOrganisationId: office.id });
  const policy = await world.table("Tavolo di sintesi", { level: "policy", ownerOrganisationId: office.id });
  const own = await world.voice(office.id, { capacity: "officer" });
  for (const table of [objective, policy]) await world.seat(table.id, office.id, { role: "coordinator", voices: [own] });
  const ets = await world.organisation("Ente");
  const member = await world.voice(ets.id);
  await world.seat(objective.id, ets.id, { voices: [member] });
  const stranger = await world.voice((await world.organisation("Estraneo")).id);
  return { objective, policy, coordinator: own, member, stranger };
}

describe("an item that travels between tables", () => {
  test("is raised, forwarded, received, discussed and answered, and who raised it reads each step and the reason", async () => {
    const world = await makeWorld();
    const { objective, policy, coordinator, member } = await scene(world);
    const { itemId } = await raiseItem(member.ctx, objective.slug, said);
    await moveItem(coordinator.ctx, itemId, { step: "forward", tableId: policy.id, reason: "Riguarda tutta la città" });
    await moveItem(coordinator.ctx, itemId, { step: "receive" });
    await moveItem(coordinator.ctx, itemId, { step: "discuss", reason: "Letti i dati dei Municipi" });
    await moveItem(coordinator.ctx, itemId, { step: "decide", outcome: "adapted", reason: "Si comincia dai Municipi 8 e 9" });
    expect(await findItem(member.ctx, itemId)).toMatchObject({ state: "adapted", at: { id: policy.id }, origin: { id: objective.id } });
    expect((await stepsOf(member.ctx, itemId)).map(({ step, reason }) => [step, reason])).toEqual([
      ["raised", null],
      ["forwarded", "Riguarda tutta la città"],
      ["received", null],
      ["discussed", "Letti i dati dei Municipi"],
      ["adapted", "Si comincia dai Municipi 8 e 9"],
    ]);
    expect(await itemsRaisedBy(member.ctx, member.organisationId)).toHaveLength(1);
  });

  test("is overdue when its term passes without an answer, and waits on the desk of the coordination", async () => {
    const world = await makeWorld();
    const { objective, policy, coordinator, member } = await scene(world);
    const { itemId } = await raiseItem(member.ctx, objective.slug, said);
    await moveItem(coordinator.ctx, itemId, { step: "forward", tableId: policy.id, reason: "Riguarda tutta la città" });
    const late = { ...coordinator.ctx, now: days(world.now, 61) };
    expect(await itemsOfTable(coordinator.ctx, policy.id, "overdue")).toHaveLength(0);
    expect(await itemsOfTable(late, policy.id, "overdue")).toHaveLength(1);
    expect((await waiting(coordinator.ctx)).map(({ says }) => says)).toContain("tables.items.waiting.receive");
  });

  test("takes no step that does not follow, nor two at once", async () => {
    const world = await makeWorld();
    const { objective, policy, coordinator, member } = await scene(world);
    const { itemId } = await raiseItem(member.ctx, objective.slug, said);
    await expect(moveItem(coordinator.ctx, itemId, { step: "receive" })).rejects.toMatchObject({ kind: "conflict" });
    await expect(moveItem(coordinator.ctx, itemId, { step: "decide", outcome: "accepted", reason: "sì" })).rejects.toMatchObject({ details: { fields: { reason: "tables.items.reasonNeeded" } } });
    const both = await Promise.allSettled([1, 2].map(() => moveItem(coordinator.ctx, itemId, { step: "forward", tableId: policy.id, reason: "Riguarda tutti" })));
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await moveItem(coordinator.ctx, itemId, { step: "receive" });
    await moveItem(coordinator.ctx, itemId, { step: "decide", outcome: "not_taken", reason: "Non è compito del Piano" });
    await expect(moveItem(coordinator.ctx, itemId, { step: "discuss", reason: "Ripensandoci" })).rejects.toMatchObject({ kind: "conflict", details: { because: "tables.items.notFrom.not_taken" } });
  });

  test("is seen and moved only by whom it concerns", async () => {
    const world = await makeWorld();
    const { objective, coordinator, member, stranger } = await scene(world);
    const { itemId } = await raiseItem(member.ctx, objective.slug, said);
    await expect(findItem(stranger.ctx, itemId)).rejects.toMatchObject({ kind: "missing" });
    await expect(findItem(world.nobody, itemId)).rejects.toMatchObject({ kind: "missing" });
    await expect(moveItem(member.ctx, itemId, { step: "discuss", reason: "Ne parliamo noi" })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(raiseItem(stranger.ctx, objective.slug, said)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(raiseItem(world.nobody, objective.slug, said)).rejects.toMatchObject({ kind: "unauthenticated" });
    expect(await itemsOfTable(stranger.ctx, objective.id, "all")).toHaveLength(0);
    expect(await itemsOfTable(coordinator.ctx, objective.id, "all")).toHaveLength(1);
  });
});
