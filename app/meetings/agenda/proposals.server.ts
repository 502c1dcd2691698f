// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, isNull } from "drizzle-orm";
import type { z } from "zod";
import { record } from "~/journal/index.server";
import { organisationsByIds } from "~/registry/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { signedIn } from "~/web/guard.server";
import { absolute, enqueueLetter, letterFrom } from "~/web/letters.server";
import { paths } from "~/web/paths";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import { formatDate } from "~/web/time";
import { translate } from "~/web/translate.server";
import { type Db, one } from "~db/client.server";
import { newId } from "~db/id";
import { persons } from "~db/identity/schema";
import { proposalPapers } from "~db/meetings/papers";
import { agendaProposals } from "~db/meetings/schema";
import { findMeeting, type MeetingRow, type TableRow } from "../find-meeting.server";
import { stateOf } from "../meeting";
import { propose } from "../policy";
import { AnswerInput, ProposalInput } from "./agenda";
import { openable } from "./read-agenda.server";
import { appendPoint } from "./append-point.server";
import { assertOpenable, composable, writePapers } from "./change-agenda.server";

/** A member asks for a point on the agenda of a meeting that has not begun. */
export async function proposePoint(ctx: Ctx, meetingId: string, form: FormData | z.input<typeof ProposalInput>): Promise<{ proposalId: string }> {
  const { personId, organisationId } = signedIn(ctx);
  const { meeting, table, standing } = await findMeeting(ctx, meetingId);
  enforce(propose(ctx.actor, table, standing));
  if (!["announced", "convened"].includes(stateOf(meeting)) || !organisationId) throw problem("conflict", { because: "meetings.agenda.frozen" });
  const { moreDocumentIds, ...proposal } = parse(ProposalInput, form);
  await assertOpenable(ctx, [proposal.documentId, ...moreDocumentIds]);
  const id = newId();
  await ctx.db.tx(async (db) => {
    await db.insert(agendaProposals).values({ id, tableId: table.id, meetingId, ...proposal, organisationId, personId, proposedAt: ctx.now });
    for (const [position, documentId] of moreDocumentIds.filter((each) => each !== proposal.documentId).entries()) await db.insert(proposalPapers).values({ proposalId: id, documentId, position });
    await record(db, ctx, { act: "agenda.proposed", subject: { kind: "table", id: table.id }, data: { meetingId, tableId: table.id, proposalId: id } });
  });
  return { proposalId: id };
}

/** The convenor puts a proposed point on the agenda, or says why not. */
export async function answerProposal(ctx: Ctx, meetingId: string, proposalId: string, form: FormData | z.input<typeof AnswerInput>): Promise<void> {
  const { table, meeting } = await composable(ctx, meetingId);
  const { personId } = signedIn(ctx);
  const { outcome, reason, kind } = parse(AnswerInput, form);
  await ctx.db.tx(async (db) => {
    const proposal = one(await db.select().from(agendaProposals).where(and(eq(agendaProposals.id, proposalId), eq(agendaProposals.meetingId, meetingId))));
    if (!proposal) throw problem("missing");
    if (proposal.outcome) throw problem("conflict", { because: "meetings.agenda.answered" });
    const { title, text, minutes, documentId, organisationId } = proposal;
    const agendaItemId = outcome === "accepted" ? await appendPoint(db, meetingId, { title, text, minutes, kind, documentId, proposerOrganisationId: organisationId, sourceKind: "proposal", sourceId: proposalId }) : null;
    if (agendaItemId) await writePapers(db, agendaItemId, documentId, await papersAsked(db, proposalId));
    await db.update(agendaProposals).set({ outcome, reason, agendaItemId, answeredAt: ctx.now, answeredByPersonId: personId }).where(eq(agendaProposals.id, proposalId));
    if (outcome === "declined") await tellProposer(db, ctx, { meeting, table, proposal, reason: reason ?? "" });
    await record(db, ctx, { act: `agenda.${outcome}`, subject: { kind: "table", id: table.id }, data: { meetingId, tableId: table.id, proposalId } });
  });
}

/** What was asked to be read beside the first document, in order. */
async function papersAsked(db: Db, proposalId: string): Promise<string[]> {
  const rows = await db.select({ documentId: proposalPapers.documentId }).from(proposalPapers).where(eq(proposalPapers.proposalId, proposalId)).orderBy(asc(proposalPapers.position));
  return rows.map(({ documentId }) => documentId);
}

/** A "no" is told with its reason to who asked (that of a sensitive table only on the page, domain reference 4.2). */
async function tellProposer(db: Db, ctx: Ctx, { meeting, table, proposal, reason }: { meeting: MeetingRow; table: TableRow; proposal: typeof agendaProposals.$inferSelect; reason: string }): Promise<void> {
  const person = one(await db.select({ email: persons.email, locale: persons.locale }).from(persons).where(and(eq(persons.id, proposal.personId), isNull(persons.closedAt))));
  if (!person) return;
  const { email, locale } = person;
  const values = { table: table.sensitive ? translate(locale, "meetings.neutralTitle") : table.name, when: formatDate(meeting.startsAt, locale), title: proposal.title, reason, link: absolute(paths.meeting(meeting.id)) };
  await enqueueLetter(db, ctx, letterFrom(table.sensitive ? "meetings.letter.declinedSensitive" : "meetings.letter.declined", { to: email, locale, values }));
}

/** The body that asked takes its proposal back while it has no answer. */
export async function withdrawProposal(ctx: Ctx, meetingId: string, proposalId: string): Promise<void> {
  const { organisationId } = signedIn(ctx);
  const { table } = await findMeeting(ctx, meetingId);
  await ctx.db.tx(async (db) => {
    const done = await db
      .update(agendaProposals)
      .set({ outcome: "withdrawn", answeredAt: ctx.now })
      .where(and(eq(agendaProposals.id, proposalId), eq(agendaProposals.meetingId, meetingId), eq(agendaProposals.organisationId, organisationId ?? ""), isNull(agendaProposals.outcome)))
      .returning({ id: agendaProposals.id });
    if (done.length === 0) throw problem("missing");
    await record(db, ctx, { act: "agenda.withdrawn", subject: { kind: "table", id: table.id }, data: { meetingId, tableId: table.id, proposalId } });
  });
}

export type Proposal = typeof agendaProposals.$inferSelect & { body: string; /** What is to be read for it, as far as the viewer may open it. */ documents: { id: string; title: string }[] };

/** The proposals for a meeting that the viewer may read: all for the convenor, those of their own body for a member. */
export async function proposalsFor(ctx: Ctx, meetingId: string): Promise<Proposal[]> {
  const { convenor, inside } = await findMeeting(ctx, meetingId);
  if (!inside) return [];
  const own = convenor ? undefined : eq(agendaProposals.organisationId, ctx.actor?.organisationId ?? "");
  const rows = await ctx.db.read.select().from(agendaProposals).where(and(eq(agendaProposals.meetingId, meetingId), own)).orderBy(asc(agendaProposals.proposedAt));
  const bodies = await organisationsByIds(ctx, rows.map(({ organisationId }) => organisationId));
  return Promise.all(rows.map(async (row) => ({ ...row, body: bodies.get(row.organisationId)?.name ?? "", documents: await openable(ctx, row.documentId, await papersAsked(ctx.db.read, row.id)) })));
}
