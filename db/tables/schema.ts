// SPDX-License-Identifier: AGPL-3.0-or-later
import { bool, index, instant, json, table, text, uniqueIndex } from "../columns";
import { affiliations, organisations } from "../registry/schema";

/** A Tavolo. The five mapping fields are those the city's plan asks for (chapter 4.2). */
export const workingTables = table(
  "working_tables",
  {
    id: text("id").primaryKey(),
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    level: text<"policy" | "objective" | "municipal">("level").notNull(),
    /** Mapping field 1: oggetto dell'attività. */
    object: text("object").notNull(),
    /** Mapping field 2 (participants) is the list of seats; this is the sentence that describes them. */
    participants: text("participants"),
    /** Mapping field 3: criteri di individuazione dei partecipanti. */
    criteria: text("criteria"),
    /** Mapping field 4: periodicità. */
    periodicity: text("periodicity"),
    /** Mapping field 5: modalità di lavoro. */
    method: text("method"),
    /** Formal status and where it comes from; several rows that disagree are a conflict of sources, shown side by side. */
    statusSources: json<
      { status: "formal" | "informal" | "active" | "experimental" | "to_define"; source: string; act?: string; date?: string }[]
    >("status_sources").notNull(),
    /** Numbers of the plan areas the table works on, e.g. ["5.2","5.7"]; "*" for all. */
    planAreas: json<string[]>("plan_areas").notNull(),
    /** Pillars of the plan, e.g. ["1.4"]. */
    pillars: json<string[]>("pillars").notNull(),
    /** Public pages show bodies and seat types, never persons (domain reference 4.2). */
    sensitive: bool("sensitive").notNull().default(false),
    ownerOrganisationId: text("owner_organisation_id").references(() => organisations.id),
    createdAt: instant("created_at").notNull(),
    closedAt: instant("closed_at"),
  },
  (t) => [uniqueIndex("working_tables_slug").on(t.slug)],
);

/** Table × organisation × role × dates. */
export const seats = table(
  "seats",
  {
    id: text("id").primaryKey(),
    tableId: text("table_id").notNull().references(() => workingTables.id),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    role: text<"coordinator" | "secretary" | "member" | "observer">("role").notNull(),
    /** What the seat rests on: an act, an admission, a designation. */
    basis: text("basis").notNull(),
    validFrom: instant("valid_from").notNull(),
    validTo: instant("valid_to"),
    endedReason: text("ended_reason"),
  },
  (t) => [index("seats_table").on(t.tableId), index("seats_organisation").on(t.organisationId)],
);

/** Seat × person (through the affiliation that ties the person to the body) × capacity × dates. */
export const mandates = table(
  "mandates",
  {
    id: text("id").primaryKey(),
    seatId: text("seat_id").notNull().references(() => seats.id),
    affiliationId: text("affiliation_id").notNull().references(() => affiliations.id),
    capacity: text<"titular" | "deputy">("capacity").notNull(),
    validFrom: instant("valid_from").notNull(),
    validTo: instant("valid_to"),
    evidence: text("evidence"),
  },
  (t) => [index("mandates_seat").on(t.seatId), index("mandates_affiliation").on(t.affiliationId)],
);

/** A body asks for a seat; the coordinator answers with a reason. */
export const joinRequests = table(
  "join_requests",
  {
    id: text("id").primaryKey(),
    tableId: text("table_id").notNull().references(() => workingTables.id),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    askedByAffiliationId: text("asked_by_affiliation_id").notNull().references(() => affiliations.id),
    motivation: text("motivation").notNull(),
    askedAt: instant("asked_at").notNull(),
    outcome: text<"accepted" | "refused" | "withdrawn">("outcome"),
    reason: text("reason"),
    answeredAt: instant("answered_at"),
    answeredByAffiliationId: text("answered_by_affiliation_id").references(() => affiliations.id),
    seatId: text("seat_id").references(() => seats.id),
  },
  (t) => [index("join_requests_table").on(t.tableId), index("join_requests_organisation").on(t.organisationId)],
);
