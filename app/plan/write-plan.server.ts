// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import type { Db } from "~db/client.server";
import { newId } from "~db/id";
import {
  objectivePillars,
  planAreas,
  planEditions,
  planObjectives,
  planPillars,
  planStrategies,
} from "~db/plan/schema";
import { type ParsedPlan, totalsOf } from "./import/parsed";
import { type PlanPart, planWrites, type Write } from "./import/plan-writes";
import { knownPlan } from "./known-plan.server";

export type ImportOutcome = { editionId: string; added: number; changed: number; ended: number };

const tables = {
  pillars: planPillars,
  areas: planAreas,
  objectives: planObjectives,
  strategies: planStrategies,
  links: objectivePillars,
};
const inOrder: PlanPart[] = ["pillars", "areas", "objectives", "strategies", "links"];

/**
 * Brings an edition to what was read, in the caller's transaction, with its act in the journal. Rows keep their ids; what the reading no longer has is
 * ended with the reason. For use-cases that have already asked the policy, and for the command line.
 */
export async function writePlan(
  db: Db,
  ctx: Pick<Ctx, "actor" | "now">,
  plan: ParsedPlan,
  reason: string,
): Promise<ImportOutcome> {
  if (!plan.edition) throw problem("invalid", { because: "plan.import.noEdition" });
  const { editionId: existing, known } = await knownPlan(db, plan.edition);
  const editionId = existing ?? newId();
  if (existing) await db.update(planEditions).set({ lastImportAt: ctx.now }).where(eq(planEditions.id, editionId));
  else
    await db
      .insert(planEditions)
      .values({ id: editionId, label: plan.edition, createdAt: ctx.now, lastImportAt: ctx.now });
  const writes = planWrites(known, plan, newId);
  for (const part of inOrder)
    await carryOut(
      db,
      part,
      writes.filter((write) => write.part === part),
      { editionId, now: ctx.now, reason },
    );
  const count = (how: Write["how"]) => writes.filter((write) => write.how === how).length;
  const outcome = { editionId, added: count("added"), changed: count("changed"), ended: count("ended") };
  const endedIds = writes.filter((write) => write.how === "ended").map((write) => `${write.part}:${write.id}`);
  await record(db, ctx, {
    act: "plan.imported",
    subject: { kind: "plan_edition", id: editionId },
    data: { ...outcome, totals: totalsOf(plan), endedIds, reason },
  });
  return outcome;
}

async function carryOut(
  db: Db,
  part: PlanPart,
  writes: Write[],
  { editionId, now, reason }: { editionId: string; now: Date; reason: string },
) {
  const added = writes
    .filter((write) => write.how === "added")
    .map((write) => columns(part, { ...write.set, id: write.id, editionId }));
  if (added.length > 0) await insert(db, part, added);
  for (const write of writes) {
    if (write.how === "added") continue;
    const set = write.how === "ended" ? { endedAt: now, endedReason: reason } : columns(part, write.set);
    await db.update(tables[part]).set(set).where(eq(tables[part].id, write.id));
  }
}

/** An objective's text is its title column; only pillars and areas belong to the edition directly. */
function columns(part: PlanPart, { editionId, text, ...set }: Record<string, unknown>): Record<string, unknown> {
  if (part === "objectives") return { ...set, title: text };
  const named = text === undefined ? set : { ...set, text };
  return (part === "pillars" || part === "areas") && editionId !== undefined ? { ...named, editionId } : named;
}

async function insert(db: Db, part: PlanPart, rows: Record<string, unknown>[]) {
  const table = tables[part] as typeof planStrategies;
  await db.insert(table).values(rows as (typeof planStrategies.$inferInsert)[]);
}
