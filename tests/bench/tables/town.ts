// SPDX-License-Identifier: AGPL-3.0-or-later
/** A generated city of the size that the software must carry: bodies in the registry, tables, seats, objectives, passages. Always the same. */
import type { Passage } from "~/tables/network/overlap";
import { art5Letters, districtNumbers, etsCategories, voicesRepresented } from "~/registry";
import type { Database } from "~db/client.server";
import { newId } from "~db/id";
import { localBodies, neighbourhoods } from "~db/meetings/workshops";
import { organisations } from "~db/registry/schema";
import { seats, workingTables } from "~db/tables/schema";

const BEGAN = new Date("2024-01-01T00:00:00Z");
const ROWS_AT_ONCE = 500;
const NAMES = ["Lanterna", "Cortile", "Bussola", "Ponte", "Filo", "Panchina", "Veranda", "Sentiero", "Finestra", "Quaderno", "Mulino", "Portone"];
const WORKS = ["ascolto di famiglie", "doposcuola di quartiere", "accompagnamento all'abitare", "sostegno a chi assiste", "inserimento al lavoro", "sport per tutti", "orti condivisi", "italiano per chi arriva", "mensa serale", "mutuo aiuto"];
const SUBJECTS = ["anziani soli", "giovani senza lavoro", "persone con disabilità", "famiglie straniere", "adolescenti", "persone senza casa", "chi esce dal carcere", "donne che hanno subito violenza"];

export type Town = {
  tableIds: string[];
  slugs: string[];
  knowledge: { objectives(): Promise<{ tableId: string; objectiveId: string; label: string }[]>; passages(): Promise<Passage[]> };
};

/** The same numbers at every run: mulberry32. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % sides;
  };
}

export async function buildTown(db: Database, size: { bodies: number; tables: number; seatsPerTable: number; passages: number }): Promise<Town> {
  const roll = dice(7);
  const pick = <T>(from: readonly T[]): T => from[roll(from.length)] as T;
  const bodies = Array.from({ length: size.bodies }, (_, n): typeof organisations.$inferInsert => {
    const ets = n % 25 !== 0;
    const district = roll(3) > 0;
    return {
      id: newId(), slug: `ente-${n}`, name: `${pick(NAMES)} ${pick(NAMES)} ${n}`, kind: ets ? "ets" : pick(["health_agency", "directorate", "school", "informal_group"]), etsCategory: ets ? pick(etsCategories) : null,
      fiscalCode: ets ? String(90_000_000_000 + n) : null, art5Letters: [pick(art5Letters), pick(art5Letters)].sort(), territory: { scale: district ? "district" : "city", districts: district ? [pick(districtNumbers)] : [] },
      purpose: `${pick(WORKS)} e ${pick(WORKS)}, con ${pick(SUBJECTS)}.`, represents: roll(5) === 0 ? [pick(voicesRepresented)] : [], size: pick(["small", "medium", "large"]), source: "import", enrolment: ets ? (roll(40) === 0 ? "cancelled" : "enrolled") : null, createdAt: BEGAN,
    };
  });
  // as many as Milan has, with every fifth body known in one
  const nil = Array.from({ length: 88 }, (_, n): typeof neighbourhoods.$inferInsert => ({ id: newId(), district: 1 + (n % 9), name: `Quartiere ${n}`, code: String(n + 1) }));
  const placed = bodies.filter((_, n) => n % 5 === 0).map(({ id }, n): typeof localBodies.$inferInsert => {
    const { id: neighbourhoodId, district } = nil[n % nil.length] as { id: string; district: number };
    return { id: newId(), organisationId: id, district, neighbourhoodId, keptByOrganisationId: id, addedAt: BEGAN };
  });
  const tables = Array.from({ length: size.tables }, (_, n): typeof workingTables.$inferInsert => ({
    id: newId(), slug: `tavolo-${n}`, name: `Tavolo ${pick(SUBJECTS)} ${n}`, level: n % 9 === 0 ? "municipal" : "objective", object: `Lavorare insieme su ${pick(WORKS)} e ${pick(WORKS)} per ${pick(SUBJECTS)}.`, participants: `Enti che curano ${pick(WORKS)}.`,
    method: "Plenaria e gruppi.", statusSources: [], planAreas: [`5.${1 + roll(12)}`], pillars: [], sensitive: false, createdAt: BEGAN,
  }));
  const sitting = tables.flatMap((table) => Array.from({ length: size.seatsPerTable }, (_, n): typeof seats.$inferInsert => ({
    id: newId(), tableId: table.id, organisationId: (bodies[roll(bodies.length)] as { id: string }).id, role: n === 0 ? "coordinator" : "member", basis: "Designazione", validFrom: BEGAN, validTo: n === 1 ? new Date("2025-01-01T00:00:00Z") : null,
  })));
  await db.tx(async (tx) => {
    for (let at = 0; at < bodies.length; at += ROWS_AT_ONCE) await tx.insert(organisations).values(bodies.slice(at, at + ROWS_AT_ONCE));
    await tx.insert(neighbourhoods).values(nil);
    for (let at = 0; at < placed.length; at += ROWS_AT_ONCE) await tx.insert(localBodies).values(placed.slice(at, at + ROWS_AT_ONCE));
    await tx.insert(workingTables).values(tables);
    for (let at = 0; at < sitting.length; at += ROWS_AT_ONCE) await tx.insert(seats).values(sitting.slice(at, at + ROWS_AT_ONCE));
  });
  const tableIds = tables.map(({ id }) => id);
  const objectives = tableIds.flatMap((tableId) => [0, 1].map(() => roll(60)).map((n) => ({ tableId, objectiveId: `objective-${n}`, label: `5.${n % 12}.O${n}` })));
  const passages = Array.from({ length: size.passages }, (_, n): Passage => ({
    tableId: pick(tableIds), documentId: `document-${n}`, title: `Documento ${n}`,
    text: Array.from({ length: 12 }, () => `${pick(WORKS)} per ${pick(SUBJECTS)} ${pick(NAMES).toLowerCase()}`).join(", "),
  }));
  return { tableIds, slugs: tables.map(({ slug }) => slug), knowledge: { objectives: async () => objectives, passages: async () => passages } };
}
