// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq, inArray } from "drizzle-orm";
import { type Db, one } from "~db/client.server";
import {
  objectivePillars,
  planAreas,
  planEditions,
  planObjectives,
  planPillars,
  planStrategies,
} from "~db/plan/schema";
import type { KnownPlan } from "./import/plan-writes";

const nothing: KnownPlan = { pillars: [], areas: [], objectives: [], strategies: [], links: [] };

/** All that is known of an edition by its years, ended rows included; empty when it was never imported. */
export async function knownPlan(db: Db, edition: string): Promise<{ editionId: string | null; known: KnownPlan }> {
  const found = one(await db.select().from(planEditions).where(eq(planEditions.label, edition)));
  if (!found) return { editionId: null, known: nothing };
  const pillars = await db.select().from(planPillars).where(eq(planPillars.editionId, found.id));
  const areas = await db.select().from(planAreas).where(eq(planAreas.editionId, found.id));
  const ofEdition = db.select({ id: planAreas.id }).from(planAreas).where(eq(planAreas.editionId, found.id));
  const objectives = await db.select().from(planObjectives).where(inArray(planObjectives.areaId, ofEdition));
  const ofAreas = db
    .select({ id: planObjectives.id })
    .from(planObjectives)
    .where(inArray(planObjectives.areaId, ofEdition));
  const strategies = await db.select().from(planStrategies).where(inArray(planStrategies.objectiveId, ofAreas));
  const links = await db.select().from(objectivePillars).where(inArray(objectivePillars.objectiveId, ofAreas));
  const ended = <Row extends { endedAt: Date | null }>(rows: Row[]) =>
    rows.map((row) => ({ ...row, ended: row.endedAt !== null }));
  return {
    editionId: found.id,
    known: {
      pillars: ended(pillars),
      areas: ended(areas),
      objectives: ended(objectives).map((row) => ({ ...row, text: row.title })),
      strategies: ended(strategies),
      links: ended(links),
    },
  };
}
