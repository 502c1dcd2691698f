// SPDX-License-Identifier: AGPL-3.0-or-later
import { aliasedTable, and, asc, desc, eq, inArray, isNull, lte, notInArray, or, type SQL } from "drizzle-orm";
import { can } from "~/identity";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import { problem } from "~/web/problem";
import type { Waiting } from "~/web/waiting";
import { one } from "~db/client.server";
import { organisations } from "~db/registry/schema";
import { itemSteps, items, seats, workingTables } from "~db/tables/schema";
import { validAt } from "../standing.server";
import { endings, type ItemState } from "./item";

const origin = aliasedTable(workingTables, "origin_table");
const holder = aliasedTable(workingTables, "holder_table");

type TableName = { id: string; slug: string; name: string; ownerOrganisationId: string | null; sensitive: boolean; closedAt: Date | null };
export type Item = Omit<typeof items.$inferSelect, "state"> & { state: ItemState; raisedBy: { name: string; slug: string }; origin: TableName | null; at: TableName | null };

/**
 * Which items the viewer may know of: those of the tables where their body sits (where they were raised, where they are, through which they
 * passed), those their body raised; all of them for an office that manages tables and for administrators.
 */
async function scope(ctx: Pick<Ctx, "db" | "actor" | "now">): Promise<SQL | undefined | null> {
  const { actor } = ctx;
  if (!actor) return null;
  if (actor.administrator || can(actor, "manage_tables")) return undefined;
  if (!actor.organisationId) return null;
  const own = ctx.db.read.select({ id: seats.tableId }).from(seats).where(and(eq(seats.organisationId, actor.organisationId), validAt(seats, ctx.now)));
  const passed = ctx.db.read.select({ id: itemSteps.itemId }).from(itemSteps).where(or(inArray(itemSteps.fromTableId, own), inArray(itemSteps.toTableId, own)));
  return or(eq(items.raisedByOrganisationId, actor.organisationId), inArray(items.originTableId, own), inArray(items.atTableId, own), inArray(items.id, passed));
}

const facts = (table: typeof origin) => ({ id: table.id, slug: table.slug, name: table.name, ownerOrganisationId: table.ownerOrganisationId, sensitive: table.sensitive, closedAt: table.closedAt });

async function select(ctx: Pick<Ctx, "db" | "actor" | "now">, condition: SQL | undefined, newest = true): Promise<Item[]> {
  const within = await scope(ctx);
  if (within === null) return [];
  const rows = await ctx.db.read
    .select({ item: items, raisedBy: { name: organisations.name, slug: organisations.slug }, origin: facts(origin), at: facts(holder) })
    .from(items)
    .innerJoin(organisations, eq(organisations.id, items.raisedByOrganisationId))
    .leftJoin(origin, eq(origin.id, items.originTableId))
    .leftJoin(holder, eq(holder.id, items.atTableId))
    .where(and(condition, within))
    .orderBy(newest ? desc(items.raisedAt) : asc(items.due))
    .limit(200);
  return rows.map(({ item, raisedBy, origin: from, at }) => ({ ...item, state: item.state as ItemState, raisedBy, origin: from?.id ? from : null, at: at?.id ? at : null }));
}

/** An item within the viewer's sight; `missing` otherwise. */
export async function findItem(ctx: Pick<Ctx, "db" | "actor" | "now">, id: string): Promise<Item> {
  const found = one(await select(ctx, eq(items.id, id)));
  if (!found) throw problem("missing");
  return found;
}

export type ItemFilter = "all" | "open" | "overdue" | "ended";

const byFilter = (filter: ItemFilter, now: Date): SQL | undefined => {
  const ended = [...endings];
  if (filter === "open") return notInArray(items.state, ended);
  if (filter === "overdue") return and(notInArray(items.state, ended), lte(items.due, now));
  if (filter === "ended") return inArray(items.state, ended);
  return undefined;
};

/** Items within the viewer's sight, newest first. */
export function listItems(ctx: Pick<Ctx, "db" | "actor" | "now">, filter: ItemFilter): Promise<Item[]> {
  return select(ctx, byFilter(filter, ctx.now));
}

/** The items of a table: raised there, or there now, or passed through it. */
export function itemsOfTable(ctx: Pick<Ctx, "db" | "actor" | "now">, tableId: string, filter: ItemFilter): Promise<Item[]> {
  const passed = ctx.db.read.select({ id: itemSteps.itemId }).from(itemSteps).where(or(eq(itemSteps.fromTableId, tableId), eq(itemSteps.toTableId, tableId)));
  return select(ctx, and(or(eq(items.originTableId, tableId), eq(items.atTableId, tableId), inArray(items.id, passed)), byFilter(filter, ctx.now)));
}

/** What a table has still to answer, nearest term first: it belongs on its next agenda. */
export function openItemsAt(ctx: Pick<Ctx, "db" | "actor" | "now">, tableId: string): Promise<Item[]> {
  return select(ctx, and(eq(items.atTableId, tableId), byFilter("open", ctx.now)), false);
}

/** The items that a body raised, newest first, with what became of them. For the body itself. */
export function itemsRaisedBy(ctx: Pick<Ctx, "db" | "actor" | "now">, organisationId: string): Promise<Item[]> {
  return select(ctx, eq(items.raisedByOrganisationId, organisationId));
}

/** The steps of an item, oldest first. The caller has found the item. */
export async function stepsOf(ctx: Pick<Ctx, "db">, itemId: string) {
  const from = aliasedTable(workingTables, "step_from");
  const to = aliasedTable(workingTables, "step_to");
  return ctx.db.read
    .select({ id: itemSteps.id, at: itemSteps.at, step: itemSteps.step, reason: itemSteps.reason, by: organisations.name, from: from.name, to: to.name })
    .from(itemSteps)
    .leftJoin(organisations, eq(organisations.id, itemSteps.organisationId))
    .leftJoin(from, eq(from.id, itemSteps.fromTableId))
    .leftJoin(to, eq(to.id, itemSteps.toTableId))
    .where(eq(itemSteps.itemId, itemId))
    .orderBy(asc(itemSteps.at), asc(itemSteps.id));
}

/** Items to be received or answered at the tables that the viewer coordinates, and answers to what their body raised in the last month. */
export async function itemsWaiting(ctx: Ctx): Promise<Waiting[]> {
  const { actor, now } = ctx;
  if (!actor?.organisationId) return [];
  const coordinated = ctx.db.read
    .select({ id: seats.tableId })
    .from(seats)
    .where(and(eq(seats.organisationId, actor.organisationId), inArray(seats.role, ["coordinator", "secretary"]), validAt(seats, now)));
  const held = await select(ctx, and(inArray(items.atTableId, coordinated), notInArray(items.state, [...endings, "raised"])), false);
  return held.map((item) => ({
    id: `item-${item.id}`,
    says: item.state === "forwarded" ? "tables.items.waiting.receive" : item.kind === "conflict" ? "tables.items.waiting.resolve" : "tables.items.waiting.answer",
    values: { title: item.title, table: item.at?.name ?? "" },
    to: item.kind === "conflict" ? paths.conflict(item.id) : paths.item(item.id),
    due: item.due,
  }));
}

/** Conditions that keep closed tables out of a choice. */
export const openTables = isNull(workingTables.closedAt);
