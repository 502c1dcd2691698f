// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, sql } from "drizzle-orm";
import type { z } from "zod";
import { findDocument } from "~/documents/index.server";
import { record } from "~/journal/index.server";
import type { Ctx } from "~/web/context";
import { parse } from "~/web/forms";
import { enforce } from "~/web/policy";
import { problem } from "~/web/problem";
import type { Db } from "~db/client.server";
import { agendaPapers } from "~db/meetings/papers";
import { agendaItems, meetings } from "~db/meetings/schema";
import { type FoundMeeting, findMeeting } from "../find-meeting.server";
import { stateOf } from "../meeting";
import { convene } from "../policy";
import { AgendaInput, moved, type Suggestion } from "./agenda";
import { appendPoint, writeOrder } from "./append-point.server";
import { agendaRows } from "./read-agenda.server";
import { openWithUsual } from "./usual-points.server";

/** The meeting, when the actor may compose its agenda and it has not begun: afterwards what was on it is what was on it. */
export async function composable(ctx: Ctx, meetingId: string): Promise<FoundMeeting> {
  const found = await findMeeting(ctx, meetingId);
  enforce(convene(ctx.actor, found.table, found.standing));
  if (!["draft", "announced", "convened"].includes(stateOf(found.meeting))) throw problem("conflict", { because: "meetings.agenda.frozen" });
  return found;
}

/** Notes that the agenda changed, in the open transaction: the act, and a revision that tells it from the one seen before. */
async function changed(db: Db, ctx: Ctx, { meeting, table }: FoundMeeting): Promise<void> {
  await db.update(meetings).set({ revision: sql`${meetings.revision} + 1`, changedAt: ctx.now }).where(eq(meetings.id, meeting.id));
  await record(db, ctx, { act: "agenda.changed", subject: { kind: "table", id: table.id }, data: { meetingId: meeting.id, tableId: table.id } });
}

/** Adds a point at the end. */
export async function addPoint(ctx: Ctx, meetingId: string, form: FormData | z.input<typeof AgendaInput>): Promise<void> {
  const found = await composable(ctx, meetingId);
  const { moreDocumentIds, ...point } = parse(AgendaInput, form);
  await assertOpenable(ctx, [point.documentId, ...moreDocumentIds]);
  await ctx.db.tx(async (db) => {
    await writePapers(db, await appendPoint(db, meetingId, point), point.documentId, moreDocumentIds);
    await changed(db, ctx, found);
  });
}

/** Who composes an agenda, or asks for a point, puts on it only what they may open themselves; `missing` otherwise. */
export async function assertOpenable(ctx: Ctx, documentIds: (string | null)[]): Promise<void> {
  for (const id of documentIds) if (id) await findDocument(ctx, id);
}

/** What is read for a point beside its first document, in the order given; the earlier ones go. */
export async function writePapers(db: Db, agendaItemId: string, first: string | null, documentIds: string[]): Promise<void> {
  await db.delete(agendaPapers).where(eq(agendaPapers.agendaItemId, agendaItemId));
  for (const [position, documentId] of documentIds.filter((id) => id !== first).entries()) await db.insert(agendaPapers).values({ agendaItemId, documentId, position });
}

/** Begins an agenda that is empty with what the table's agendas open with (see `usualPointsOf`). Throws `conflict` when there is something on it. */
export async function beginAgenda(ctx: Ctx, meetingId: string): Promise<void> {
  const found = await composable(ctx, meetingId);
  await ctx.db.tx(async (db) => {
    if ((await agendaRows(db, meetingId)).length > 0) throw problem("conflict", { because: "meetings.agenda.alreadyThere" });
    await openWithUsual(db, ctx, meetingId, found.table);
    await changed(db, ctx, found);
  });
}

/** Puts on the agenda something that was suggested, once. */
export async function takeSuggestion(ctx: Ctx, meetingId: string, suggestion: Suggestion): Promise<void> {
  const found = await composable(ctx, meetingId);
  const { kind, id, title, agendaKind, minutes, documentId = null, itemId = null, proposerOrganisationId = null } = suggestion;
  await ctx.db.tx(async (db) => {
    if ((await agendaRows(db, meetingId)).some((row) => row.sourceKind === kind && row.sourceId === id)) throw problem("conflict", { because: "meetings.agenda.alreadyThere" });
    await appendPoint(db, meetingId, { title: title.slice(0, 200), minutes, kind: agendaKind, documentId, itemId, proposerOrganisationId, sourceKind: kind, sourceId: id });
    await changed(db, ctx, found);
  });
}

/** Rewrites a point. */
export async function editPoint(ctx: Ctx, meetingId: string, pointId: string, form: FormData | z.input<typeof AgendaInput>): Promise<void> {
  const found = await composable(ctx, meetingId);
  const { moreDocumentIds, ...point } = parse(AgendaInput, form);
  await assertOpenable(ctx, [point.documentId, ...moreDocumentIds]);
  await ctx.db.tx(async (db) => {
    const done = await db.update(agendaItems).set(point).where(and(eq(agendaItems.id, pointId), eq(agendaItems.meetingId, meetingId))).returning({ id: agendaItems.id });
    if (done.length === 0) throw problem("missing");
    await writePapers(db, pointId, point.documentId, moreDocumentIds);
    await changed(db, ctx, found);
  });
}

/** Takes a point one place up or down, or off the agenda; tells whether one taken off is suggested again, so that it can come back. */
export async function movePoint(ctx: Ctx, meetingId: string, pointId: string, where: "up" | "down" | "off"): Promise<{ suggestedAgain: boolean }> {
  const found = await composable(ctx, meetingId);
  return ctx.db.tx(async (db) => {
    const rows = await agendaRows(db, meetingId);
    const index = rows.findIndex(({ id }) => id === pointId);
    if (index < 0) throw problem("missing");
    if (where === "off") await writePapers(db, pointId, null, []);
    if (where === "off") await db.delete(agendaItems).where(eq(agendaItems.id, pointId));
    const order = where === "off" ? rows.filter(({ id }) => id !== pointId) : moved(rows, index, where === "up" ? -1 : 1);
    await writeOrder(db, order);
    await changed(db, ctx, found);
    return { suggestedAgain: where === "off" && Boolean(rows[index]?.sourceKind) };
  });
}
