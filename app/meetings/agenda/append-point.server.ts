// SPDX-License-Identifier: AGPL-3.0-or-later
import { eq } from "drizzle-orm";
import type { Db } from "~db/client.server";
import { newId } from "~db/id";
import { agendaItems } from "~db/meetings/schema";
import { inUsualPlace } from "./agenda";
import { agendaRows } from "./read-agenda.server";

/**
 * Writes a point at the end, in a transaction whose caller has checked who may; the minutes of the session before and the commitments go where
 * an agenda opens.
 */
export async function appendPoint(db: Db, meetingId: string, point: Omit<typeof agendaItems.$inferInsert, "id" | "meetingId" | "position">): Promise<string> {
  const id = newId();
  const rows = await agendaRows(db, meetingId);
  const position = rows.reduce((last, row) => Math.max(last, row.position), 0) + 1;
  await db.insert(agendaItems).values({ ...point, id, meetingId, position });
  if (point.sourceKind === "usual") await writeOrder(db, inUsualPlace([...rows, { id, position, kind: point.kind }], id));
  return id;
}

/** Gives points their places, one after another. */
export async function writeOrder(db: Db, order: readonly { id: string; position: number }[]): Promise<void> {
  for (const [i, row] of order.entries()) if (row.position !== i + 1) await db.update(agendaItems).set({ position: i + 1 }).where(eq(agendaItems.id, row.id));
}
