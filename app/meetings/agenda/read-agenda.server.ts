// SPDX-License-Identifier: AGPL-3.0-or-later
import { asc, eq, inArray } from "drizzle-orm";
import { organisationsByIds } from "~/registry/index.server";
import { recentDocuments } from "~/documents/index.server";
import type { Ctx } from "~/web/context";
import type { Db } from "~db/client.server";
import { documents } from "~db/documents/schema";
import { agendaItems } from "~db/meetings/schema";
import { findDocument } from "~/documents/index.server";

export type AgendaRow = typeof agendaItems.$inferSelect;
export type AgendaPoint = Pick<AgendaRow, "id" | "position" | "title" | "text" | "minutes" | "kind" | "itemId" | "proposerOrganisationId"> & {
  proposer: string | null;
  /** The document, when the viewer may open it. */
  document: { id: string; title: string } | null;
};

/** The rows of a meeting's agenda in their order. The caller has found the meeting. */
export async function agendaRows(db: Db, meetingId: string): Promise<AgendaRow[]> {
  return db.select().from(agendaItems).where(eq(agendaItems.meetingId, meetingId)).orderBy(asc(agendaItems.position), asc(agendaItems.id));
}

/** The agenda of a meeting that the caller has found, as the viewer may read it: documents only where they may open them. */
export async function agendaOf(ctx: Ctx, meetingId: string): Promise<AgendaPoint[]> {
  const rows = await agendaRows(ctx.db.read, meetingId);
  const bodies = await organisationsByIds(ctx, rows.map(({ proposerOrganisationId }) => proposerOrganisationId));
  const points: AgendaPoint[] = [];
  for (const { id, position, title, text, minutes, kind, itemId, proposerOrganisationId, documentId } of rows) {
    points.push({ id, position, title, text, minutes, kind, itemId, proposerOrganisationId, proposer: bodies.get(proposerOrganisationId ?? "")?.name ?? null, document: documentId ? await openable(ctx, documentId) : null });
  }
  return points;
}

async function openable(ctx: Ctx, documentId: string): Promise<{ id: string; title: string } | null> {
  try {
    const { document } = await findDocument(ctx, documentId);
    return { id: document.id, title: document.title };
  } catch {
    return null;
  }
}

const OFFERED = 50;

/** The documents of a table that may go with a point, as options of a field. */
export async function documentOptions(ctx: Ctx, tableId: string): Promise<{ value: string; label: string }[]> {
  return (await recentDocuments(ctx, OFFERED, { tableId })).map(({ id, title }) => ({ value: id, label: title }));
}

/** Titles of documents by id, for letters: the caller answers for who reads them. */
export async function documentTitles(db: Db, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await db.select({ id: documents.id, title: documents.title }).from(documents).where(inArray(documents.id, wanted));
  return new Map(rows.map(({ id, title }) => [id, title]));
}
