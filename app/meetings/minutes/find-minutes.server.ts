// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, desc, eq, gte, isNull } from "drizzle-orm";
import type { Ctx } from "~/web/context";
import { problem } from "~/web/problem";
import { type Db, one } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { amendments, minutes, minutesRecipients } from "~db/meetings/minutes";
import { agendaItems, attendances } from "~db/meetings/schema";
import { organisations } from "~db/registry/schema";
import { meetingInside } from "../decisions/find-decisions.server";

type Reader = Pick<Ctx, "db" | "actor" | "now">;
export type MinutesRow = typeof minutes.$inferSelect;

/** The minutes of a session that hold now: the last correction, or the first ones; undefined when none were begun. The caller may read the session. */
export async function minutesOfMeeting(db: Db, meetingId: string): Promise<MinutesRow | undefined> {
  return one(await db.select().from(minutes).where(eq(minutes.meetingId, meetingId)).orderBy(desc(minutes.begunAt), desc(minutes.id)).limit(1));
}

/** All the minutes of a session, corrections after what they correct. */
export function allMinutesOf(db: Db, meetingId: string): Promise<MinutesRow[]> {
  return db.select().from(minutes).where(eq(minutes.meetingId, meetingId)).orderBy(asc(minutes.begunAt), asc(minutes.id));
}

/** Minutes with their session, for who reads the session as its members do; `missing` otherwise. */
export async function findMinutes(ctx: Reader, id: string, db: Db = ctx.db.read) {
  const row = one(await db.select().from(minutes).where(eq(minutes.id, id)));
  if (!row) throw problem("missing");
  return { minutes: row, ...(await meetingInside(ctx, row.meetingId, db)) };
}

/** To whom the minutes were last circulated. */
export function recipientsOf(db: Db, { id, circulatedAt }: Pick<MinutesRow, "id" | "circulatedAt">) {
  if (!circulatedAt) return Promise.resolve([]);
  return db.select().from(minutesRecipients).where(and(eq(minutesRecipients.minutesId, id), gte(minutesRecipients.at, circulatedAt)));
}

/** Whether the actor was there, and whether their body was, as the last circulation says. */
export async function wasThere({ actor }: Pick<Ctx, "actor">, db: Db, row: MinutesRow): Promise<{ person: boolean; body: boolean }> {
  const rows = await recipientsOf(db, row);
  const body = rows.filter(({ organisationId }) => organisationId === actor?.organisationId);
  return { person: body.some(({ personId }) => personId === actor?.personId), body: body.length > 0 };
}

/** What was asked to be amended, in the order of asking, with the body that asked. */
export async function amendmentsOf(db: Db, minutesId: string) {
  const rows = await db
    .select({ amendment: amendments, body: organisations.name, item: { position: agendaItems.position, title: agendaItems.title } })
    .from(amendments)
    .innerJoin(organisations, eq(organisations.id, amendments.organisationId))
    .leftJoin(agendaItems, eq(agendaItems.id, amendments.agendaItemId))
    .where(eq(amendments.minutesId, minutesId))
    .orderBy(asc(amendments.at), asc(amendments.id));
  return rows.map(({ amendment, body, item }) => ({ ...amendment, body, item: item?.title ? item : null }));
}

/** Who was in the room, in the order of arrival, with the body and the capacity of each. */
export async function presentAt(db: Db, meetingId: string) {
  return db
    .select({ attendance: attendances, person: persons.label, body: organisations.name, kind: organisations.kind })
    .from(attendances)
    .innerJoin(persons, eq(persons.id, attendances.personId))
    .innerJoin(organisations, eq(organisations.id, attendances.organisationId))
    .where(eq(attendances.meetingId, meetingId))
    .orderBy(asc(organisations.name), asc(attendances.arrivedAt), asc(attendances.id));
}

/** Minutes that were circulated and nobody has approved yet, everywhere: for the clock. */
export function awaitingApproval(db: Db): Promise<MinutesRow[]> {
  return db.select().from(minutes).where(and(isNull(minutes.approvedAt), gte(minutes.circulatedAt, new Date(0))));
}
