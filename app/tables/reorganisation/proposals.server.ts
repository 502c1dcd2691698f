// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, desc, eq, ne } from "drizzle-orm";
import { z } from "zod";
import { can } from "~/identity";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { parseRomeDay } from "~/web/time";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { organisations } from "~db/registry/schema";
import { reorganisationComments, reorganisations, seats } from "~db/tables/schema";
import { listTables } from "../list-tables.server";
import { commentReorganisation, orderTables } from "../policy";
import { validAt } from "../standing.server";
import { type Before, clash, Move, touched } from "./moves";

export type Proposal = Omit<typeof reorganisations.$inferSelect, "moves"> & { moves: Move[] };

const told = (row: typeof reorganisations.$inferSelect): Proposal => ({ ...row, moves: row.moves as unknown as Move[] });

/** The proposals the viewer may know of: drafts for who orders the tables, the others for everybody. Newest first. */
export async function listProposals(ctx: Pick<Ctx, "db" | "actor">): Promise<Proposal[]> {
  const rows = await ctx.db.read.select().from(reorganisations).where(orderTables(ctx.actor).ok ? undefined : ne(reorganisations.state, "draft")).orderBy(desc(reorganisations.createdAt));
  return rows.map(told);
}

/** A proposal; `missing` for whoever may not know of it. */
export async function findProposal(ctx: Pick<Ctx, "db" | "actor">, id: string, db: Db = ctx.db.read): Promise<Proposal> {
  const found = one(await db.select().from(reorganisations).where(eq(reorganisations.id, id)));
  if (!found || (found.state === "draft" && !orderTables(ctx.actor).ok)) throw problem("missing");
  return told(found);
}

/** The open tables of today, as the moves need them. */
export async function tablesBefore(ctx: Pick<Ctx, "db" | "now">): Promise<Before[]> {
  const seated = await ctx.db.read.selectDistinct({ tableId: seats.tableId, organisationId: seats.organisationId }).from(seats).where(validAt(seats, ctx.now));
  return (await listTables(ctx)).map(({ id, name, level, statusSources }) => ({
    id,
    name,
    level,
    memberIds: seated.filter(({ tableId }) => tableId === id).map(({ organisationId }) => organisationId),
    formal: statusSources.some(({ status }) => status === "formal"),
  }));
}

const ProposalInput = z.object({ title: z.string().trim().min(5, "web.field.required").max(160, "web.field.tooLong"), reason: z.string().trim().min(10, "tables.reorganisation.reasonNeeded").max(4000, "web.field.tooLong") });

/** Begins a proposal, as a draft without moves. */
export async function beginProposal(ctx: Ctx, form: FormData | z.input<typeof ProposalInput>): Promise<{ id: string }> {
  enforce(orderTables(ctx.actor));
  const fields = parse(ProposalInput, form);
  const id = newId();
  await ctx.db.tx(async (db) => {
    await db.insert(reorganisations).values({ id, ...fields, state: "draft", moves: [], revision: 0, createdAt: ctx.now, byOrganisationId: ctx.actor?.organisationId ?? null });
    await record(db, ctx, { act: "reorganisation.begun", subject: { kind: "reorganisation", id } });
  });
  return { id };
}

/** Adds a move to a draft. One that rests on a table another move takes away is refused on the field that names it. */
export async function addMove(ctx: Ctx, id: string, form: FormData | z.input<typeof Move>): Promise<void> {
  const move = parse(Move, form);
  await changeMoves(ctx, id, async (moves) => {
    const known = new Set((await listTables(ctx)).map((table) => table.id));
    const field = move.kind === "merge" ? "tableIds" : "tableId";
    if (touched(move).some((tableId) => !known.has(tableId))) throw problem("invalid", { fields: { [field]: "tables.items.chooseTable" } });
    const because = clash(moves, move);
    if (because) throw problem("invalid", { fields: { [field]: because } });
    return [...moves, move];
  });
}

/** Takes a move out of a draft, by its place. */
export async function removeMove(ctx: Ctx, id: string, index: number): Promise<void> {
  await changeMoves(ctx, id, async (moves) => moves.filter((_, i) => i !== index));
}

async function changeMoves(ctx: Ctx, id: string, change: (moves: Move[]) => Promise<Move[]>): Promise<void> {
  enforce(orderTables(ctx.actor));
  await ctx.db.tx(async (db) => {
    const proposal = await findProposal(ctx, id, db);
    if (proposal.state !== "draft") throw problem("conflict", { because: "tables.reorganisation.notDraft" });
    const moves = await change(proposal.moves);
    await db.update(reorganisations).set({ moves: moves as unknown as Record<string, unknown>[], revision: proposal.revision + 1 }).where(eq(reorganisations.id, id));
  });
}

const OpenInput = z.object({
  commentsUntil: z.string().transform((day, issue) => {
    const at = parseRomeDay(day);
    if (!at) issue.addIssue({ code: "custom", message: "tables.reorganisation.dateNeeded" });
    return at ?? new Date(0);
  }),
});

/** Opens a draft to the comments of the bodies at the tables. From then on its moves stay as they are. */
export async function openProposal(ctx: Ctx, id: string, form: FormData | z.input<typeof OpenInput>): Promise<void> {
  enforce(orderTables(ctx.actor));
  const { commentsUntil } = parse(OpenInput, form);
  if (commentsUntil <= ctx.now) throw problem("invalid", { fields: { commentsUntil: "tables.reorganisation.dateAhead" } });
  await ctx.db.tx(async (db) => {
    const proposal = await findProposal(ctx, id, db);
    if (proposal.state !== "draft") throw problem("conflict", { because: "tables.reorganisation.notDraft" });
    if (proposal.moves.length === 0) throw problem("conflict", { because: "tables.reorganisation.noMoves" });
    await db.update(reorganisations).set({ state: "open", commentsUntil }).where(eq(reorganisations.id, id));
    await record(db, ctx, { act: "reorganisation.opened", subject: { kind: "reorganisation", id }, data: { commentsUntil, moves: proposal.moves.length } });
  });
}

/** Withdraws a proposal that was not approved. */
export async function withdrawProposal(ctx: Ctx, id: string): Promise<void> {
  enforce(orderTables(ctx.actor));
  await ctx.db.tx(async (db) => {
    const proposal = await findProposal(ctx, id, db);
    if (proposal.state === "approved" || proposal.state === "withdrawn") throw problem("conflict", { because: "tables.reorganisation.ended" });
    await db.update(reorganisations).set({ state: "withdrawn" }).where(eq(reorganisations.id, id));
    await record(db, ctx, { act: "reorganisation.withdrawn", subject: { kind: "reorganisation", id } });
  });
}

const CommentInput = z.object({ text: z.string().trim().min(5, "tables.reorganisation.commentNeeded").max(4000, "web.field.tooLong") });

/** A comment in the name of a body that sits at a table, while the proposal is open. */
export async function comment(ctx: Ctx, id: string, form: FormData | z.input<typeof CommentInput>): Promise<void> {
  const actor = signedIn(ctx);
  const proposal = await findProposal(ctx, id);
  const sits = await sitsSomewhere(ctx);
  enforce(commentReorganisation(actor, { open: proposal.state === "open" && (proposal.commentsUntil ?? ctx.now) > ctx.now, sits }));
  const { text } = parse(CommentInput, form);
  await ctx.db.tx(async (db) => {
    await db.insert(reorganisationComments).values({ id: newId(), reorganisationId: id, organisationId: actor.organisationId as string, personId: actor.personId, text, at: ctx.now });
    await record(db, ctx, { act: "reorganisation.commented", subject: { kind: "reorganisation", id } });
  });
}

/** Whether the viewer's body sits at some table today and the viewer may speak for it. */
export async function sitsSomewhere(ctx: Pick<Ctx, "db" | "actor" | "now">): Promise<boolean> {
  const { actor } = ctx;
  if (!actor?.organisationId || !can(actor, "speak")) return false;
  const rows = await ctx.db.read.select({ id: seats.id }).from(seats).where(and(eq(seats.organisationId, actor.organisationId), validAt(seats, ctx.now))).limit(1);
  return rows.length > 0;
}

/** The comments on a proposal, oldest first. The caller has found the proposal. */
export async function commentsOn(ctx: Pick<Ctx, "db">, id: string) {
  return ctx.db.read
    .select({ id: reorganisationComments.id, text: reorganisationComments.text, at: reorganisationComments.at, body: organisations.name, slug: organisations.slug })
    .from(reorganisationComments)
    .innerJoin(organisations, eq(organisations.id, reorganisationComments.organisationId))
    .where(eq(reorganisationComments.reorganisationId, id))
    .orderBy(asc(reorganisationComments.at));
}
