// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import { takenDecisionsOf } from "~/meetings/index.server";
import { findItem, findTable, type Item, standingAt, takeStep, writeItem } from "~/tables/index.server";
import { isEnded } from "~/tables";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { conflictResolutions, conflictSides, policyConflicts } from "~db/plan/conflicts";
import { findObjective, findStrategy } from "../find-parts.server";
import { allGuidelines } from "../guidelines/find-guidelines.server";
import { findAction } from "../list-actions.server";
import { ConflictInput, ReopenInput, ResolutionInput, type SideKind } from "./conflict";
import { raiseConflict as mayRaise, resolveConflict as mayResolve } from "./policy";

type Found = Omit<typeof conflictSides.$inferInsert, "id" | "itemId">;

/** Raises a conflict at a table, as an item of its own kind: two things at least, each within the viewer's sight. */
export async function raiseConflict(ctx: Ctx, slug: string, form: FormData | z.input<typeof ConflictInput>): Promise<{ itemId: string }> {
  const actor = signedIn(ctx);
  const table = await findTable(ctx, slug);
  enforce(mayRaise(actor, table, await standingAt(ctx.db.read, actor, table.id, ctx.now)));
  const { title, text, nature, sides, named } = parse(ConflictInput, form);
  const found: Found[] = [...(await Promise.all(sides.map((side) => sideOf(ctx, table.id, side)))), ...named.map((name) => ({ name }))];
  return ctx.db.tx(async (db) => {
    const { itemId } = await writeItem(db, ctx, { title, text, kind: "conflict", originTableId: table.id, atTableId: table.id });
    await db.insert(policyConflicts).values({ itemId, nature });
    for (const side of found) await db.insert(conflictSides).values({ id: newId(), itemId, ...side });
    return { itemId };
  });
}

/** Resolves a conflict at the policy table that has it: with the reason, the decision that did, and what came of it. */
export async function resolveConflict(ctx: Ctx, itemId: string, form: FormData | z.input<typeof ResolutionInput>): Promise<void> {
  const { item, table } = await resolving(ctx, itemId);
  const { part, ...fields } = parse(ResolutionInput, form);
  if (isEnded(item.state) || item.state === "forwarded") throw problem("conflict", { because: `tables.items.notFrom.${item.state}` });
  const said = { ...fields, prevailingSideId: fields.resolution === "one_prevails" ? fields.prevailingSideId : null, referredTo: fields.resolution === "referred" ? fields.referredTo : null };
  await assertKnown(ctx, table.id, itemId, said);
  const [kind, id = ""] = (part ?? "").split(":");
  const where = kind === "objective" ? { objectiveId: (await findObjective(ctx, id)).objective.id } : kind === "strategy" ? { strategyId: (await findStrategy(ctx, id)).strategy.id } : {};
  const { personId, organisationId } = signedIn(ctx);
  await ctx.db.tx(async (db) => {
    await takeStep(db, ctx, item, { next: "resolved", toTableId: item.atTableId, reason: said.reason });
    await db.insert(conflictResolutions).values({ id: newId(), itemId, ...said, ...where, at: ctx.now, personId, organisationId });
    await record(db, ctx, { act: "policyConflict.resolved", subject: { kind: "table", id: table.id }, data: { itemId, tableId: table.id, resolution: said.resolution, guidelineId: said.guidelineId, decisionId: said.decisionId } });
  });
}

/** Reopens a resolved conflict, with the reason and a new term; how it was resolved before stays readable. */
export async function reopenConflict(ctx: Ctx, itemId: string, form: FormData | z.input<typeof ReopenInput>): Promise<void> {
  const { item } = await resolving(ctx, itemId);
  const { reason } = parse(ReopenInput, form);
  if (item.state !== "resolved") throw problem("conflict", { because: "conflicts.notResolved" });
  await ctx.db.tx((db: Db) => takeStep(db, ctx, item, { next: "reopened", toTableId: item.atTableId, reason }));
}

async function resolving(ctx: Ctx, itemId: string): Promise<{ item: Item; table: Awaited<ReturnType<typeof findTable>> }> {
  const actor = signedIn(ctx);
  const item = await findItem(ctx, itemId);
  if (item.kind !== "conflict" || !item.atTableId) throw problem("missing");
  const table = await findTable(ctx, item.atTableId);
  enforce(mayResolve(actor, table, await standingAt(ctx.db.read, actor, table.id, ctx.now)));
  return { item, table };
}

async function assertKnown(ctx: Ctx, tableId: string, itemId: string, said: { prevailingSideId: string | null; decisionId: string | null; guidelineId: string | null }): Promise<void> {
  const wrong = (name: string) => problem("invalid", { fields: { [name]: "web.field.invalid" } });
  if (said.prevailingSideId && !one(await ctx.db.read.select().from(conflictSides).where(and(eq(conflictSides.id, said.prevailingSideId), eq(conflictSides.itemId, itemId))))) throw wrong("prevailingSideId");
  if (said.decisionId && !(await takenDecisionsOf(ctx, tableId)).some(({ id }) => id === said.decisionId)) throw wrong("decisionId");
  if (said.guidelineId && !(await allGuidelines(ctx)).some(({ id, table }) => id === said.guidelineId && table.id === tableId)) throw wrong("guidelineId");
}

/** What a form names, if it is there and the viewer may know of it. */
async function sideOf(ctx: Ctx, tableId: string, side: string): Promise<Found> {
  const [kind, id = ""] = side.split(":") as [SideKind, string];
  if (kind === "objective") return { objectiveId: (await findObjective(ctx, id)).objective.id };
  if (kind === "strategy") return { strategyId: (await findStrategy(ctx, id)).strategy.id };
  if (kind === "action") return { actionId: (await findAction(ctx, id)).id };
  if (kind === "table") return { tableId: (await findTable(ctx, id)).id };
  const standing = await standingAt(ctx.db.read, ctx.actor, tableId, ctx.now);
  const known = kind === "guideline" ? (await allGuidelines(ctx)).some((each) => each.id === id && each.current) : standing !== null && (await takenDecisionsOf(ctx, tableId)).some((each) => each.id === id);
  if (!known) throw problem("missing");
  return kind === "guideline" ? { guidelineId: id } : { decisionId: id };
}
