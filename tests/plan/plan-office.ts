// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Voice, World } from "~tests/harness";

/** Somebody of the Direzione that answers for the plan. */
export async function planOffice(world: World): Promise<Voice> {
  const direzione = await world.organisation("Direzione Welfare", { kind: "comune_directorate" });
  return world.voice(direzione.id, { capacity: "officer", powers: ["read", "write", "manage_plan"] });
}
