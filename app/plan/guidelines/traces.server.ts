// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, inArray, isNull, or } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import { guidelineEffects, guidelines, guidelineTargets } from "~db/plan/guidelines";
import { planObjectives, planStrategies } from "~db/plan/schema";
import type { PlanAction } from "../action";
import { actionsWith, listActions } from "../list-actions.server";
import { readPlan } from "../read-plan.server";
import { type Guideline, guidelinesWith } from "./find-guidelines.server";

type Reader = Pick<Ctx, "db" | "actor" | "now">;

/** An objective or a strategy as a line; `code` is null in an edition that is no longer in course. */
export type PlanPart = { kind: "objective" | "strategy"; id: string; code: string | null; text: string; to: string; endedAt: Date | null; endedReason: string | null };

/** Whether and how an indirizzo shows in the plan: what it is about, the actions that follow it, what changed because of it. */
export type Trace = {
  targets: (PlanPart & { targetId: string })[];
  /** Actions whose bodies say that they follow it, by name of the body. */
  following: PlanAction[];
  /** Other actions declared after it for the same strategies: they may follow it, nobody says so. */
  after: PlanAction[];
  changes: { key: string; part: PlanPart; note: string | null; at: Date }[];
};

/** Parts of the plan by id. */
export async function partsWith(ctx: Reader, objectiveIds: string[], strategyIds: string[]): Promise<Map<string, PlanPart>> {
  const db = ctx.db.read;
  const codes = new Map<string, string>();
  for (const area of (await readPlan(ctx))?.areas ?? []) for (const one of area.objectives) for (const part of [one, ...one.strategies]) codes.set(part.id, part.code);
  const objectives = objectiveIds.length === 0 ? [] : await db.select().from(planObjectives).where(inArray(planObjectives.id, objectiveIds));
  const strategies = strategyIds.length === 0 ? [] : await db.select().from(planStrategies).where(inArray(planStrategies.id, strategyIds));
  return new Map<string, PlanPart>([
    ...objectives.map(({ id, title, endedAt, endedReason }): [string, PlanPart] => [id, { kind: "objective", id, code: codes.get(id) ?? null, text: title, to: paths.planObjective(id), endedAt, endedReason }]),
    ...strategies.map(({ id, text, endedAt, endedReason }): [string, PlanPart] => [id, { kind: "strategy", id, code: codes.get(id) ?? null, text, to: paths.planStrategy(id), endedAt, endedReason }]),
  ]);
}

/** What became of an indirizzo in the plan. The caller has found it. Public as the plan is. */
export async function traceOf(ctx: Reader, guideline: Guideline): Promise<Trace> {
  const db = ctx.db.read;
  const targets = await db.select().from(guidelineTargets).where(and(eq(guidelineTargets.guidelineId, guideline.id), isNull(guidelineTargets.endedAt))).orderBy(asc(guidelineTargets.addedAt), asc(guidelineTargets.id));
  const effects = await db.select().from(guidelineEffects).where(and(eq(guidelineEffects.guidelineId, guideline.id), isNull(guidelineEffects.endedAt))).orderBy(asc(guidelineEffects.at), asc(guidelineEffects.id));
  const ids = (pick: "objectiveId" | "strategyId") => [...targets, ...effects].flatMap((row) => row[pick] ?? []);
  const served = await strategiesOf(ctx, targets);
  const parts = await partsWith(ctx, ids("objectiveId"), [...ids("strategyId"), ...served]);
  const partOf = ({ objectiveId, strategyId }: { objectiveId: string | null; strategyId: string | null }) => parts.get(strategyId ?? objectiveId ?? "");
  const following = await actionsWith(ctx, effects.flatMap(({ actionId }) => actionId ?? []));
  const since = guideline.versions.filter(({ issuedAt }) => issuedAt).at(-1)?.issuedAt ?? null;
  const later = since ? (await listActions(ctx, served)).filter(({ id, declaredAt }) => declaredAt >= since && !following.some((one) => one.id === id)) : [];
  const about = new Set([...targets.map(({ objectiveId, strategyId }) => strategyId ?? objectiveId ?? ""), ...served]);
  return {
    targets: targets.flatMap((target) => {
      const part = partOf(target);
      return part ? [{ ...part, targetId: target.id }] : [];
    }),
    following,
    after: later,
    changes: [
      ...effects.flatMap((effect) => {
        const part = effect.actionId ? undefined : partOf(effect);
        return part ? [{ key: effect.id, part, note: effect.note, at: effect.at }] : [];
      }),
      // what left the plan since then leaves by itself a trace
      ...[...about].flatMap((id) => {
        const part = parts.get(id);
        return part?.endedAt && since && part.endedAt >= since ? [{ key: `ended-${id}`, part, note: part.endedReason, at: part.endedAt }] : [];
      }),
    ],
  };
}

/** The strategies that targets are about: those named, and those of the objectives named. */
async function strategiesOf(ctx: Reader, targets: { objectiveId: string | null; strategyId: string | null }[]): Promise<string[]> {
  const objectives = targets.flatMap(({ objectiveId }) => objectiveId ?? []);
  const within = objectives.length === 0 ? [] : await ctx.db.read.select({ id: planStrategies.id }).from(planStrategies).where(inArray(planStrategies.objectiveId, objectives));
  return [...new Set([...targets.flatMap(({ strategyId }) => strategyId ?? []), ...within.map(({ id }) => id)])];
}

/** The indirizzi issued about an objective with its strategies, or about a strategy with its objective. Public. */
export async function guidelinesAbout(ctx: Reader, { objectiveId, strategyIds }: { objectiveId: string; strategyIds: string[] }): Promise<Guideline[]> {
  const where = or(eq(guidelineTargets.objectiveId, objectiveId), strategyIds.length > 0 ? inArray(guidelineTargets.strategyId, strategyIds) : undefined);
  const rows = await ctx.db.read.select({ id: guidelineTargets.guidelineId }).from(guidelineTargets).where(and(where, isNull(guidelineTargets.endedAt)));
  return issued(await guidelinesWith(ctx, [...new Set(rows.map(({ id }) => id))]));
}

/** The indirizzi that an action follows, as its body says. Public. */
export async function guidelinesFollowedBy(ctx: Reader, actionId: string): Promise<Guideline[]> {
  const rows = await ctx.db.read.select({ id: guidelineEffects.guidelineId }).from(guidelineEffects).innerJoin(guidelines, eq(guidelines.id, guidelineEffects.guidelineId)).where(and(eq(guidelineEffects.actionId, actionId), isNull(guidelineEffects.endedAt)));
  return issued(await guidelinesWith(ctx, [...new Set(rows.map(({ id }) => id))]));
}

/** Drafts stay with the table, also for who may read them: on the pages of the plan they would look as if in force. */
const issued = (found: Guideline[]): Guideline[] => found.filter(({ current }) => current !== null);
