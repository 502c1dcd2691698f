// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import type { Db } from "~db/client.server";
import { newId } from "~db/id";
import { itemSteps, items } from "~db/tables/schema";
import { findTable } from "../find-table.server";
import { moveItem as mayMove, raiseItem as mayRaise } from "../policy";
import { standingAt } from "../standing.server";
import { findItem, type Item } from "./find-item.server";
import { ANSWER_DAYS, type ItemState, mayFollow, RaiseInput, StepInput } from "./item";

const dueFrom = (now: Date) => new Date(now.getTime() + ANSWER_DAYS * 86_400_000);

/** Raises an item at a table, in the name of a body that sits there. */
export async function raiseItem(ctx: Ctx, tableSlug: string, form: FormData | z.input<typeof RaiseInput>): Promise<{ itemId: string }> {
  const actor = signedIn(ctx);
  const table = await findTable(ctx, tableSlug);
  enforce(mayRaise(actor, table, await standingAt(ctx.db.read, actor, table.id, ctx.now)));
  const fields = parse(RaiseInput, form);
  return ctx.db.tx((db) => writeItem(db, ctx, { ...fields, originTableId: table.id, atTableId: table.id }));
}

/** Writes an item with its first step, inside a transaction whose caller has checked who may. A Municipio raises one outside any table. */
export async function writeItem(db: Db, ctx: Ctx, item: { title: string; text: string; kind?: "conflict"; originTableId: string | null; atTableId: string }): Promise<{ itemId: string }> {
  const { personId, organisationId } = signedIn(ctx);
  if (!organisationId) throw problem("forbidden", { because: "tables.policy.speakForABody" });
  const itemId = newId();
  const state: ItemState = item.originTableId === item.atTableId ? "raised" : "forwarded";
  await db.insert(items).values({ id: itemId, ...item, raisedByOrganisationId: organisationId, raisedByPersonId: personId, raisedAt: ctx.now, state, due: dueFrom(ctx.now) });
  await db.insert(itemSteps).values({ id: newId(), itemId, at: ctx.now, step: state, fromTableId: item.originTableId, toTableId: item.atTableId, reason: null, personId, organisationId });
  await record(db, ctx, { act: "item.raised", subject: { kind: "table", id: item.atTableId }, data: { itemId, tableId: item.atTableId, originTableId: item.originTableId } });
  return { itemId };
}

/**
 * Takes an item a step further: to another table, received, discussed, or answered. Throws `conflict` when the step does not follow from
 * where the item is, or somebody took one meanwhile.
 */
export async function moveItem(ctx: Ctx, itemId: string, form: FormData | z.input<typeof StepInput>): Promise<void> {
  const item = await findItem(ctx, itemId);
  await assertMayMove(ctx, item);
  const step = parse(StepInput, form);
  if (!mayFollow(step.step, item.state)) throw problem("conflict", { because: `tables.items.notFrom.${item.state}` });
  if (step.step === "decide" && item.kind === "conflict") throw problem("conflict", { because: "tables.items.resolvedNotAnswered" });
  if (step.step === "forward" && step.tableId === item.atTableId) throw problem("invalid", { fields: { tableId: "tables.items.sameTable" } });
  const to = step.step === "forward" ? (await findTable(ctx, step.tableId)).id : item.atTableId;
  const next: ItemState = step.step === "decide" ? step.outcome : step.step === "forward" ? "forwarded" : step.step === "receive" ? "received" : "discussed";
  await ctx.db.tx((db) => takeStep(db, ctx, item, { next, toTableId: to, reason: step.reason ?? null }));
}

/** The step itself, inside a transaction whose caller has checked who may. */
export async function takeStep(db: Db, ctx: Ctx, item: Pick<Item, "id" | "state" | "atTableId" | "due" | "originTableId">, { next, toTableId, reason }: { next: ItemState; toTableId: string | null; reason: string | null }): Promise<void> {
  const { personId, organisationId } = signedIn(ctx);
  const moved = await db
    .update(items)
    .set({ state: next, atTableId: toTableId, due: next === "forwarded" || next === "reopened" ? dueFrom(ctx.now) : item.due })
    .where(and(eq(items.id, item.id), eq(items.state, item.state)))
    .returning({ id: items.id });
  if (moved.length === 0) throw problem("conflict", { because: "tables.items.movedMeanwhile" });
  await db.insert(itemSteps).values({ id: newId(), itemId: item.id, at: ctx.now, step: next, fromTableId: item.atTableId, toTableId, reason, personId, organisationId });
  await record(db, ctx, { act: `item.${next}`, subject: { kind: "table", id: toTableId ?? item.originTableId ?? item.id }, data: { itemId: item.id, tableId: toTableId, originTableId: item.originTableId } });
}

async function assertMayMove(ctx: Ctx, item: Item): Promise<void> {
  const table = item.at;
  if (!table) throw problem("conflict", { because: `tables.items.notFrom.${item.state}` });
  enforce(mayMove(ctx.actor, table, await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now)));
}
