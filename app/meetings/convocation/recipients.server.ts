// SPDX-License-Identifier: AGPL-3.0-or-later
import { and, eq, inArray, isNull } from "drizzle-orm";
import type { TableRules } from "~/tables";
import { seatsAt } from "~/tables/index.server";
import type { Db } from "~db/client.server";
import { persons } from "~db/identity/schema";
import { callRecipients } from "~db/meetings/schema";
import { organisations } from "~db/registry/schema";

export type Recipient = {
  seatId: string;
  organisationId: string;
  organisationName: string;
  /** Null: nobody may speak from the seat on that day. */
  person: { id: string; label: string; email: string; locale: "it" | "en" } | null;
  capacity: "titular" | "deputy" | null;
};

/**
 * Who is called to a session: from each seat in force on that day whoever holds a mandate on that day, the titular person and, where the rules
 * have deputies, them too. A seat from which nobody may speak then is in the list without a person, for the convenor to see.
 */
export async function recipientsOn(db: Db, tableId: string, day: Date, rules: Pick<TableRules, "substitutes">): Promise<Recipient[]> {
  const seats = await seatsAt(db, tableId, day);
  const people = await peopleBy(db, seats.flatMap(({ speakers }) => speakers.map(({ personId }) => personId)));
  return seats.flatMap(({ seatId, organisationId, organisationName, speakers }): Recipient[] => {
    const called = speakers.filter(({ capacity, personId }) => people.has(personId) && (rules.substitutes || capacity === "titular"));
    const seat = { seatId, organisationId, organisationName };
    return called.length > 0 ? called.map(({ personId, capacity }) => ({ ...seat, person: people.get(personId) ?? null, capacity })) : [{ ...seat, person: null, capacity: null }];
  });
}

/** Who was called by the last call: they have to hear of a correction or a cancellation, whoever speaks now. */
export async function recipientsOf(db: Db, callId: string): Promise<Recipient[]> {
  const rows = await db
    .select({ row: callRecipients, organisationName: organisations.name })
    .from(callRecipients)
    .innerJoin(organisations, eq(organisations.id, callRecipients.organisationId))
    .where(eq(callRecipients.callId, callId));
  const people = await peopleBy(db, rows.flatMap(({ row }) => row.personId ?? []));
  return rows.map(({ row, organisationName }) => ({ seatId: row.seatId, organisationId: row.organisationId, organisationName, person: people.get(row.personId ?? "") ?? null, capacity: row.capacity }));
}

/** Both lists, each seat and person once. A seat that has somebody in one list is not listed as empty. */
export function together(now: Recipient[], before: Recipient[]): Recipient[] {
  const more = before.filter(({ seatId, person }) => person && !now.some((other) => other.seatId === seatId && other.person?.id === person.id));
  return [...now, ...more];
}

async function peopleBy(db: Db, ids: string[]): Promise<Map<string, NonNullable<Recipient["person"]>>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: persons.id, label: persons.label, email: persons.email, locale: persons.locale })
    .from(persons)
    .where(and(inArray(persons.id, [...new Set(ids)]), isNull(persons.closedAt)));
  return new Map(rows.map((row) => [row.id, row]));
}
