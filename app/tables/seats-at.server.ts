// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, asc, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Enrolment } from "~/registry";
import { inForce } from "~/web/time";
import type { Db } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { affiliations, organisations } from "~db/registry/schema";
import { mandates, seats } from "~db/tables/schema";
import type { SeatKind } from "./levels";
import { type SeatRole, validAt } from "./standing.server";

export type SpeakerAt = {
  mandateId: string;
  affiliationId: string;
  personId: string;
  personLabel: string;
  roleLabel: string;
  capacity: "titular" | "deputy";
  validFrom: Date;
  validTo: Date | null;
};

export type SeatAt = {
  seatId: string;
  organisationId: string;
  organisationName: string;
  organisationSlug: string;
  organisationKind: string;
  /** How the body stands in the RUNTS today. */
  enrolment: Enrolment | null;
  enrolmentFrom: Date | null;
  role: SeatRole;
  kind: SeatKind;
  basis: string;
  validFrom: Date;
  validTo: Date | null;
  /** Who may speak from the seat, titular first. */
  speakers: SpeakerAt[];
};

/**
 * The law of the table: at the instant, which bodies sit, and who may speak for each. A person speaks when their mandate, their
 * seat and the affiliation that ties them to the body are all in force.
 */
export async function seatsAt(db: Db, tableId: string, at: Date): Promise<SeatAt[]> {
  const rows = await db
    .select({ seat: seats, name: organisations.name, slug: organisations.slug, kind: organisations.kind, enrolment: organisations.enrolment, enrolmentFrom: organisations.enrolmentFrom })
    .from(seats)
    .innerJoin(organisations, eq(organisations.id, seats.organisationId))
    .where(and(eq(seats.tableId, tableId), validAt(seats, at)))
    .orderBy(asc(sql`lower(${organisations.name})`), asc(seats.id));
  const speaking = await db
    .select({ mandate: mandates, held: affiliations, personLabel: persons.label })
    .from(mandates)
    .innerJoin(seats, eq(seats.id, mandates.seatId))
    .innerJoin(affiliations, eq(affiliations.id, mandates.affiliationId))
    .innerJoin(persons, and(eq(persons.id, affiliations.personId), or(isNull(persons.closedAt), gt(persons.closedAt, at))))
    .where(and(eq(seats.tableId, tableId), validAt(mandates, at)));
  return rows.map(({ seat, name, slug, kind, enrolment, enrolmentFrom }) => ({
    seatId: seat.id,
    organisationId: seat.organisationId,
    organisationName: name,
    organisationSlug: slug,
    organisationKind: kind,
    enrolment,
    enrolmentFrom,
    role: seat.role,
    kind: seat.kind,
    basis: seat.basis,
    validFrom: seat.validFrom,
    validTo: seat.validTo,
    speakers: speaking
      .filter(({ mandate, held }) => mandate.seatId === seat.id && inForce(held, at))
      .map(({ mandate, held, personLabel }) => ({
        mandateId: mandate.id,
        affiliationId: held.id,
        personId: held.personId,
        personLabel,
        roleLabel: held.roleLabel,
        capacity: mandate.capacity,
        validFrom: mandate.validFrom,
        validTo: mandate.validTo,
      }))
      .sort((a, b) => Number(b.capacity === "titular") - Number(a.capacity === "titular") || (a.mandateId < b.mandateId ? -1 : 1)),
  }));
}
