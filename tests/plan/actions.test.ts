// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { listEntries } from "~/journal/index.server";
import { followingOf } from "~/plan/action";
import { editAction } from "~/plan/edit-action.server";
import { actionsCsv, planCsv, planData } from "~/plan/export-plan.server";
import {
  importPlan,
  linkTable,
  listActions,
  listObjectives,
  objectivesFollowedBy,
  planMatrix,
  readPlan,
  recordAction,
} from "~/plan/index.server";
import { findAction } from "~/plan/list-actions.server";
import { living } from "~/plan/plan-tree";
import { readArea } from "~/plan/read-area.server";
import { readObjective } from "~/plan/read-objective.server";
import { filtersFrom, searchPlan } from "~/plan/search-plan";
import { unlinkTable } from "~/plan/unlink-table.server";
import { withdrawAction } from "~/plan/withdraw-action.server";
import { makeWorld, type Voice } from "~tests/harness";
import { borgoAlto, readText } from "./read-text";

async function city() {
  const world = await makeWorld();
  const direzione = await world.organisation("Direzione Welfare");
  const office = await world.voice(direzione.id, { capacity: "officer", powers: ["read", "write", "manage_plan"] });
  await importPlan(office.ctx, readText(borgoAlto));
  const tree = living((await readPlan(world.nobody))!);
  const strategies = tree.areas.flatMap((area) => area.objectives.flatMap((one) => one.strategies));
  const zeta = await world.voice((await world.organisation("Zeta cortili")).id);
  const alfa = await world.voice((await world.organisation("Alfa cortili")).id);
  return { world, office, tree, strategies, strategyId: strategies[0]!.id, zeta, alfa };
}

const form = {
  title: "Mappa dei portoni",
  description: "La disegniamo con gli inquilini.",
  startsOn: "2026-02-01",
  endsOn: "2026-12-31",
  state: "ongoing",
  districts: ["4", "9"],
};
const declare = (voice: Voice, strategyId: string, more: Record<string, unknown> = {}) =>
  recordAction(voice.ctx, { strategyId, form: { ...form, ...more } });

describe("an action of a body", () => {
  test("is declared in its own name, with partners, Municipi and days of Rome, and is an act", async () => {
    const { world, zeta, alfa, strategyId } = await city();
    const { actionId } = await declare(zeta, strategyId, { partners: [alfa.organisationId, zeta.organisationId] });
    expect(await findAction(world.nobody, actionId)).toMatchObject({
      organisation: { name: "Zeta cortili" },
      partners: [{ name: "Alfa cortili" }],
      districts: [4, 9],
      startsOn: new Date("2026-01-31T23:00:00Z"),
      state: "ongoing",
    });
    const [act] = await listEntries(world, { subject: { kind: "plan_action", ids: [actionId] }, limit: 1 });
    expect(act).toMatchObject({ act: "action.declared", personId: zeta.personId, organisationId: zeta.organisationId });
  });

  test("is sent back with the wrong fields: no title, a day that is none, an end before the start, an unknown partner", async () => {
    const { zeta, strategyId } = await city();
    const refused = (fields: Record<string, unknown>, more: Record<string, unknown>) =>
      expect(declare(zeta, strategyId, more)).rejects.toMatchObject({ kind: "invalid", details: { fields } });
    await refused({ title: expect.any(String) }, { title: " " });
    await refused({ startsOn: "plan.action.dayWrong" }, { startsOn: "2026-02-30" });
    await refused({ endsOn: "plan.action.endsBeforeStart" }, { endsOn: "2026-01-01" });
    await refused({ partners: "plan.action.partnerUnknown" }, { partners: ["nobody"] });
    await refused({ "districts.0": expect.any(String) }, { districts: ["10"] });
  });

  test("is changed and withdrawn by the body that declared it, and stays readable", async () => {
    const { world, zeta, strategyId } = await city();
    const { actionId } = await declare(zeta, strategyId);
    const colleague = await world.voice(zeta.organisationId);
    await editAction(colleague.ctx, { actionId, form: { ...form, title: "Mappa delle scale", state: "done" } });
    expect(await listActions(world.nobody, [strategyId])).toMatchObject([
      { title: "Mappa delle scale", state: "done" },
    ]);
    await expect(withdrawAction(zeta.ctx, { actionId, form: { reason: " " } })).rejects.toMatchObject({
      kind: "invalid",
    });
    await withdrawAction(zeta.ctx, { actionId, form: { reason: "Finita prima." } });
    expect(await listActions(world.nobody, [strategyId])).toEqual([]);
    expect(await findAction(world.nobody, actionId)).toMatchObject({ withdrawnReason: "Finita prima." });
    await expect(editAction(zeta.ctx, { actionId, form })).rejects.toMatchObject({
      details: { because: "plan.refused.withdrawn" },
    });
    const acts = await listEntries(world, { subject: { kind: "plan_action", ids: [actionId] }, limit: 9 });
    expect(acts.map((entry) => entry.act)).toEqual(["action.withdrawn", "action.changed", "action.declared"]);
  });

  test("is out of reach of everybody else, the plan office included", async () => {
    const { world, office, zeta, alfa, strategyId } = await city();
    const { actionId } = await declare(zeta, strategyId);
    for (const { ctx } of [alfa, office]) {
      const no = { kind: "forbidden", details: { because: "plan.refused.otherBody" } };
      await expect(editAction(ctx, { actionId, form })).rejects.toMatchObject(no);
      await expect(withdrawAction(ctx, { actionId, form: { reason: "x" } })).rejects.toMatchObject(no);
    }
    const reader = await world.voice(zeta.organisationId, { powers: ["read"] });
    await expect(editAction(reader.ctx, { actionId, form })).rejects.toMatchObject({
      details: { because: "plan.refused.cannotWrite" },
    });
    await expect(declare(reader, strategyId)).rejects.toMatchObject({
      details: { because: "plan.refused.cannotWrite" },
    });
    const { ctx: administrator } = await world.administrator();
    await expect(recordAction(administrator, { strategyId, form })).rejects.toMatchObject({
      details: { because: "plan.refused.noBody" },
    });
    await expect(recordAction(world.nobody, { strategyId, form })).rejects.toMatchObject({ kind: "forbidden" });
    await expect(declare(zeta, "no-such-strategy")).rejects.toMatchObject({ kind: "missing" });
  });

  test("cannot be declared on a strategy that has left the plan", async () => {
    const { office, zeta, strategies } = await city();
    const gone = strategies.find((one) => one.text.startsWith("Prestare"))!;
    await importPlan(office.ctx, readText(borgoAlto.replace(" 2. Prestare attrezzi fra vicini", "")));
    await expect(declare(zeta, gone.id)).rejects.toMatchObject({ details: { because: "plan.refused.strategyEnded" } });
  });
});

describe("the answer about a strategy", () => {
  test("says if, how far and with which actions, all bodies together", async () => {
    const { world, zeta, alfa, strategyId } = await city();
    expect(followingOf(await listActions(world.nobody, [strategyId]))).toMatchObject({ actions: 0, from: null });
    await declare(zeta, strategyId);
    await declare(alfa, strategyId, { districts: [], state: "planned", endsOn: "" });
    expect(followingOf(await listActions(world.nobody, [strategyId]))).toMatchObject({
      actions: 2,
      wholeCity: true,
      districts: [4, 9],
      to: null,
    });
  });

  test("never ranks: bodies stand in alphabetical order on every list and export, however many actions they have", async () => {
    const { world, zeta, alfa, strategyId, strategies } = await city();
    for (const title of ["Uno", "Due", "Tre"]) await declare(zeta, strategyId, { title });
    await declare(alfa, strategyId, { title: "Quattro" });
    await declare(zeta, strategies[1]!.id, { title: "Cinque" });
    const names = (actions: { organisation: { name: string } }[]) => actions.map((one) => one.organisation.name);
    expect(names(await listActions(world.nobody, [strategyId]))).toEqual([
      "Alfa cortili",
      "Zeta cortili",
      "Zeta cortili",
      "Zeta cortili",
    ]);
    const data = await planData(world.nobody);
    const listed = data.areas[0]!.objectives[0]!.strategies[0]!.actions.map((one) => `${one.body}: ${one.title}`);
    expect(listed).toEqual(["Alfa cortili: Quattro", "Zeta cortili: Due", "Zeta cortili: Tre", "Zeta cortili: Uno"]);
    const rows = (await actionsCsv(world.nobody)).split("\r\n").slice(1, -1);
    expect(rows.map((row) => row.split(",")[0])).toEqual(["Alfa cortili", ...Array(4).fill("Zeta cortili")]);
  });

  test("never scores: no export and no page carries a number about a single body", async () => {
    const { world, zeta, alfa, tree, strategyId } = await city();
    for (const title of ["Uno", "Due", "Tre"]) await declare(zeta, strategyId, { title });
    await declare(alfa, strategyId, { title: "Quattro" });
    const views = [
      await planData(world.nobody),
      await readArea(world.nobody, "5.1"),
      await readObjective(world.nobody, tree.areas[0]!.objectives[0]!.id),
      await planMatrix(world.nobody),
    ];
    const numbersBesideBodies: string[] = [];
    const visit = (value: unknown, path: string) => {
      if (Array.isArray(value)) value.forEach((one, i) => visit(one, `${path}[${i}]`));
      if (value === null || typeof value !== "object" || value instanceof Date || Array.isArray(value)) return;
      const entries = Object.entries(value);
      const aboutBody =
        "body" in value ||
        "organisation" in value ||
        entries.some(([key]) => key === zeta.organisationId || key.includes("cortili"));
      for (const [key, one] of entries) {
        if (aboutBody && typeof one === "number") numbersBesideBodies.push(`${path}.${key}`);
        if (/rank|score|total(?!s$)|punteggio|classifica/i.test(key) && path.includes("actions"))
          numbersBesideBodies.push(`${path}.${key}`);
        visit(one, `${path}.${key}`);
      }
    };
    for (const view of views) visit(view, "");
    expect(numbersBesideBodies).toEqual([]);
    for (const text of [await actionsCsv(world.nobody), await planCsv(world.nobody)]) {
      const [header] = text.split("\r\n");
      expect(header).not.toMatch(/numero|totale|punt|conteggio|posizione|count|rank/i);
    }
  });
});

describe("a table and an objective", () => {
  test("are linked and unlinked by who coordinates the table or by the plan office, and both are acts", async () => {
    const { world, office, zeta, tree } = await city();
    const table = await world.table("Tavolo cortili");
    await world.seat(table.id, zeta.organisationId, { role: "coordinator", voices: [zeta] });
    const objectiveId = tree.areas[0]!.objectives[0]!.id;
    await linkTable(zeta.ctx, { tableId: table.id, objectiveId });
    await expect(linkTable(office.ctx, { tableId: table.id, objectiveId })).rejects.toMatchObject({
      kind: "conflict",
      details: { because: "plan.link.already" },
    });
    expect(await objectivesFollowedBy(world.nobody, table.id)).toMatchObject([{ code: "5.1.O1", strategies: 3 }]);
    await expect(unlinkTable(zeta.ctx, { tableId: table.id, objectiveId, form: { reason: "" } })).rejects.toMatchObject(
      { kind: "invalid" },
    );
    await unlinkTable(office.ctx, { tableId: table.id, objectiveId, form: { reason: "Passa al Tavolo scale." } });
    expect(await objectivesFollowedBy(world.nobody, table.id)).toEqual([]);
    const acts = await listEntries(world, { subject: { kind: "table", ids: [table.id] }, limit: 9 });
    expect(acts.map((entry) => entry.act)).toEqual(["objective.unfollowed", "objective.followed"]);
  });

  test("are not linked by a member, an observer, a coordinator whose mandate has ended, another table's coordinator, or nobody", async () => {
    const { world, zeta, alfa, tree } = await city();
    const table = await world.table("Tavolo cortili");
    const other = await world.table("Tavolo scale");
    await world.seat(table.id, alfa.organisationId, { voices: [alfa] });
    await world.seat(other.id, zeta.organisationId, { role: "coordinator", voices: [zeta] });
    const past = await world.voice((await world.organisation("Passato")).id);
    await world.seat(table.id, past.organisationId, {
      role: "coordinator",
      voices: [past],
      mandateTo: new Date("2025-01-01"),
    });
    const observer = await world.voice((await world.organisation("Osserva")).id);
    await world.seat(table.id, observer.organisationId, { role: "observer", voices: [observer] });
    const asked = { tableId: table.id, objectiveId: tree.areas[0]!.objectives[0]!.id };
    for (const { ctx } of [alfa, zeta, past, observer]) {
      await expect(linkTable(ctx, asked)).rejects.toMatchObject({
        kind: "forbidden",
        details: { because: "plan.refused.notCoordinator" },
      });
    }
    await expect(linkTable(world.nobody, asked)).rejects.toMatchObject({ kind: "forbidden" });
  });

  test("are not linked when the table is closed or the objective has left the plan", async () => {
    const { world, office, tree } = await city();
    const closed = await world.table("Tavolo chiuso", { closedAt: new Date("2025-01-01") });
    const open = await world.table("Tavolo aperto");
    const bench = tree.areas[0]!.objectives.find((one) => one.title.startsWith("Rinnovare"))!;
    await expect(linkTable(office.ctx, { tableId: closed.id, objectiveId: bench.id })).rejects.toMatchObject({
      details: { because: "plan.refused.tableClosed" },
    });
    await importPlan(office.ctx, readText(borgoAlto.replace("- Rinnovare le panchine\n", "")));
    await expect(linkTable(office.ctx, { tableId: open.id, objectiveId: bench.id })).rejects.toMatchObject({
      details: { because: "plan.refused.objectiveEnded" },
    });
    expect((await listObjectives(world.nobody)).some((one) => one.id === bench.id)).toBe(false);
  });
});

describe("the explorer", () => {
  test("counts the objectives of each area for each pillar", async () => {
    const { world } = await city();
    const matrix = await planMatrix(world.nobody);
    expect(matrix!.rows.map((row) => row.cells.map((cell) => cell.count))).toEqual([
      [2, 1, 1, 0, 0, 0, 1, 0, 1, 0],
      [0, 0, 0, 2, 0, 1, 0, 0, 0, 1],
      [0, 0, 0, 1, 1, 0, 0, 1, 0, 0],
    ]);
  });

  test("finds words without accents and capitals, and filters by area, pillar, table, Municipio and state", async () => {
    const { world, office, zeta, strategyId } = await city();
    const table = await world.table("Tavolo cortili");
    const [first] = await listObjectives(world.nobody);
    await linkTable(office.ctx, { tableId: table.id, objectiveId: first!.id });
    await declare(zeta, strategyId);
    const tree = (await readPlan(world.nobody))!;
    const facts = await listActions(world.nobody, [strategyId]);
    const codes = (query: string) =>
      searchPlan(tree, filtersFrom(new URLSearchParams(query)), facts).map((hit) => hit.objective.code);
    expect(codes("q=DIFFICOLTA")).toEqual(["5.2.O1"]);
    expect(codes("q=difficoltà portieri")).toEqual(["5.2.O1"]);
    expect(codes("q=ciò che manca")).toEqual(["5.3.O1", "5.3.C2"]);
    expect(codes("area=5.1&caposaldo=1.1")).toEqual(["5.1.O1", "5.1.O3"]);
    expect(codes("tavolo=tavolo-cortili")).toEqual(["5.1.O1"]);
    expect(codes("municipio=4")).toEqual(["5.1.O1"]);
    expect(codes("municipio=3")).toEqual([]);
    expect(codes("municipio=9&stato=ongoing")).toEqual(["5.1.O1"]);
    expect(codes("stato=done")).toEqual([]);
    expect(codes("q=zzz")).toEqual([]);
  });

  test("exports cells that a spreadsheet would run as text", async () => {
    const { world, zeta, strategyId } = await city();
    await declare(zeta, strategyId, { title: '=HYPERLINK("x")', description: 'Detto "piano", con virgola\ne a capo' });
    const text = await actionsCsv(world.nobody);
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).toContain('"Detto ""piano"", con virgola\ne a capo"');
  });
});
