// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, inArray } from "drizzle-orm";
import { z } from "zod";
import { slugOf } from "~/registry";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { toRomeDay } from "~/web/time";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { mandates, reorganisations, seats, tableRelations, workingTables } from "~db/tables/schema";
import { freeSlug } from "../create-table.server";
import type { TableLevel } from "../levels";
import { orderTables } from "../policy";
import { type SeatRole, validAt } from "../standing.server";
import { type Move, touched } from "./moves";
import { findProposal } from "./proposals.server";

const ApprovalInput = z.object({ act: z.string().trim().min(5, "tables.reorganisation.actNeeded").max(300, "web.field.tooLong") });

type Approval = { ctx: Ctx; db: Db; act: string };

/**
 * Approves a proposal with an act: every move happens now, in one transaction. Seats and mandates pass to the new tables as they are; closed
 * tables stay readable, and say what became of them. Throws `conflict` when a table of the proposal was closed meanwhile.
 */
export async function approveProposal(ctx: Ctx, id: string, form: FormData | z.input<typeof ApprovalInput>): Promise<void> {
  enforce(orderTables(ctx.actor));
  const { act } = parse(ApprovalInput, form);
  await ctx.db.tx(async (db) => {
    const proposal = await findProposal(ctx, id, db);
    if (proposal.state !== "open") throw problem("conflict", { because: "tables.reorganisation.notOpen" });
    const tables = await db.select().from(workingTables).where(inArray(workingTables.id, proposal.moves.flatMap(touched)));
    if (tables.some(({ closedAt }) => closedAt !== null)) throw problem("conflict", { because: "tables.reorganisation.closedMeanwhile" });
    for (const move of proposal.moves) await make({ ctx, db, act }, move, tables);
    await db.update(reorganisations).set({ state: "approved", act, approvedAt: ctx.now }).where(eq(reorganisations.id, id));
    await record(db, ctx, { act: "reorganisation.approved", subject: { kind: "reorganisation", id }, data: { by: act, moves: proposal.moves.length } });
  });
}

type Table = typeof workingTables.$inferSelect;

async function make(approval: Approval, move: Move, tables: Table[]): Promise<void> {
  const of = (tableId: string) => tables.find((table) => table.id === tableId) as Table;
  switch (move.kind) {
    case "merge": {
      const from = move.tableIds.map(of);
      const merged = await found(approval, from, { name: move.name, object: move.object, level: move.level });
      for (const table of from) await closeInto(approval, table, move.reason, [{ id: merged, kind: "merged_into" }]);
      return;
    }
    case "split": {
      const table = of(move.tableId);
      const halves = [];
      for (const [name, object] of [[move.first, move.firstObject], [move.second, move.secondObject]] as const) halves.push(await found(approval, [table], { name, object, level: table.level }));
      return closeInto(approval, table, move.reason, halves.map((id) => ({ id, kind: "split_into" as const })));
    }
    case "formalise":
      return formalise(approval, of(move.tableId));
    case "link":
      return relate(approval, move.tableId, move.toTableId, move.relation, move.reason);
    case "close":
      return closeInto(approval, of(move.tableId), move.reason, []);
  }
}

/** A new table from old ones: their areas, pillars and bodies, each with its strongest role and the people who speak for it. */
async function found({ ctx, db, act }: Approval, from: Table[], { name, object, level }: { name: string; object: string; level: TableLevel }): Promise<string> {
  const id = newId();
  const union = (lists: string[][]) => [...new Set(lists.flat())].sort();
  const [first] = from as [Table];
  await db.insert(workingTables).values({
    id,
    slug: await freeSlug(db, slugOf(name)),
    name,
    level,
    object,
    participants: first.participants,
    criteria: first.criteria,
    periodicity: first.periodicity,
    method: first.method,
    statusSources: [{ status: "formal", source: act, act, date: toRomeDay(ctx.now) }],
    planAreas: union(from.map(({ planAreas }) => planAreas)),
    pillars: union(from.map(({ pillars }) => pillars)),
    sensitive: from.some(({ sensitive }) => sensitive),
    ownerOrganisationId: first.ownerOrganisationId,
    createdAt: ctx.now,
  });
  await record(db, ctx, { act: "table.created", subject: { kind: "table", id }, data: { tableId: id, level, from: from.map((table) => table.id) } });
  await passSeats({ ctx, db, act }, from.map((table) => table.id), id);
  return id;
}

const strength: Record<SeatRole, number> = { coordinator: 3, secretary: 2, member: 1, observer: 0 };

async function passSeats({ ctx, db, act }: Approval, fromIds: string[], toId: string): Promise<void> {
  const sitting = await db.select().from(seats).where(and(inArray(seats.tableId, fromIds), validAt(seats, ctx.now)));
  const spoken = await db.select().from(mandates).where(and(inArray(mandates.seatId, sitting.map(({ id }) => id)), validAt(mandates, ctx.now)));
  const bodies = new Map<string, (typeof sitting)[number][]>();
  for (const seat of sitting) bodies.set(seat.organisationId, [...(bodies.get(seat.organisationId) ?? []), seat]);
  for (const [organisationId, own] of bodies) {
    const role = own.reduce<SeatRole>((best, seat) => (strength[seat.role] > strength[best] ? seat.role : best), "observer");
    const seatId = newId();
    await db.insert(seats).values({ id: seatId, tableId: toId, organisationId, role, basis: act, validFrom: ctx.now, validTo: null });
    await record(db, ctx, { act: "seat.granted", subject: { kind: "table", id: toId }, data: { tableId: toId, seatId, organisationId, role, validFrom: ctx.now, validTo: null } });
    const people = new Set<string>();
    const voices = spoken.filter((mandate) => own.some(({ id }) => id === mandate.seatId)).sort((a, b) => Number(b.capacity === "titular") - Number(a.capacity === "titular"));
    for (const { affiliationId, capacity, validTo, evidence } of voices) {
      if (people.has(affiliationId)) continue;
      // two titular persons of one body become a titular and a deputy
      const titular = capacity === "titular" && people.size === 0;
      people.add(affiliationId);
      const mandateId = newId();
      await db.insert(mandates).values({ id: mandateId, seatId, affiliationId, capacity: titular ? "titular" : "deputy", validFrom: ctx.now, validTo, evidence: evidence ?? act });
      await record(db, ctx, { act: "mandate.given", subject: { kind: "table", id: toId }, data: { tableId: toId, seatId, mandateId, organisationId, affiliationId } });
    }
  }
}

async function closeInto(approval: Approval, table: Table, reason: string, into: { id: string; kind: "merged_into" | "split_into" }[]): Promise<void> {
  const { ctx, db, act } = approval;
  const ended = await db.update(seats).set({ validTo: ctx.now, endedReason: act }).where(and(eq(seats.tableId, table.id), validAt(seats, ctx.now))).returning({ id: seats.id, organisationId: seats.organisationId });
  for (const seat of ended) await record(db, ctx, { act: "seat.ended", subject: { kind: "table", id: table.id }, data: { tableId: table.id, seatId: seat.id, organisationId: seat.organisationId, validTo: ctx.now } });
  await db.update(workingTables).set({ closedAt: ctx.now }).where(eq(workingTables.id, table.id));
  for (const { id, kind } of into) await relate(approval, table.id, id, kind, reason);
  await record(db, ctx, { act: "table.closed", subject: { kind: "table", id: table.id }, data: { tableId: table.id, into: into.map(({ id }) => id), by: act } });
}

async function formalise({ ctx, db, act }: Approval, table: Table): Promise<void> {
  const current = one(await db.select().from(workingTables).where(eq(workingTables.id, table.id))) ?? table;
  const statusSources = [...current.statusSources, { status: "formal" as const, source: act, act, date: toRomeDay(ctx.now) }];
  await db.update(workingTables).set({ statusSources, statusResolution: { status: "formal", reason: act, at: ctx.now.toISOString(), organisationId: ctx.actor?.organisationId ?? null } }).where(eq(workingTables.id, table.id));
  await record(db, ctx, { act: "table.formalised", subject: { kind: "table", id: table.id }, data: { tableId: table.id, by: act } });
}

async function relate({ ctx, db }: Approval, fromTableId: string, toTableId: string, kind: typeof tableRelations.$inferInsert.kind, reason: string): Promise<void> {
  await db.insert(tableRelations).values({ id: newId(), fromTableId, toTableId, kind, reason, validFrom: ctx.now });
}
