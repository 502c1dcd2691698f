// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, inArray, lte } from "drizzle-orm";
import { findDocument } from "~/documents/index.server";
import type { Ctx } from "~/web/context";
import type { Db } from "~db/client.server";
import { documentSeals } from "~db/documents/seals";
import { documentsOfPoints, neutralName } from "../agenda/read-agenda.server";
import { agendaOf } from "../decisions/find-decisions.server";
import type { MeetingRow } from "../find-meeting.server";
import type { Examined } from "./examined";

/**
 * The documents examined in a session, point by point, with the fingerprint of what is sealed; seals made after `until` do not count. The caller
 * answers for who reads the titles: minutes, which the city may read one day, name only the documents that everybody may open (see `nameInMinutes`).
 */
export async function examinedAt(db: Db, meeting: MeetingRow, until: Date): Promise<Examined[]> {
  const points = await agendaOf(db, meeting.id);
  const read = await documentsOfPoints(db, points);
  const ids = [...new Set([...read.values()].flat().map(({ id }) => id))];
  if (ids.length === 0) return [];
  const seals = new Map((await db.select().from(documentSeals).where(and(inArray(documentSeals.documentId, ids), lte(documentSeals.at, until)))).map((seal) => [seal.documentId, seal]));
  const over = meeting.closedAt ?? meeting.endsAt;
  return points.flatMap(({ id, position }) =>
    (read.get(id) ?? []).map((document) => {
      const seal = seals.get(document.id);
      const sealedInTime = seal !== undefined && seal.at <= over;
      return { documentId: document.id, title: document.title, position, open: document.open, neutral: neutralName(document, meeting), sha256: seal?.recordSha256 ?? null, sealedAt: seal?.at ?? null, draftOf: sealedInTime ? null : (meeting.openedAt ?? meeting.startsAt) };
    }),
  );
}

/** Those that the viewer may open. */
export async function examinedFor(ctx: Ctx, meeting: MeetingRow, until: Date): Promise<Examined[]> {
  const found: Examined[] = [];
  for (const each of await examinedAt(ctx.db.read, meeting, until)) if (await findDocument(ctx, each.documentId).catch(() => null)) found.push(each);
  return found;
}
