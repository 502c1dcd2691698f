// SPDX-License-Identifier: AGPL-3.0-or-later
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { quorumOf } from "~/tables";
import { answerJoinRequest, askToJoin, rulesOf } from "~/tables/index.server";
import { adoptRules, versionsOf } from "~/tables/rules/adopt-rules.server";
import { holdAgainst } from "~/tables/rules/admission";
import { customaryRules } from "~/tables/rules/rules";
import { afterFreeWorkingDays, freeWorkingDays } from "~/web/working-days.server";
import { makeWorld, type World } from "~tests/harness";

const rules = { noticeDays: 7, quorumPercent: 50, secondCallPercent: "", substitutes: true, decisions: "vote", forfeitAfter: 3, minutesDays: 15, tacitApproval: true, articles: { notice: "art. 4" }, act: "Seduta del 12 gennaio", version: 0 };

async function scene(world: World) {
  const office = await world.organisation("Direzione", { kind: "directorate" });
  const table = await world.table("Tavolo", { ownerOrganisationId: office.id });
  const coordinator = await world.voice(office.id, { capacity: "officer" });
  await world.seat(table.id, office.id, { role: "coordinator", voices: [coordinator] });
  const ets = await world.organisation("Ente");
  const member = await world.voice(ets.id);
  await world.seat(table.id, ets.id, { voices: [member] });
  return { table, coordinator, member };
}

describe("the rules of a table", () => {
  test("are those of common practice until the table adopts its own, each version as an act", async () => {
    const world = await makeWorld();
    const { table, coordinator } = await scene(world);
    expect(await rulesOf(coordinator.ctx, table.id, world.now)).toMatchObject({ version: 0, adopted: false, rules: customaryRules });
    await adoptRules(coordinator.ctx, table.slug, rules);
    const later = { ...coordinator.ctx, now: new Date(world.now.getTime() + 1000) };
    await adoptRules(later, table.slug, { ...rules, noticeDays: 10, version: 1 });
    expect((await versionsOf(later, table.id)).map(({ version, rules: { noticeDays } }) => [version, noticeDays])).toEqual([
      [2, 10],
      [1, 7],
    ]);
    // what held at an instant is what held then
    expect((await rulesOf(later, table.id, world.now)).rules).toMatchObject({ noticeDays: 7, articles: { notice: "art. 4" } });
  });

  test("are adopted by the coordination alone, with the act named, and not over somebody else's version", async () => {
    const world = await makeWorld();
    const { table, coordinator, member } = await scene(world);
    await expect(adoptRules(member.ctx, table.slug, rules)).rejects.toMatchObject({ kind: "forbidden" });
    await expect(adoptRules(coordinator.ctx, table.slug, { ...rules, act: "" })).rejects.toMatchObject({ details: { fields: { act: "tables.rules.actNeeded" } } });
    await expect(adoptRules(coordinator.ctx, table.slug, { ...rules, quorumPercent: 101 })).rejects.toMatchObject({ details: { fields: { quorumPercent: "tables.rules.tooMany" } } });
    await adoptRules(coordinator.ctx, table.slug, rules);
    await expect(adoptRules(coordinator.ctx, table.slug, rules)).rejects.toMatchObject({ kind: "conflict", details: { because: "tables.rules.changedMeanwhile" } });
  });

  test("of admission are held against who asks: to set them aside takes a reason", async () => {
    const world = await makeWorld();
    const { table, coordinator } = await scene(world);
    await adoptRules(coordinator.ctx, table.slug, { ...rules, enrolledOnly: true, districts: [4], criterion: "Lavora con le famiglie" });
    const applicant = await world.organisation("Nuovo ente", { territory: { scale: "district", districts: [9] }, enrolment: "cancelled", enrolmentFrom: world.now });
    const asker = await world.voice(applicant.id);
    const held = holdAgainst((await rulesOf(coordinator.ctx, table.id, world.now)).rules, { ...applicant, enrolment: "cancelled", enrolmentFrom: world.now }, world.now);
    expect(held.map(({ criterion, met }) => [criterion, met])).toEqual([
      ["enrolled", false],
      ["districts", false],
      ["judged", null],
    ]);
    const { requestId } = await askToJoin(asker.ctx, { tableId: table.id, motivation: "Vorremmo portare la voce del quartiere" });
    await expect(answerJoinRequest(coordinator.ctx, { requestId, outcome: "accepted" })).rejects.toMatchObject({ details: { fields: { reason: "tables.join.reasonAgainstRules" } } });
    await answerJoinRequest(coordinator.ctx, { requestId, outcome: "accepted", reason: "Unica voce del quartiere" });
  });
});

describe("laws of the rules", () => {
  test("the quorum is the least number of seats that is not below the share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100 }), fc.nat(200), fc.nat(200), (quorumPercent, entitled, present) => {
        const { needed, reached } = quorumOf({ quorumPercent, secondCallPercent: null }, { entitled, present });
        expect(needed * 100).toBeGreaterThanOrEqual(entitled * quorumPercent);
        expect((needed - 1) * 100).toBeLessThan(Math.max(entitled * quorumPercent, 1));
        expect(reached).toBe(present >= needed);
      }),
    );
  });

  test("free working days skip weekends and the holidays of Italy, and counting forward agrees with counting between", () => {
    // Easter Monday 2026 is 6 April, Liberation Day a Saturday
    expect(freeWorkingDays(new Date("2026-04-02T08:00:00Z"), new Date("2026-04-09T08:00:00Z"))).toBe(3);
    expect(freeWorkingDays(new Date("2026-12-23T08:00:00Z"), new Date("2026-12-29T08:00:00Z"))).toBe(2);
    fc.assert(
      fc.property(fc.date({ min: new Date("2024-01-01"), max: new Date("2030-01-01"), noInvalidDate: true }), fc.integer({ min: 0, max: 40 }), (from, days) => {
        expect(freeWorkingDays(from, afterFreeWorkingDays(from, days))).toBe(days);
      }),
      { numRuns: 40 },
    );
  });
});
