// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from "vitest";
import { editAction } from "~/plan/edit-action.server";
import { importPlan, readPlan, recordAction } from "~/plan/index.server";
import { findAction } from "~/plan/list-actions.server";
import { withdrawAction } from "~/plan/withdraw-action.server";
import { listEntries } from "~/journal/index.server";
import { makeWorld } from "~tests/harness";
import { borgoAlto, readText } from "./read-text";

const form = { title: "Mappa dei portoni", description: "La disegniamo con gli inquilini.", startsOn: "2026-02-01", endsOn: "", state: "ongoing", districts: ["4"] };

async function declaredAction() {
  const world = await makeWorld();
  const office = await world.voice((await world.organisation("Direzione Welfare")).id, { capacity: "officer", powers: ["read", "write", "manage_plan"] });
  await importPlan(office.ctx, readText(borgoAlto));
  const tree = await readPlan(world.nobody);
  const strategyId = tree?.areas.flatMap((area) => area.objectives.flatMap((one) => one.strategies))[0]?.id ?? "";
  const zeta = await world.voice((await world.organisation("Zeta cortili")).id);
  const { actionId } = await recordAction(zeta.ctx, { strategyId, form });
  return { world, zeta, actionId };
}

test("an action that two people of its body withdraw at once is withdrawn once, by one act; nor is it changed afterwards", async () => {
  const { world, zeta, actionId } = await declaredAction();
  const refused = { status: "rejected", reason: { details: { because: "plan.refused.withdrawn" } } };
  const [first, ...late] = await Promise.allSettled([
    withdrawAction(zeta.ctx, { actionId, form: { reason: "Finita prima." } }),
    withdrawAction(zeta.ctx, { actionId, form: { reason: "Un doppione." } }),
    editAction(zeta.ctx, { actionId, form: { ...form, title: "Altro titolo" } }),
  ]);
  expect(first.status).toBe("fulfilled");
  expect(late).toMatchObject([refused, refused]);
  expect(await findAction(world.nobody, actionId)).toMatchObject({ title: form.title, withdrawnReason: "Finita prima." });
  const acts = await listEntries(world.nobody, { subject: { kind: "plan_action", ids: [actionId] }, limit: 9 });
  expect(acts.map(({ act }) => act)).toEqual(["action.withdrawn", "action.declared"]);
});
