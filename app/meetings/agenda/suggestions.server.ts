// SPDX-License-Identifier: AGPL-3.0-or-later
import { unansweredIn } from "~/documents/index.server";
import { openItemsAt } from "~/tables/index.server";
import type { AgendaSource } from "~/web/agenda-source";
import type { Ctx } from "~/web/context";
import { paths } from "~/web/paths";
import { formatShortDate } from "~/web/time";
import { lastDay } from "../commitments/find-commitments.server";
import { commitmentsForAgenda } from "../commitments/remind-commitments.server";
import type { Suggestion } from "./agenda";
import { lackingOn, usualPointsOf } from "./usual-points.server";
import { agendaRows } from "./read-agenda.server";

/** Minutes that a suggested point takes, until the convenor says otherwise. */
const MINUTES = 15;

/**
 * What would be worth a point on the agenda of a meeting and is not there yet: what the table's agendas usually open with, items that the table has to answer, documents of the table with
 * suggestions or observations without an answer, and what the other domains hand in (`sources`): commitments overdue, actions that stand still.
 */
export async function suggestionsFor(ctx: Ctx, meetingId: string, table: { id: string; slug: string }, sources: readonly AgendaSource[]): Promise<Suggestion[]> {
  const handed = (await Promise.all(sources.map((source) => source(ctx, table)))).flat();
  const rows = await agendaRows(ctx.db.read, meetingId);
  const all: Suggestion[] = [
    ...lackingOn(rows, await usualPointsOf(ctx, table)),
    ...handed.map((hint): Suggestion => ({ ...hint, agendaKind: hint.kind === "commitment" ? "commitments" : "discussion", minutes: MINUTES })),
    ...(await commitmentsToCheck(ctx, table)),
    ...(await itemsToAnswer(ctx, table.id)),
    ...(await documentsToAnswer(ctx, table.id)),
  ];
  const there = new Set(rows.map(({ sourceKind, sourceId }) => `${sourceKind} ${sourceId}`));
  // the point on commitments brings them all: one that is late may still be worth a point of its own
  const gathered = rows.some(({ kind, sourceKind }) => kind === "commitments" && sourceKind !== "commitment");
  return all.filter(({ kind, id, says }) => !there.has(`${kind} ${id}`) && !(gathered && kind === "commitment" && says === "meetings.suggest.commitment"));
}

async function commitmentsToCheck(ctx: Ctx, table: { id: string; slug: string }): Promise<Suggestion[]> {
  return (await commitmentsForAgenda(ctx, table.id)).map(({ id, what, body, due, overdue }) => ({
    kind: "commitment",
    id,
    title: what,
    says: overdue ? "meetings.suggest.commitmentLate" : "meetings.suggest.commitment",
    values: { body, due: lastDay(ctx, due) },
    to: paths.commitment(table.slug, id),
    agendaKind: "commitments",
    minutes: MINUTES,
  }));
}

async function itemsToAnswer(ctx: Ctx, tableId: string): Promise<Suggestion[]> {
  return (await openItemsAt(ctx, tableId)).map(({ id, title, raisedBy, raisedByOrganisationId, origin, due }) => ({
    kind: "item",
    id,
    title,
    says: due && due <= ctx.now ? "meetings.suggest.itemOverdue" : origin && origin.id !== tableId ? "meetings.suggest.itemFromTable" : "meetings.suggest.item",
    values: { body: raisedBy.name, table: origin?.name ?? "", due: due ? formatShortDate(due, ctx.locale) : "—" },
    to: paths.item(id),
    agendaKind: "discussion",
    minutes: MINUTES,
    itemId: id,
    proposerOrganisationId: raisedByOrganisationId,
  }));
}

async function documentsToAnswer(ctx: Ctx, tableId: string): Promise<Suggestion[]> {
  return (await unansweredIn(ctx, tableId)).map(({ documentId, title, count }) => ({
    kind: "document",
    id: documentId,
    title,
    says: "meetings.suggest.document",
    values: { count },
    to: paths.document(documentId, "suggerimenti"),
    agendaKind: "discussion",
    minutes: MINUTES,
    documentId,
  }));
}
