// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from "vitest";
import { confirmImport } from "~/plan/confirm-import.server";
import { correctArea } from "~/plan/correct-area.server";
import { correctObjective } from "~/plan/correct-objective.server";
import { discardImport } from "~/plan/discard-import.server";
import { importPlan, readPlan } from "~/plan/index.server";
import { previewImport } from "~/plan/preview-import.server";
import { uploadPlan } from "~/plan/upload-plan.server";
import { makeWorld } from "~tests/harness";
import { planOffice } from "./plan-office";
import { borgoAlto, readText } from "./read-text";

const file = (text: string, name = "piano.txt") => ({ name, bytes: new TextEncoder().encode(text) });

describe("a file uploaded", () => {
  test("is read and kept to look at; the plan does not change", async () => {
    const world = await makeWorld();
    const { ctx } = await planOffice(world);
    const { importId } = await uploadPlan(ctx, file(borgoAlto));
    const preview = await previewImport(ctx, importId);
    expect(preview).toMatchObject({
      state: "open",
      edition: "2030-2032",
      totals: { objectives: 6, strategies: 18 },
      changes: { isNew: true },
    });
    const lost = preview.warnings.find((warning) => warning.says.includes("numeri delle strategie"));
    expect(lost).toMatchObject({ line: 91, check: true, place: { area: 1, objective: 0 } });
    expect(lost!.source).toContain("Segnare sui muri");
    expect(await readPlan(world.nobody)).toBeNull();
  });

  test("that is not a plan is refused with the reason on the file", async () => {
    const world = await makeWorld();
    const { ctx } = await planOffice(world);
    await expect(uploadPlan(ctx, file("Caro diario"))).rejects.toMatchObject({
      kind: "invalid",
      details: { fields: { file: "plan.refusals.noAreas" } },
    });
  });

  test("is corrected before it is imported: a strategy split, two joined, a title, the pillars", async () => {
    const world = await makeWorld();
    const { ctx } = await planOffice(world);
    const { importId } = await uploadPlan(ctx, file(borgoAlto));
    const form = {
      revision: 1,
      title: "Primo ascolto vicino",
      strategies: "Segnare sui muri.\n\nAprire uno sportello e\nprovare un numero.\n\n\n  Formare i portieri.",
      pillars: ["1.4", "1.9"],
    };
    await correctObjective(ctx, { importId, at: { area: 1, objective: 0 }, form });
    await correctArea(ctx, {
      importId,
      at: 0,
      form: { revision: 2, title: "Abitare insieme i cortili", consolidation: "Pulizie condivise\n\nPanchine" },
    });
    await confirmImport(ctx, { importId, form: { revision: 3, edition: "2030-2032" } });
    const tree = await readPlan(world.nobody);
    expect(tree!.areas[0]).toMatchObject({ title: "Abitare insieme i cortili" });
    expect(tree!.areas[0]!.objectives.filter((one) => one.kind === "consolidation").map((one) => one.title)).toEqual([
      "Pulizie condivise",
      "Panchine",
    ]);
    const [objective] = tree!.areas[1]!.objectives;
    expect(objective!.title).toBe("Primo ascolto vicino");
    expect(objective!.strategies.map((one) => [one.text, one.review])).toEqual([
      ["Segnare sui muri.", false],
      ["Aprire uno sportello e\nprovare un numero.", false],
      ["Formare i portieri.", false],
    ]);
    expect(objective!.pillars.map((link) => link.code)).toEqual(["1.4", "1.9"]);
  });

  test("corrected by two people at once keeps the first and tells the second", async () => {
    const world = await makeWorld();
    const { ctx } = await planOffice(world);
    const { importId } = await uploadPlan(ctx, file(borgoAlto));
    const form = { revision: 1, title: "A", consolidation: "B" };
    await correctArea(ctx, { importId, at: 0, form });
    await expect(correctArea(ctx, { importId, at: 0, form })).rejects.toMatchObject({
      kind: "conflict",
      details: { because: "plan.import.changedMeanwhile" },
    });
    await expect(confirmImport(ctx, { importId, form: { revision: 1, edition: "2030-2032" } })).rejects.toMatchObject({
      kind: "conflict",
    });
  });

  test("once confirmed or discarded cannot be confirmed, corrected or discarded again", async () => {
    const world = await makeWorld();
    const { ctx } = await planOffice(world);
    const { importId } = await uploadPlan(ctx, file(borgoAlto));
    await discardImport(ctx, importId);
    expect(await readPlan(world.nobody)).toBeNull();
    const closed = { kind: "conflict", details: { because: "plan.import.closed" } };
    await expect(confirmImport(ctx, { importId, form: { revision: 1, edition: "2030-2032" } })).rejects.toMatchObject(
      closed,
    );
    await expect(
      correctArea(ctx, { importId, at: 0, form: { revision: 1, title: "A", consolidation: "" } }),
    ).rejects.toMatchObject(closed);
    await expect(discardImport(ctx, importId)).rejects.toMatchObject(closed);
  });

  test("that takes something out of the plan is imported only with a reason", async () => {
    const world = await makeWorld();
    const { ctx } = await planOffice(world);
    await importPlan(ctx, readText(borgoAlto));
    const { importId } = await uploadPlan(ctx, file(borgoAlto.replace("- Rinnovare le panchine\n", "")));
    expect((await previewImport(ctx, importId)).changes).toMatchObject({
      isNew: false,
      added: [],
      ended: [{ part: "objectives", label: "Rinnovare le panchine" }],
    });
    const form = { revision: 1, edition: "2030-2032" };
    await expect(confirmImport(ctx, { importId, form })).rejects.toMatchObject({
      kind: "invalid",
      details: { fields: { reason: "plan.import.reasonMissing" } },
    });
    expect(await confirmImport(ctx, { importId, form: { ...form, reason: "Fatto." } })).toMatchObject({ ended: 1 });
  });

  test("and confirmed under wrong years is sent back", async () => {
    const world = await makeWorld();
    const { ctx } = await planOffice(world);
    const { importId } = await uploadPlan(ctx, file(borgoAlto));
    for (const edition of ["", "2030", "2032-2030", "duemila"]) {
      await expect(confirmImport(ctx, { importId, form: { revision: 1, edition } })).rejects.toMatchObject({
        kind: "invalid",
        details: { fields: { edition: "plan.import.editionWrong" } },
      });
    }
  });

  test("is nobody else's business: whoever does not answer for the plan sees no draft and changes none", async () => {
    const world = await makeWorld();
    const { ctx } = await planOffice(world);
    const { importId } = await uploadPlan(ctx, file(borgoAlto));
    const { ctx: body } = await world.voice((await world.organisation("Coop")).id);
    const { ctx: administrator } = await world.administrator();
    expect(await previewImport(administrator, importId)).toMatchObject({ id: importId });
    for (const other of [body, world.nobody]) {
      await expect(previewImport(other, importId)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(uploadPlan(other, file(borgoAlto))).rejects.toMatchObject({ kind: "forbidden" });
      await expect(discardImport(other, importId)).rejects.toMatchObject({ kind: "forbidden" });
      await expect(
        confirmImport(other, { importId, form: { revision: 1, edition: "2030-2032" } }),
      ).rejects.toMatchObject({ kind: "forbidden" });
      await expect(
        correctArea(other, { importId, at: 0, form: { revision: 1, title: "A", consolidation: "" } }),
      ).rejects.toMatchObject({ kind: "forbidden" });
    }
  });
});
