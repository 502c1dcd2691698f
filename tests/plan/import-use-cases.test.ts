// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { listEntries } from "~/journal/index.server";
import { checkObjective } from "~/plan/check-objective.server";
import {
  importPlan,
  linkTable,
  listObjectives,
  objectivesFollowedBy,
  readPlan,
  recordAction,
} from "~/plan/index.server";
import { living } from "~/plan/plan-tree";
import { makeWorld, type World } from "~tests/harness";
import { planOffice } from "./plan-office";
import { borgoAlto, readText } from "./read-text";

async function strategiesOf(world: World) {
  const tree = await readPlan(world.nobody);
  return living(tree!).areas.flatMap((area) => area.objectives.flatMap((one) => one.strategies));
}

describe("a plan imported", () => {
  test("is there whole: areas, objectives, strategies in order, pillars with the label printed", async () => {
    const world = await makeWorld();
    const { ctx } = await planOffice(world);
    await importPlan(ctx, readText(borgoAlto));
    const tree = await readPlan(world.nobody);
    expect(tree!.edition.label).toBe("2030-2032");
    expect(tree!.areas.map((area) => area.objectives.filter((one) => one.kind === "priority").length)).toEqual([
      3, 2, 1,
    ]);
    expect(tree!.areas.map((area) => area.objectives.filter((one) => one.kind === "consolidation").length)).toEqual([
      3, 3, 3,
    ]);
    const [first] = tree!.areas[1]!.objectives;
    expect(first).toMatchObject({
      code: "5.2.O1",
      pillars: [
        { code: "1.4", label: "Integrazione sociosanitaria" },
        { code: "1.10", label: "Digitalizzazione" },
      ],
    });
    expect(first!.strategies.map((one) => one.code)).toEqual([
      "5.2.O1.S1",
      "5.2.O1.S2",
      "5.2.O1.S3",
      "5.2.O1.S4",
      "5.2.O1.S5",
      "5.2.O1.S6",
    ]);
    expect(tree!.pillars.map((pillar) => pillar.shortTitle)).toContain("Welfare territoriale");
    expect(await listObjectives(world.nobody)).toHaveLength(15);
  });

  test("imported again changes nothing and duplicates nothing", async () => {
    const world = await makeWorld();
    const { ctx } = await planOffice(world);
    const first = await importPlan(ctx, readText(borgoAlto));
    const before = await readPlan(world.nobody);
    expect(await importPlan(ctx, readText(borgoAlto))).toEqual({
      editionId: first.editionId,
      added: 0,
      changed: 0,
      ended: 0,
    });
    expect(await readPlan(world.nobody)).toEqual(before);
  });

  test("imported again with other words keeps the ids, so that links and actions survive", async () => {
    const world = await makeWorld();
    const { ctx, organisationId } = await planOffice(world);
    const table = await world.table("Tavolo cortili");
    await importPlan(ctx, readText(borgoAlto));
    const [objective] = await listObjectives(world.nobody);
    const [strategy] = await strategiesOf(world);
    await linkTable(ctx, { tableId: table.id, objectiveId: objective!.id });
    await recordAction(ctx, {
      strategyId: strategy!.id,
      form: { title: "Mappa", description: "Una mappa.", startsOn: "2026-01-01", state: "ongoing" },
    });
    const reworded = borgoAlto
      .replace("Riaprire i cortili chiusi", "Riaprire e curare i cortili chiusi")
      .replace("1. Disegnare una mappa", "1. Disegnare e tenere viva una mappa");
    const outcome = await importPlan(ctx, readText(reworded));
    expect(outcome).toMatchObject({ added: 0, changed: 2, ended: 0 });
    expect(await objectivesFollowedBy(world.nobody, table.id)).toMatchObject([
      { id: objective!.id, code: "5.1.O1", title: "Riaprire e curare i cortili chiusi" },
    ]);
    expect((await strategiesOf(world))[0]).toMatchObject({
      id: strategy!.id,
      text: expect.stringContaining("tenere viva"),
    });
  });

  test("a new objective in between moves the others and does not take their place", async () => {
    const world = await makeWorld();
    const { ctx } = await planOffice(world);
    await importPlan(ctx, readText(borgoAlto));
    const before = await listObjectives(world.nobody);
    const row =
      "<p>Accendere le luci delle scale</p>\t1. Cambiare le lampade rotte.\t<p>Spazi sociali</p>\n<p>Dare le chiavi";
    await importPlan(ctx, readText(borgoAlto.replace("<p>Dare le chiavi", row)));
    const after = await listObjectives(world.nobody);
    const ids = (title: string, list = after) => list.find((one) => one.title.startsWith(title))?.id;
    expect(after.map((one) => one.code).slice(0, 4)).toEqual(["5.1.O1", "5.1.O2", "5.1.O3", "5.1.O4"]);
    expect(ids("Dare le chiavi")).toBe(ids("Dare le chiavi", before));
    expect(ids("Far incontrare")).toBe(ids("Far incontrare", before));
    expect(before.some((one) => one.id === ids("Accendere"))).toBe(false);
  });

  test("what a new reading no longer has is ended with the reason, and comes back with its id", async () => {
    const world = await makeWorld();
    const { ctx } = await planOffice(world);
    await importPlan(ctx, readText(borgoAlto));
    const before = await strategiesOf(world);
    const shorter = borgoAlto.replace(" 2. Prestare attrezzi fra vicini", "");
    expect(await importPlan(ctx, readText(shorter), "Tolta con la revisione di metà periodo.")).toMatchObject({
      ended: 1,
      added: 0,
    });
    expect(await strategiesOf(world)).toHaveLength(before.length - 1);
    const whole = await readPlan(world.nobody);
    const gone = whole!.areas[0]!.objectives[2]!.strategies.find((one) => one.text.startsWith("Prestare"));
    expect(gone).toMatchObject({ endedAt: world.now, endedReason: "Tolta con la revisione di metà periodo." });
    await importPlan(ctx, readText(borgoAlto));
    expect(await strategiesOf(world)).toEqual(before);
  });

  test("once checked by the plan office is no longer to be reviewed, also after importing again", async () => {
    const world = await makeWorld();
    const { ctx } = await planOffice(world);
    await importPlan(ctx, readText(borgoAlto));
    const doubtful = async () => (await strategiesOf(world)).filter((one) => one.review).length;
    expect(await doubtful()).toBe(6);
    const objectiveId = (await listObjectives(world.nobody)).find((one) => one.code === "5.2.O1")!.id;
    const { ctx: other } = await world.voice((await world.organisation("Coop")).id);
    await expect(checkObjective(other, objectiveId)).rejects.toMatchObject({ kind: "forbidden" });
    await checkObjective(ctx, objectiveId);
    expect(await doubtful()).toBe(0);
    expect(await importPlan(ctx, readText(borgoAlto))).toMatchObject({ changed: 0 });
    await importPlan(ctx, readText(borgoAlto.replace("Segnare sui muri", "Segnare anche sui muri")));
    expect(await doubtful()).toBe(1);
  });

  test("leaves one act with its totals; whoever does not answer for the plan is refused", async () => {
    const world = await makeWorld();
    const { ctx } = await planOffice(world);
    const { ctx: other } = await world.voice((await world.organisation("Coop")).id);
    await expect(importPlan(other, readText(borgoAlto))).rejects.toMatchObject({
      kind: "forbidden",
      details: { because: "plan.refused.notPlanOffice" },
    });
    await expect(importPlan(world.nobody, readText(borgoAlto))).rejects.toMatchObject({ kind: "forbidden" });
    const { editionId } = await importPlan(ctx, readText(borgoAlto));
    const acts = await listEntries(world, { subject: { kind: "plan_edition", ids: [editionId] }, limit: 5 });
    expect(acts).toMatchObject([
      { act: "plan.imported", organisationId: ctx.actor!.organisationId, data: { totals: { strategies: 18 } } },
    ]);
  });

  test("without its years is not imported", async () => {
    const world = await makeWorld();
    const { ctx } = await planOffice(world);
    const nameless = readText(borgoAlto.replace("IL PIANO SOCIALE 2030-2032", "IL PIANO SOCIALE"));
    await expect(importPlan(ctx, nameless)).rejects.toMatchObject({
      kind: "invalid",
      details: { because: "plan.import.noEdition" },
    });
  });
});
