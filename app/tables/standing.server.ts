// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, type Column, eq, gt, isNull, lte, or, type SQL } from "drizzle-orm";
import type { Actor } from "~/identity";
import { inForce } from "~/web/time";
import { type Db, one } from "~db/client.server";
import { mandates, seats } from "~db/tables/schema";

export type SeatRole = "coordinator" | "secretary" | "member" | "observer";

/** How an actor stands at a table at an instant. */
export type Standing = {
  seatId: string;
  organisationId: string;
  role: SeatRole;
  /** The person's own mandate on the seat: in force, ended (the past stays readable), or none. */
  mandate: "titular" | "deputy" | "ended" | "none";
};

/** Condition: the row's validity covers the instant. */
export function validAt(period: { validFrom: Column; validTo: Column }, at: Date): SQL | undefined {
  return and(lte(period.validFrom, at), or(isNull(period.validTo), gt(period.validTo, at)));
}

const strength: Record<SeatRole, number> = { coordinator: 3, secretary: 2, member: 1, observer: 0 };

/**
 * The standing of an actor at a table, or null when the body they speak for has no seat in force there.
 * The mandate counts only if given to the affiliation with which the actor speaks now.
 */
export async function standingAt(db: Db, actor: Actor | null, tableId: string, at: Date): Promise<Standing | null> {
  if (!actor?.organisationId) return null;
  const rows = await db
    .select({
      seatId: seats.id,
      organisationId: seats.organisationId,
      role: seats.role,
      capacity: mandates.capacity,
      validFrom: mandates.validFrom,
      validTo: mandates.validTo,
    })
    .from(seats)
    .leftJoin(mandates, and(eq(mandates.seatId, seats.id), eq(mandates.affiliationId, actor.affiliationId ?? "")))
    .where(and(eq(seats.tableId, tableId), eq(seats.organisationId, actor.organisationId), validAt(seats, at)));
  const standings = rows.map(({ seatId, organisationId, role, capacity, validFrom, validTo }): Standing => {
    const current = validFrom !== null && inForce({ validFrom, validTo }, at);
    return { seatId, organisationId, role, mandate: capacity === null ? "none" : current ? capacity : "ended" };
  });
  const speaking = (standing: Standing) => (maySpeak(standing) ? 10 : 0) + strength[standing.role];
  return one(standings.sort((a, b) => speaking(b) - speaking(a))) ?? null;
}

/** True when the person holds a mandate in force on the seat. */
export function maySpeak(standing: Standing | null): boolean {
  return standing?.mandate === "titular" || standing?.mandate === "deputy";
}
