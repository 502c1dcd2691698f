// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Db } from "~db/client.server";
import { newId } from "~db/id";
import type { ParsedPlan } from "./import/parsed";
import { type PlanPart, planWrites, type Write } from "./import/plan-writes";
import { knownPlan } from "./known-plan.server";

type Change = { part: PlanPart; label: string };

/** What an import would do to the edition as it stands. `isNew`: the edition is not there yet. */
export type PlanChanges = { isNew: boolean; added: Change[]; changed: Change[]; ended: Change[] };

/** Compares a reading with the edition in the database, without writing. */
export async function comparePlan(db: Db, plan: ParsedPlan): Promise<PlanChanges> {
  const { editionId, known } = await knownPlan(db, plan.edition ?? "");
  const writes = planWrites(known, plan, newId);
  const of = (how: Write["how"]) =>
    writes.filter((write) => write.how === how).map(({ part, label }) => ({ part, label }));
  return { isNew: editionId === null, added: of("added"), changed: of("changed"), ended: of("ended") };
}
