// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, desc, eq, gte, inArray, isNotNull, lte, notInArray, or, type SQL } from "drizzle-orm";
import { can } from "~/identity";
import type { Ctx } from "~/web/context";
import { truncateToSecond } from "~/web/time";
import { procedures } from "~db/procedures/schema";
import { organisations } from "~db/registry/schema";
import { windowAt } from "./deadline";
import { type Kind, type State, stateAt } from "./machine";

/** States in which nobody but the office knows of a procedure. */
export const hiddenStates = ["initiated", "notice_draft"];
export type ProcedureFilter = { kind?: Kind | undefined; when?: "open" | "past" | undefined; organisationId?: string | undefined };

/** Procedures that the viewer may know of: the published ones, and those of their own Direzione. Those open now first. */
export async function listProcedures(ctx: Ctx, { kind, when, organisationId }: ProcedureFilter = {}) {
  const second = truncateToSecond(ctx.now);
  const conditions: (SQL | undefined)[] = [visible(ctx)];
  if (kind) conditions.push(eq(procedures.kind, kind));
  if (organisationId) conditions.push(eq(procedures.organisationId, organisationId));
  if (when === "open") conditions.push(eq(procedures.state, "published"), lte(procedures.opensAt, ctx.now), gte(procedures.closesAt, second));
  if (when === "past") conditions.push(isNotNull(procedures.closesAt), notInArray(procedures.state, hiddenStates));
  const rows = await ctx.db.read
    .select({
      id: procedures.id, code: procedures.code, kind: procedures.kind, title: procedures.title, state: procedures.state,
      opensAt: procedures.opensAt, closesAt: procedures.closesAt, organisationId: procedures.organisationId, organisationName: organisations.name,
    })
    .from(procedures)
    .innerJoin(organisations, eq(organisations.id, procedures.organisationId))
    .where(and(...conditions))
    .orderBy(desc(procedures.closesAt), asc(procedures.code));
  const listed = rows.map((row) => {
    const window = windowAt(row, ctx.now);
    return { ...row, window, state: stateAt(row.state as State, window) };
  });
  return when === "past" ? listed.filter(({ window }) => window === "past") : listed;
}

export type ListedProcedure = Awaited<ReturnType<typeof listProcedures>>[number];

/** Notices that receive applications now, the next to close first: for the public home. */
export async function openNotices(ctx: Ctx): Promise<ListedProcedure[]> {
  const open = await listProcedures({ ...ctx, actor: null }, { when: "open" });
  return open.sort((a, b) => (a.closesAt?.getTime() ?? 0) - (b.closesAt?.getTime() ?? 0));
}

/** Bodies that lead procedures the viewer may know of, for the filter. */
export async function procedureBodies(ctx: Ctx): Promise<{ id: string; name: string }[]> {
  const mine = ctx.db.read.select({ id: procedures.organisationId }).from(procedures).where(visible(ctx));
  return ctx.db.read.select({ id: organisations.id, name: organisations.name }).from(organisations).where(inArray(organisations.id, mine)).orderBy(asc(organisations.name));
}

function visible({ actor }: Pick<Ctx, "actor">): SQL | undefined {
  const published = notInArray(procedures.state, hiddenStates);
  return actor?.organisationId && can(actor, "manage_procedures") ? or(published, eq(procedures.organisationId, actor.organisationId)) : published;
}
