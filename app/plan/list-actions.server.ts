// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, inArray, isNull, type SQL } from "drizzle-orm";
import { warnedAmong } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { organisations } from "~db/registry/schema";
import { actionPartners, planActions } from "~db/plan/schema";
import { type PlanAction, byName } from "./action";

/** The actions declared for these strategies and not withdrawn, by name of the body. Public. */
export async function listActions(ctx: Pick<Ctx, "db">, strategyIds: string[]): Promise<PlanAction[]> {
  if (strategyIds.length === 0) return [];
  return read(ctx, and(inArray(planActions.strategyId, strategyIds), isNull(planActions.withdrawnAt)));
}

/** The actions that a body declared, withdrawn ones excluded, by title. For its own page. */
export async function actionsOf(ctx: Pick<Ctx, "db">, organisationId: string): Promise<PlanAction[]> {
  return read(ctx, and(eq(planActions.organisationId, organisationId), isNull(planActions.withdrawnAt)));
}

/** These actions, withdrawn ones excluded, by name of the body. Public. */
export async function actionsWith(ctx: Pick<Ctx, "db">, ids: string[]): Promise<PlanAction[]> {
  return ids.length === 0 ? [] : read(ctx, and(inArray(planActions.id, ids), isNull(planActions.withdrawnAt)));
}

/** One action, also a withdrawn one; `missing` when there is none. */
export async function findAction(ctx: Pick<Ctx, "db">, id: string): Promise<PlanAction> {
  const [found] = await read(ctx, eq(planActions.id, id));
  if (!found) throw problem("missing");
  return found;
}

const body = { id: organisations.id, slug: organisations.slug, name: organisations.name };

async function read(ctx: Pick<Ctx, "db">, condition: SQL | undefined): Promise<PlanAction[]> {
  const rows = await ctx.db.read
    .select({ action: planActions, organisation: body })
    .from(planActions)
    .innerJoin(organisations, eq(organisations.id, planActions.organisationId))
    .where(condition);
  const ids = rows.map(({ action }) => action.id);
  const partners =
    ids.length === 0
      ? []
      : await ctx.db.read
          .select({ actionId: actionPartners.actionId, ...body })
          .from(actionPartners)
          .innerJoin(organisations, eq(organisations.id, actionPartners.organisationId))
          .where(inArray(actionPartners.actionId, ids))
          .orderBy(asc(organisations.name));
  const warned = await warnedAmong(ctx, [...rows.map(({ organisation }) => organisation.id), ...partners.map(({ id }) => id)]);
  return rows
    .map(({ action, organisation }) => ({
      id: action.id,
      strategyId: action.strategyId,
      organisation: { ...organisation, standing: warned[organisation.id] },
      title: action.title,
      description: action.description,
      partners: partners.filter((one) => one.actionId === action.id).map(({ id, slug, name }) => ({ id, slug, name, standing: warned[id] })),
      districts: action.districts,
      startsOn: action.startsOn,
      endsOn: action.endsOn,
      state: action.state,
      declaredAt: action.createdAt,
      updatedAt: action.updatedAt,
      withdrawnAt: action.withdrawnAt,
      withdrawnReason: action.withdrawnReason,
    }))
    .sort(byName);
}
