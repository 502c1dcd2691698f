// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, desc, eq, gt, lte, ne, type SQL } from "drizzle-orm";
import { findTable, standingAt, type WorkingTable } from "~/tables/index.server";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { formatShortDate } from "~/web/time";
import { one } from "~db/client.server";
import { commitments, commitmentSteps } from "~db/meetings/commitments";
import { meetings } from "~db/meetings/schema";
import { organisations } from "~db/registry/schema";
import { type CommitmentFilter, isOverdue } from "./commitment";
import { readRecord } from "./policy";

export type Commitment = typeof commitments.$inferSelect & { body: { name: string; slug: string }; meeting: { id: string; title: string; startsAt: Date } | null };
type Reader = Pick<Ctx, "db" | "actor" | "now">;

/** The table and how the viewer stands there, for who may read its record; `missing` for the others. */
export async function tableOfRecord(ctx: Reader, slugOrId: string) {
  const table = await findTable(ctx, slugOrId);
  const standing = await standingAt(ctx.db.read, ctx.actor, table.id, ctx.now);
  if (!readRecord(ctx.actor, table, standing).ok) throw problem("missing");
  return { table, standing };
}

function select(ctx: Pick<Ctx, "db">, condition: SQL | undefined, ...order: SQL[]) {
  return ctx.db.read
    .select({ commitment: commitments, body: { name: organisations.name, slug: organisations.slug }, meeting: { id: meetings.id, title: meetings.title, startsAt: meetings.startsAt } })
    .from(commitments)
    .innerJoin(organisations, eq(organisations.id, commitments.organisationId))
    .leftJoin(meetings, eq(meetings.id, commitments.meetingId))
    .where(condition)
    .orderBy(...order, asc(commitments.id))
    .limit(300)
    .then((rows) => rows.map(({ commitment, body, meeting }): Commitment => ({ ...commitment, body, meeting: meeting?.id ? meeting : null })));
}

const byFilter = (filter: CommitmentFilter, now: Date): SQL | undefined => {
  if (filter === "open") return eq(commitments.state, "open");
  if (filter === "overdue") return and(eq(commitments.state, "open"), lte(commitments.due, now));
  return filter === "closed" ? ne(commitments.state, "open") : undefined;
};

/** The ledger of a table's commitments, those due first at the top (closed ones: the last taken first); the caller has asked `tableOfRecord`. */
export function commitmentsOf(ctx: Reader, table: Pick<WorkingTable, "id">, filter: CommitmentFilter): Promise<Commitment[]> {
  const order = filter === "open" || filter === "overdue" ? asc(commitments.due) : desc(commitments.takenAt);
  return select(ctx, and(eq(commitments.tableId, table.id), byFilter(filter, ctx.now)), order);
}

/** What was taken on in a session, in the order of recording. The caller may read the session. */
export function commitmentsOfMeeting(ctx: Pick<Ctx, "db">, meetingId: string): Promise<Commitment[]> {
  return select(ctx, eq(commitments.meetingId, meetingId), asc(commitments.takenAt));
}

/** What a table has still open at an instant, nearest term first: it belongs at the top of its next agenda. Asks nobody's permission. */
export function openCommitmentsOf(ctx: Pick<Ctx, "db">, tableId: string): Promise<Commitment[]> {
  return select(ctx, and(eq(commitments.tableId, tableId), eq(commitments.state, "open")), asc(commitments.due));
}

/** Open commitments of a body, or everywhere, that end before an instant and after another. */
export function commitmentsDue(ctx: Pick<Ctx, "db">, { organisationId, after, before }: { organisationId?: string; after?: Date; before: Date }): Promise<Commitment[]> {
  const ofBody = organisationId ? eq(commitments.organisationId, organisationId) : undefined;
  return select(ctx, and(eq(commitments.state, "open"), ofBody, lte(commitments.due, before), after ? gt(commitments.due, after) : undefined), asc(commitments.due));
}

/** A commitment with its table, for who may read the table's record; `missing` otherwise. */
export async function findCommitment(ctx: Reader, id: string) {
  const found = one(await select(ctx, eq(commitments.id, id)));
  if (!found) throw problem("missing");
  return { commitment: found, ...(await tableOfRecord(ctx, found.tableId)) };
}

/** The steps of a commitment, oldest first. The caller has found the commitment. */
export async function stepsOfCommitment(ctx: Pick<Ctx, "db">, commitmentId: string) {
  return ctx.db.read
    .select({ id: commitmentSteps.id, at: commitmentSteps.at, step: commitmentSteps.step, note: commitmentSteps.note, due: commitmentSteps.due, by: organisations.name })
    .from(commitmentSteps)
    .leftJoin(organisations, eq(organisations.id, commitmentSteps.organisationId))
    .where(eq(commitmentSteps.commitmentId, commitmentId))
    .orderBy(asc(commitmentSteps.at), asc(commitmentSteps.id));
}

/** A commitment as lists show it; the day is its last one, in the reader's language. */
export function viewCommitment(ctx: Pick<Ctx, "locale" | "now">, commitment: Commitment) {
  const { id, what, body, state, due, meeting, takenAt } = commitment;
  return {
    id, what, body, state,
    due: lastDay(ctx, due),
    overdue: isOverdue(commitment, ctx.now),
    taken: formatShortDate(takenAt, ctx.locale),
    meeting: meeting && { id: meeting.id, title: meeting.title, day: formatShortDate(meeting.startsAt, ctx.locale) },
  };
}
export type CommitmentView = ReturnType<typeof viewCommitment>;

/** The last day of a term that ends before an instant, as people say it. */
export function lastDay(ctx: Pick<Ctx, "locale">, due: Date): string {
  return formatShortDate(new Date(due.getTime() - 1), ctx.locale);
}

/** What a table has open, as its page shows it; null for who may not read the table's record. */
export async function openCommitmentsShown(ctx: Reader & Pick<Ctx, "locale">, tableId: string): Promise<CommitmentView[] | null> {
  const found = await tableOfRecord(ctx, tableId).catch(() => null);
  return found && (await commitmentsOf(ctx, found.table, "open")).map((commitment) => viewCommitment(ctx, commitment));
}
