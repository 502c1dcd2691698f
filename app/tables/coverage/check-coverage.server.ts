// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, desc, eq, isNull, ne } from "drizzle-orm";
import { z } from "zod";
import { districtNumbers } from "~/registry";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import { parseRomeDay } from "~/web/time";
import type { Places } from "~/web/places";
import type { Waiting } from "~/web/waiting";
import { one } from "~db/client.server";
import { newId } from "~db/id";
import { organisations } from "~db/registry/schema";
import { coverageChecks, coverageTasks, seats, workingTables } from "~db/tables/schema";
import { findTable, type WorkingTable } from "../find-table.server";
import { edit } from "../policy";
import { standingAt, validAt } from "../standing.server";
import { type Body, type Gap, gapsOf, lettersOf, type Situation } from "./coverage";

/** Where no neighbourhood is known: every other dimension is held against the registry all the same. */
const NOWHERE: Places = { neighbourhoods: [], ofBodies: new Map() };

/**
 * The seats of a table and the registry around it, today. A table of a Municipio is held against its own territory: the others have tables of
 * their own.
 */
export async function situationOf(ctx: Pick<Ctx, "db" | "now">, tableId: string, places: Places = NOWHERE): Promise<Situation> {
  const { id, name, slug, kind, etsCategory, art5Letters, territory, represents, size, enrolment } = organisations;
  const rows = await ctx.db.read.select({ id, name, slug, kind, etsCategory, art5Letters, territory, represents, size, enrolment }).from(organisations).where(isNull(organisations.closedAt));
  const districts = await territoryOf(ctx, tableId);
  const neighbourhoods = places.neighbourhoods.filter(({ district }) => districts.includes(district));
  const own = new Set(neighbourhoods.map((place) => place.id));
  const registry = rows.map((body): Body => ({ ...body, neighbourhoods: (places.ofBodies.get(body.id) ?? []).filter((place) => own.has(place)) }));
  // a key witness is heard for what it knows: it stands for nobody
  const standing = await ctx.db.read.select({ id: seats.organisationId }).from(seats).where(and(eq(seats.tableId, tableId), ne(seats.kind, "key_witness"), validAt(seats, ctx.now)));
  const seated = new Set(standing.map((seat) => seat.id));
  return { seated: registry.filter((body) => seated.has(body.id)), registry, districts, neighbourhoods };
}

/** The Municipi against which a table is held: its own for a table of a Municipio, all of them for any other. */
async function territoryOf(ctx: Pick<Ctx, "db">, tableId: string): Promise<readonly number[]> {
  const table = one(
    await ctx.db.read
      .select({ level: workingTables.level, kind: organisations.kind, territory: organisations.territory })
      .from(workingTables)
      .leftJoin(organisations, eq(organisations.id, workingTables.ownerOrganisationId))
      .where(eq(workingTables.id, tableId)),
  );
  const own = table?.level === "municipal" && table.kind === "municipal_district" ? (table.territory?.districts ?? []) : [];
  return own.length > 0 ? own : districtNumbers;
}

/** The gaps of a table as they are today. Anybody may see them: they are about the table, not about bodies. */
export async function gapsToday(ctx: Pick<Ctx, "db" | "now">, tableId: string, places?: Places): Promise<{ gaps: Gap[]; letters: string[]; situation: Situation }> {
  const situation = await situationOf(ctx, tableId, places);
  const letters = lettersOf(situation.seated);
  return { gaps: gapsOf(situation, letters), letters, situation };
}

export type CoverageTask = typeof coverageTasks.$inferSelect;

/** The last check of a table and what came out of it as things to do; null when nobody checked yet. */
export async function lastCheck(ctx: Pick<Ctx, "db">, tableId: string): Promise<{ at: Date; nextCheck: Date; tasks: CoverageTask[] } | null> {
  const check = one(await ctx.db.read.select().from(coverageChecks).where(eq(coverageChecks.tableId, tableId)).orderBy(desc(coverageChecks.at)).limit(1));
  if (!check) return null;
  const tasks = await ctx.db.read.select().from(coverageTasks).where(eq(coverageTasks.checkId, check.id)).orderBy(coverageTasks.dimension, coverageTasks.value);
  return { at: check.at, nextCheck: check.nextCheck, tasks };
}

const CheckInput = z.object({
  nextCheck: z.string().transform((day, issue) => {
    const at = parseRomeDay(day);
    if (!at) issue.addIssue({ code: "custom", message: "tables.coverage.dateNeeded" });
    return at ?? new Date(0);
  }),
});

/**
 * Records a check: each gap of today becomes a thing to do, and the day of the next check is set. A gap that was set aside with a reason at
 * the check before stays set aside, with its reason: nobody has to say it twice.
 */
export async function checkCoverage(ctx: Ctx, slug: string, form: FormData | z.input<typeof CheckInput>, places?: Places): Promise<{ tasks: number }> {
  const actor = signedIn(ctx);
  const table = await may(ctx, slug);
  const { nextCheck } = parse(CheckInput, form);
  if (nextCheck <= ctx.now) throw problem("invalid", { fields: { nextCheck: "tables.coverage.dateAhead" } });
  const { gaps } = await gapsToday(ctx, table.id, places);
  const before = (await lastCheck(ctx, table.id))?.tasks ?? [];
  await ctx.db.tx(async (db) => {
    const checkId = newId();
    await db.insert(coverageChecks).values({ id: checkId, tableId: table.id, at: ctx.now, byPersonId: actor.personId, nextCheck });
    for (const { dimension, value, candidates } of gaps) {
      const known = before.find((task) => task.dimension === dimension && task.value === value && task.state === "dismissed");
      await db.insert(coverageTasks).values({ id: newId(), checkId, tableId: table.id, dimension, value, candidateIds: candidates.map(({ id }) => id), state: known ? "dismissed" : "open", reason: known?.reason ?? null, decidedAt: known?.decidedAt ?? null });
    }
    await record(db, ctx, { act: "coverage.checked", subject: { kind: "table", id: table.id }, data: { tableId: table.id, gaps: gaps.length, nextCheck } });
  });
  return { tasks: gaps.length };
}

const DecisionInput = z
  .object({ taskId: z.string().min(1), state: z.enum(["invited", "dismissed"]), reason: z.string().trim().max(500, "web.field.tooLong").default("") })
  .refine(({ state, reason }) => state === "invited" || reason.length >= 5, { path: ["reason"], message: "tables.coverage.reasonNeeded" });

/** Says what was done about a gap: somebody was invited, or why nobody is. */
export async function decideTask(ctx: Ctx, slug: string, form: FormData | z.input<typeof DecisionInput>): Promise<void> {
  const table = await may(ctx, slug);
  const { taskId, state, reason } = parse(DecisionInput, form);
  await ctx.db.tx(async (db) => {
    const decided = await db
      .update(coverageTasks)
      .set({ state, reason: reason || null, decidedAt: ctx.now })
      .where(and(eq(coverageTasks.id, taskId), eq(coverageTasks.tableId, table.id)))
      .returning({ id: coverageTasks.id });
    if (decided.length === 0) throw problem("missing");
    await record(db, ctx, { act: "coverage.decided", subject: { kind: "table", id: table.id }, data: { tableId: table.id, taskId, state } });
  });
}

async function may(ctx: Ctx, slug: string): Promise<WorkingTable> {
  const table = await findTable(ctx, slug);
  enforce(edit(ctx.actor, table, await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now)));
  return table;
}

/** Checks that are due at the tables whose coordination or office the viewer is: for their desk. */
export async function checksWaiting(ctx: Ctx): Promise<Waiting[]> {
  if (!ctx.actor?.organisationId) return [];
  const rows = await ctx.db.read
    .select({ table: workingTables, nextCheck: coverageChecks.nextCheck })
    .from(coverageChecks)
    .innerJoin(workingTables, eq(workingTables.id, coverageChecks.tableId))
    .where(isNull(workingTables.closedAt))
    .orderBy(desc(coverageChecks.at));
  const found: Waiting[] = [];
  const seen = new Set<string>();
  for (const { table, nextCheck } of rows) {
    // the last check of each table comes first
    if (seen.has(table.id)) continue;
    seen.add(table.id);
    if (nextCheck > ctx.now || !edit(ctx.actor, table, await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now)).ok) continue;
    found.push({ id: `coverage-${table.id}`, says: "tables.coverage.waiting", values: { table: table.name }, to: paths.tableCoverage(table.slug), due: nextCheck });
  }
  return found;
}
