// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, eq, inArray } from "drizzle-orm";
import { organisationsByIds } from "~/registry/index.server";
import { recentDocuments } from "~/documents/index.server";
import type { Ctx } from "~/web/context";
import { translate } from "~/web/translate.server";
import type { Db } from "~db/client.server";
import { documents } from "~db/documents/schema";
import { agendaPapers } from "~db/meetings/papers";
import { agendaItems } from "~db/meetings/schema";
import { findDocument } from "~/documents/index.server";

export type AgendaRow = typeof agendaItems.$inferSelect;
export type AgendaPoint = Pick<AgendaRow, "id" | "position" | "title" | "text" | "minutes" | "kind" | "itemId" | "proposerOrganisationId"> & {
  proposer: string | null;
  /** Its documents, the first one before the others, as far as the viewer may open them. */
  documents: { id: string; title: string }[];
};

/** The rows of a meeting's agenda in their order. The caller has found the meeting. */
export async function agendaRows(db: Db, meetingId: string): Promise<AgendaRow[]> {
  return db.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId)).orderBy(asc(agendaItems.position), asc(agendaItems.id));
}

/** The agenda of a meeting that the caller has found, as the viewer may read it: documents only where they may open them. */
export async function agendaOf(ctx: Ctx, meetingId: string): Promise<AgendaPoint[]> {
  const rows = await agendaRows(ctx.db.read, meetingId);
  const bodies = await organisationsByIds(ctx, rows.map(({ proposerOrganisationId }) => proposerOrganisationId));
  const papers = await papersOf(ctx.db.read, rows);
  const points: AgendaPoint[] = [];
  for (const { id, position, title, text, minutes, kind, itemId, proposerOrganisationId, documentId } of rows) {
    points.push({ id, position, title, text, minutes, kind, itemId, proposerOrganisationId, proposer: bodies.get(proposerOrganisationId ?? "")?.name ?? null, documents: await openable(ctx, documentId, papers.get(id)) });
  }
  return points;
}

/** Of some documents, those that the viewer may open. */
export async function openable(ctx: Ctx, first: string | null, more: string[] = []): Promise<{ id: string; title: string }[]> {
  const found: { id: string; title: string }[] = [];
  for (const id of [first, ...more]) {
    const seen = id === null ? null : await findDocument(ctx, id).catch(() => null);
    if (seen) found.push({ id: seen.document.id, title: seen.document.title });
  }
  return found;
}

/** What is read for each point beside its first document, in order. */
async function papersOf(db: Db, points: readonly Pick<AgendaRow, "id">[]): Promise<Map<string, string[]>> {
  if (points.length === 0) return new Map();
  const rows = await db.select().from(agendaPapers).where(inArray(agendaPapers.agendaItemId, points.map(({ id }) => id))).orderBy(asc(agendaPapers.position));
  const found = new Map<string, string[]>();
  for (const { agendaItemId, documentId } of rows) found.set(agendaItemId, [...(found.get(agendaItemId) ?? []), documentId]);
  return found;
}

const OFFERED = 50;

/** The documents of a table that may go with a point, as options of a field. */
export async function documentOptions(ctx: Ctx, tableId: string): Promise<{ value: string; label: string }[]> {
  return (await recentDocuments(ctx, OFFERED, { tableId })).map(({ id, title }) => ({ value: id, label: title }));
}

type WithDocuments = Pick<AgendaRow, "id" | "documentId">;

/** A document of a point, whoever looks: whether everybody may open it, and of which table it is. */
export type PointDocument = { id: string; title: string; open: boolean; tableId: string | null };

/** Everything there is to read for each point, in order, whoever asks: the caller answers for who reads it. */
export async function documentsOfPoints(db: Db, points: readonly WithDocuments[]): Promise<Map<string, PointDocument[]>> {
  const papers = await papersOf(db, points);
  const idsOf = (point: WithDocuments) => [point.documentId, ...(papers.get(point.id) ?? [])].filter((id) => id !== null);
  const wanted = [...new Set(points.flatMap(idsOf))];
  if (wanted.length === 0) return new Map();
  const { id, title, visibility, scopeKind, scopeId } = documents;
  const rows = await db.select({ id, title, visibility, scopeKind, scopeId }).from(documents).where(inArray(documents.id, wanted));
  const known = new Map(rows.map((row) => [row.id, { id: row.id, title: row.title, open: row.visibility === "public", tableId: row.scopeKind === "table" ? row.scopeId : null }]));
  return new Map(points.map((point) => [point.id, idsOf(point).flatMap((each) => known.get(each) ?? [])]));
}

/** A document by a name that says nothing of it: its reference tells it from others to whoever may open it. */
export function neutralName({ id, tableId }: Pick<PointDocument, "id" | "tableId">, at: { tableId: string }): string {
  return translate("it", `meetings.agenda.neutralDocument.${tableId === at.tableId ? "own" : "other"}`, { reference: referenceOf(id) });
}

/** What tells a document from others without saying its title. */
export const referenceOf = (documentId: string): string => documentId.replace(/-/g, "").slice(-8);

/**
 * What each point has to read, in words, for letters and paper that everybody at the table gets: titles of the table's own documents and of those
 * that everybody may open; a document of another table is not named.
 */
export async function documentTitles(db: Db, points: readonly WithDocuments[], at: { tableId: string }): Promise<Map<string, string>> {
  const found = await documentsOfPoints(db, points);
  const named = (document: PointDocument) => (document.open || document.tableId === at.tableId ? document.title : neutralName(document, at));
  return new Map([...found].map(([id, read]) => [id, read.map(named).join("; ")]));
}
