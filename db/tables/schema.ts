// SPDX-License-Identifier: AGPL-3.0-or-later
import { bool, index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../columns";
import { persons } from "../identity/schema";
import { actFile, affiliations, organisations } from "../registry/schema";

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
    /** What an officer decided where sources disagreed; the sources stay. */
    statusResolution: json<{ status: string; reason: string; at: string; organisationId: string | null } | null>("status_resolution"),
    /** Why the table is worth copying, where somebody said so: its rules can be taken as a model. */
    goodPractice: text("good_practice"),
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
    /** What the body brings to the table, in neutral words: it represents others, it speaks for families, or it is heard for what it knows. */
    kind: text<"representation" | "families" | "key_witness">("kind").notNull().$defaultFn(() => "representation"),
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

/** The act on which a mandate rests: delegation, designation, resolution. Never changed: a newer one stands beside it. */
export const mandateFiles = table("mandate_files", { ...actFile(), mandateId: text("mandate_id").notNull().references(() => mandates.id) }, (t) => [index("mandate_files_mandate").on(t.mandateId, t.at)]);

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

/** The rules that a table adopted, version by version (`TableRules` in app/tables/rules). Never changed: the next version replaces them. */
export const tableRules = table(
  "table_rules",
  {
    id: text("id").primaryKey(),
    tableId: text("table_id").notNull().references(() => workingTables.id),
    version: int("version").notNull(),
    rules: json<Record<string, unknown>>("rules").notNull(),
    /** The act, session or agreement with which the table adopted them. */
    act: text("act").notNull(),
    from: instant("from").notNull(),
    byPersonId: text("by_person_id").notNull().references(() => persons.id),
    byOrganisationId: text("by_organisation_id").references(() => organisations.id),
  },
  (t) => [uniqueIndex("table_rules_version").on(t.tableId, t.version)],
);

/** How two tables stand to each other. Never edited: ended, and begun anew. */
export const tableRelations = table(
  "table_relations",
  {
    id: text("id").primaryKey(),
    fromTableId: text("from_table_id").notNull().references(() => workingTables.id),
    toTableId: text("to_table_id").notNull().references(() => workingTables.id),
    /** `from` merged into, was split into, reports to, or works with `to`. */
    kind: text<"merged_into" | "split_into" | "reports_to" | "linked">("kind").notNull(),
    reason: text("reason").notNull(),
    validFrom: instant("valid_from").notNull(),
    validTo: instant("valid_to"),
  },
  (t) => [index("table_relations_from").on(t.fromTableId), index("table_relations_to").on(t.toTableId)],
);

/** Something raised at a table, or by a Municipio, that travels to other tables and comes back with an answer. */
export const items = table(
  "items",
  {
    id: text("id").primaryKey(),
    title: text("title").notNull(),
    text: text("text").notNull(),
    /** A conflict between policies has its own record (`policy_conflicts`) and is resolved, not answered. */
    kind: text<"question" | "conflict">("kind").notNull().$defaultFn(() => "question"),
    /** Where it was raised; null when a Municipio raised it outside any table. */
    originTableId: text("origin_table_id").references(() => workingTables.id),
    raisedByOrganisationId: text("raised_by_organisation_id").notNull().references(() => organisations.id),
    raisedByPersonId: text("raised_by_person_id").notNull().references(() => persons.id),
    raisedAt: instant("raised_at").notNull(),
    /** The table that has it now; null once it has gone home with its answer. */
    atTableId: text("at_table_id").references(() => workingTables.id),
    state: text("state").notNull(),
    /** When the table that has it should have answered. */
    due: instant("due"),
  },
  (t) => [index("items_origin").on(t.originTableId), index("items_at").on(t.atTableId)],
);

/** The way of an item, step by step. Never changed. */
export const itemSteps = table(
  "item_steps",
  {
    id: text("id").primaryKey(),
    itemId: text("item_id").notNull().references(() => items.id),
    at: instant("at").notNull(),
    step: text("step").notNull(),
    fromTableId: text("from_table_id").references(() => workingTables.id),
    toTableId: text("to_table_id").references(() => workingTables.id),
    /** What was said: the reason of an answer, a note on a discussion. */
    reason: text("reason"),
    personId: text("person_id").notNull().references(() => persons.id),
    organisationId: text("organisation_id").references(() => organisations.id),
  },
  (t) => [index("item_steps_item").on(t.itemId, t.at)],
);

/** A mapping of the tables: each office is asked for a form about each table it runs (city's plan, chapter 4.2). */
export const mappingCampaigns = table("mapping_campaigns", {
  id: text("id").primaryKey(),
  title: text("title").notNull(),
  opensAt: instant("opens_at").notNull(),
  /** When the forms should be back. */
  due: instant("due").notNull(),
  /** Months without a session after which a table counts as dormant. */
  dormantMonths: int("dormant_months").notNull(),
  closedAt: instant("closed_at"),
});

/** The form of one office about one table: known already, or named by the office. */
export const mappingForms = table(
  "mapping_forms",
  {
    id: text("id").primaryKey(),
    campaignId: text("campaign_id").notNull().references(() => mappingCampaigns.id),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    tableId: text("table_id").references(() => workingTables.id),
    tableName: text("table_name").notNull(),
    /** `MappingAnswers` in app/tables/mapping; null until the office saves something. */
    answers: json<Record<string, unknown> | null>("answers"),
    savedAt: instant("saved_at"),
    returnedAt: instant("returned_at"),
    returnedByPersonId: text("returned_by_person_id").references(() => persons.id),
    /** When what the form says became what the table's page says. */
    appliedAt: instant("applied_at"),
  },
  (t) => [index("mapping_forms_campaign").on(t.campaignId), index("mapping_forms_organisation").on(t.organisationId)],
);

/** A check of whom a table represents: what was missing then, and when to look again. */
export const coverageChecks = table(
  "coverage_checks",
  {
    id: text("id").primaryKey(),
    tableId: text("table_id").notNull().references(() => workingTables.id),
    at: instant("at").notNull(),
    byPersonId: text("by_person_id").notNull().references(() => persons.id),
    nextCheck: instant("next_check").notNull(),
  },
  (t) => [index("coverage_checks_table").on(t.tableId, t.at)],
);

/** A gap found by a check, as a thing to do: invite somebody, or say why not. */
export const coverageTasks = table(
  "coverage_tasks",
  {
    id: text("id").primaryKey(),
    checkId: text("check_id").notNull().references(() => coverageChecks.id),
    tableId: text("table_id").notNull().references(() => workingTables.id),
    dimension: text("dimension").notNull(),
    value: text("value").notNull(),
    candidateIds: json<string[]>("candidate_ids").notNull(),
    state: text<"open" | "invited" | "dismissed">("state").notNull(),
    reason: text("reason"),
    decidedAt: instant("decided_at"),
  },
  (t) => [index("coverage_tasks_table").on(t.tableId)],
);

/** An overlap between two tables that somebody looked at and set aside, with the reason. `finding` names it. */
export const overlapDecisions = table(
  "overlap_decisions",
  {
    firstTableId: text("first_table_id").notNull().references(() => workingTables.id),
    secondTableId: text("second_table_id").notNull().references(() => workingTables.id),
    finding: text("finding").notNull(),
    reason: text("reason").notNull(),
    at: instant("at").notNull(),
    byPersonId: text("by_person_id").notNull().references(() => persons.id),
  },
  (t) => [primaryKey({ columns: [t.firstTableId, t.secondTableId, t.finding] })],
);

/** A proposal to put tables in order, until an act approves it. */
export const reorganisations = table("reorganisations", {
  id: text("id").primaryKey(),
  title: text("title").notNull(),
  reason: text("reason").notNull(),
  state: text<"draft" | "open" | "approved" | "withdrawn">("state").notNull(),
  /** `Move[]` in app/tables/reorganisation. */
  moves: json<Record<string, unknown>[]>("moves").notNull(),
  revision: int("revision").notNull(),
  createdAt: instant("created_at").notNull(),
  byOrganisationId: text("by_organisation_id").references(() => organisations.id),
  /** While it is open: until when members may comment. */
  commentsUntil: instant("comments_until"),
  act: text("act"),
  approvedAt: instant("approved_at"),
});

export const reorganisationComments = table(
  "reorganisation_comments",
  {
    id: text("id").primaryKey(),
    reorganisationId: text("reorganisation_id").notNull().references(() => reorganisations.id),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    personId: text("person_id").notNull().references(() => persons.id),
    text: text("text").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("reorganisation_comments_of").on(t.reorganisationId, t.at)],
);
