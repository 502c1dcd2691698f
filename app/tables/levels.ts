// SPDX-License-Identifier: AGPL-3.0-or-later
/** The levels of the governance system: the policy table, those of the specific objectives, those of the Municipi. */
export const tableLevels = ["policy", "objective", "municipal"] as const;
export type TableLevel = (typeof tableLevels)[number];

/** How far a table is formalised, as a source says. */
export const formalStatuses = ["formal", "informal", "active", "experimental", "to_define"] as const;
export type FormalStatus = (typeof formalStatuses)[number];

/** What one source says of a table's formal status; `act` is the act it cites, `date` a day (2014-04-17). */
export type StatusSource = { status: FormalStatus; source: string; act?: string; date?: string };

/** The roles of a seat, from the one that answers for the table to the one that listens. */
export const seatRoles = ["coordinator", "secretary", "member", "observer"] as const;

/**
 * What a seat is for. A key witness (testimone privilegiato) is heard for competence and represents nobody (city's plan, chapter 6): it takes
 * part as an observer, counts in no quorum, and fills no gap in whom the table represents.
 */
export const seatKinds = ["representation", "families", "key_witness"] as const;
export type SeatKind = (typeof seatKinds)[number];

/** True when the sources do not say the same thing of the table: both are then shown, none is chosen. */
export function sourcesDisagree(sources: readonly StatusSource[]): boolean {
  return new Set(sources.map(({ status }) => status)).size > 1;
}
