// SPDX-License-Identifier: AGPL-3.0-or-later
import { powers } from "~/identity";
import type { World } from "~tests/harness";

export const DAY_MS = 86_400_000;

/** A policy table and the tables it speaks to, with whoever coordinates, sits and looks on. */
export async function policyTable(world: World) {
  const welfare = await world.organisation("Direzione di sintesi", { kind: "directorate" });
  const house = await world.organisation("Direzione Casa", { kind: "directorate" });
  const coordinator = await world.voice(welfare.id, { capacity: "officer" });
  const secretary = await world.voice((await world.organisation("Segreteria tecnica", { kind: "directorate" })).id);
  const member = await world.voice((await world.organisation("Ente che siede")).id);
  const stranger = await world.voice((await world.organisation("Ente che guarda")).id);
  const other = await world.voice(house.id, { capacity: "officer", powers });
  const policy = await world.table("Tavolo di sintesi", { level: "policy", ownerOrganisationId: welfare.id });
  const objective = await world.table("Tavolo casa", { ownerOrganisationId: house.id });
  const delicate = await world.table("Tavolo violenza", { ownerOrganisationId: house.id, sensitive: true });
  await world.seat(policy.id, welfare.id, { role: "coordinator", voices: [coordinator] });
  await world.seat(policy.id, secretary.organisationId, { role: "secretary", voices: [secretary] });
  await world.seat(policy.id, member.organisationId, { voices: [member] });
  for (const table of [objective, delicate]) await world.seat(table.id, house.id, { role: "coordinator", voices: [other] });
  const said = {
    title: "Sale aperte la sera", text: "In ogni Municipio almeno una sala resta aperta due sere la settimana.", reason: "Dodici gruppi non trovano posto dopo le 19.",
    decisionId: "", act: "Seduta del 3 marzo, punto 2", effectiveOn: "2026-03-10", answerBy: "2026-04-10", tables: [objective.id], bodies: [house.id], actors: ["third_sector"] as const, itemId: "",
  };
  return { welfare, house, coordinator, secretary, member, stranger, other, policy, objective, delicate, said: { ...said, actors: [...said.actors] } };
}
