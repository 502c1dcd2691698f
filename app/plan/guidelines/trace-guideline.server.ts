// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { record } from "~/journal/index.server";
import { findTable, standingAt } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { newId } from "~db/id";
import { guidelineEffects, guidelineTargets } from "~db/plan/guidelines";
import { findObjective, findStrategy } from "../find-parts.server";
import { findAction } from "../list-actions.server";
import { changeAction } from "../policy";
import { allGuidelines, findGuideline } from "./find-guidelines.server";
import { tracePlan as mayTrace } from "./policy";

/** A part of the plan as forms name it: "objective:…" or "strategy:…". */
const Part = z.string().regex(/^(objective|strategy):[\w-]+$/, "guidelines.plan.choosePart");
const TargetInput = z.object({ part: Part });
const ChangeInput = z.object({ part: Part, note: z.string().trim().min(10, "guidelines.plan.noteNeeded").max(1000, "web.field.tooLong") });

/** Says that an indirizzo is about an objective or a strategy of the plan. A second time changes nothing. */
export async function addTarget(ctx: Ctx, slug: string, number: number, form: FormData | z.input<typeof TargetInput>): Promise<void> {
  const { table, guideline } = await tracing(ctx, slug, number);
  const part = await partOf(ctx, parse(TargetInput, form).part);
  await ctx.db.tx(async (db) => {
    const known = await db.select().from(guidelineTargets).where(and(eq(guidelineTargets.guidelineId, guideline.id), isNull(guidelineTargets.endedAt)));
    if (known.some(({ objectiveId, strategyId }) => objectiveId === part.objectiveId && strategyId === part.strategyId)) return;
    await db.insert(guidelineTargets).values({ id: newId(), guidelineId: guideline.id, ...part, addedAt: ctx.now });
    await record(db, ctx, { act: "guideline.traced", subject: { kind: "table", id: table.id }, data: { tableId: table.id, guidelineId: guideline.id, number, ...part } });
  });
}

/** Takes back that an indirizzo is about a part of the plan; `missing` when it is not. */
export async function endTarget(ctx: Ctx, slug: string, number: number, form: FormData): Promise<void> {
  const { table, guideline } = await tracing(ctx, slug, number);
  const targetId = String(form.get("targetId") ?? "");
  await ctx.db.tx(async (db) => {
    const ended = await db.update(guidelineTargets).set({ endedAt: ctx.now }).where(and(eq(guidelineTargets.id, targetId), eq(guidelineTargets.guidelineId, guideline.id), isNull(guidelineTargets.endedAt))).returning({ id: guidelineTargets.id });
    if (ended.length === 0) throw problem("missing");
    await record(db, ctx, { act: "guideline.traced", subject: { kind: "table", id: table.id }, data: { tableId: table.id, guidelineId: guideline.id, number, endedTargetId: targetId } });
  });
}

/** Writes down a change of the plan that an issued indirizzo brought about: where, and what changed in words. */
export async function recordPlanChange(ctx: Ctx, slug: string, number: number, form: FormData | z.input<typeof ChangeInput>): Promise<void> {
  const { table, guideline } = await tracing(ctx, slug, number);
  if (!guideline.current) throw problem("conflict", { because: "guidelines.notIssued" });
  const { part, note } = parse(ChangeInput, form);
  const where = await partOf(ctx, part);
  const { personId, organisationId } = signedIn(ctx);
  await ctx.db.tx(async (db) => {
    await db.insert(guidelineEffects).values({ id: newId(), guidelineId: guideline.id, ...where, note, at: ctx.now, personId, organisationId });
    await record(db, ctx, { act: "guideline.traced", subject: { kind: "table", id: table.id }, data: { tableId: table.id, guidelineId: guideline.id, number, change: true, ...where } });
  });
}

/** A body says that its action follows an indirizzo in force, or (`end`) that it does not any more. Only the body that declared the action. */
export async function followGuideline(ctx: Ctx, actionId: string, { guidelineId, end = false }: { guidelineId: string; end?: boolean }): Promise<void> {
  const action = await findAction(ctx, actionId);
  enforce(changeAction(ctx.actor, { organisationId: action.organisation.id, withdrawn: action.withdrawnAt !== null }));
  const { personId, organisationId } = signedIn(ctx);
  const guideline = (await allGuidelines(ctx)).find(({ id, current, withdrawnAt }) => id === guidelineId && current && (end || withdrawnAt === null));
  if (!guideline) throw problem("invalid", { fields: { guidelineId: "guidelines.plan.chooseGuideline" } });
  const same = and(eq(guidelineEffects.guidelineId, guidelineId), eq(guidelineEffects.actionId, actionId), isNull(guidelineEffects.endedAt));
  await ctx.db.tx(async (db) => {
    const already = (await db.select().from(guidelineEffects).where(same)).length > 0;
    if (already !== end) return;
    if (end) await db.update(guidelineEffects).set({ endedAt: ctx.now }).where(same);
    else await db.insert(guidelineEffects).values({ id: newId(), guidelineId, actionId, at: ctx.now, personId, organisationId });
    await record(db, ctx, { act: end ? "guideline.unfollowed" : "guideline.followed", subject: { kind: "table", id: guideline.table.id }, data: { tableId: guideline.table.id, guidelineId, number: guideline.number, actionId, organisationId } });
  });
}

async function tracing(ctx: Ctx, slug: string, number: number) {
  const actor = signedIn(ctx);
  const table = await findTable(ctx, slug);
  const guideline = await findGuideline(ctx, table, number);
  enforce(mayTrace(actor, table, await standingAt(ctx.db.read, actor, table.id, ctx.now)));
  return { table, guideline };
}

async function partOf(ctx: Ctx, named: string): Promise<{ objectiveId: string | null; strategyId: string | null }> {
  const [kind, id = ""] = named.split(":");
  if (kind === "objective") return { objectiveId: (await findObjective(ctx, id)).objective.id, strategyId: null };
  return { objectiveId: null, strategyId: (await findStrategy(ctx, id)).strategy.id };
}
