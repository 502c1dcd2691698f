// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, desc, eq, gt, inArray, isNull, lte, or } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { type Db, one } from "~db/client.server";
import {
  planEditions,
  planObjectives,
  planPillars,
  planAreas,
  planStrategies,
  objectivePillars,
  tableFollowsObjective,
} from "~db/plan/schema";
import { workingTables } from "~db/tables/schema";
import type { FollowingTable, PlanObjective, PlanTree } from "./plan-tree";

/** The edition in course (the one with the latest years), or the one asked for; null when no plan was ever imported. */
export async function readPlan(ctx: Pick<Ctx, "db" | "now">, editionId?: string): Promise<PlanTree | null> {
  const db = ctx.db.read;
  const chosen = editionId ? eq(planEditions.id, editionId) : undefined;
  const edition = one(await db.select().from(planEditions).where(chosen).orderBy(desc(planEditions.label)).limit(1));
  if (!edition) return null;
  const pillars = await db
    .select()
    .from(planPillars)
    .where(eq(planPillars.editionId, edition.id))
    .orderBy(asc(planPillars.position));
  const areas = await db
    .select()
    .from(planAreas)
    .where(eq(planAreas.editionId, edition.id))
    .orderBy(asc(planAreas.position));
  const objectives = await objectivesOf(db, edition.id, ctx.now);
  return {
    edition: { id: edition.id, label: edition.label, lastImportAt: edition.lastImportAt },
    pillars: pillars
      .filter((one) => one.endedAt === null)
      .map(({ id, code, title, shortTitle }) => ({ id, code, title, shortTitle })),
    areas: areas.map(({ id, number, title, endedAt, endedReason }) => ({
      id,
      number,
      title,
      endedAt,
      endedReason,
      objectives: objectives.filter((one) => one.areaId === id).map((row) => asObjective(row, number)),
    })),
  };
}

type ObjectiveRow = Awaited<ReturnType<typeof objectivesOf>>[number];

async function objectivesOf(db: Db, editionId: string, now: Date) {
  const ofEdition = db.select({ id: planAreas.id }).from(planAreas).where(eq(planAreas.editionId, editionId));
  const rows = await db
    .select()
    .from(planObjectives)
    .where(inArray(planObjectives.areaId, ofEdition))
    .orderBy(desc(planObjectives.kind), asc(planObjectives.position));
  const ofAreas = db
    .select({ id: planObjectives.id })
    .from(planObjectives)
    .where(inArray(planObjectives.areaId, ofEdition));
  const strategies = await db
    .select()
    .from(planStrategies)
    .where(inArray(planStrategies.objectiveId, ofAreas))
    .orderBy(asc(planStrategies.position));
  const links = await db
    .select({ objectiveId: objectivePillars.objectiveId, code: planPillars.code, label: objectivePillars.label })
    .from(objectivePillars)
    .leftJoin(planPillars, eq(planPillars.id, objectivePillars.pillarId))
    .where(and(inArray(objectivePillars.objectiveId, ofAreas), isNull(objectivePillars.endedAt)))
    .orderBy(asc(objectivePillars.position));
  const tables = await followersOf(db, now);
  return rows.map((row) => ({
    ...row,
    strategies: strategies.filter((one) => one.objectiveId === row.id),
    pillars: links.filter((one) => one.objectiveId === row.id),
    tables: tables.filter((one) => one.objectiveId === row.id),
  }));
}

/** The tables that follow each objective at an instant, by name. */
async function followersOf(db: Db, now: Date): Promise<(FollowingTable & { objectiveId: string })[]> {
  const { validFrom, validTo } = tableFollowsObjective;
  return db
    .select({
      linkId: tableFollowsObjective.id,
      objectiveId: tableFollowsObjective.objectiveId,
      id: workingTables.id,
      slug: workingTables.slug,
      name: workingTables.name,
    })
    .from(tableFollowsObjective)
    .innerJoin(workingTables, eq(workingTables.id, tableFollowsObjective.tableId))
    .where(and(lte(validFrom, now), or(isNull(validTo), gt(validTo, now))))
    .orderBy(asc(workingTables.name));
}

function asObjective(row: ObjectiveRow, area: string): PlanObjective {
  const code = `${area}.${row.kind === "priority" ? "O" : "C"}${row.position}`;
  return {
    id: row.id,
    code,
    kind: row.kind,
    title: row.title,
    review: row.review,
    endedAt: row.endedAt,
    endedReason: row.endedReason,
    pillars: row.pillars.map(({ code: pillar, label }) => ({ code: pillar, label })),
    strategies: row.strategies.map((one) => ({
      id: one.id,
      code: `${code}.S${one.position}`,
      text: one.text,
      review: one.review,
      endedAt: one.endedAt,
      endedReason: one.endedReason,
    })),
    tables: row.tables.map(({ linkId, id, slug, name }) => ({ linkId, id, slug, name })),
  };
}
