// SPDX-License-Identifier: AGPL-3.0-or-later
import { bool, index, instant, int, json, table, text, uniqueIndex } from "../columns";
import { persons } from "../identity/schema";
import { affiliations, organisations } from "../registry/schema";
import { workingTables } from "../tables/schema";

/** A plan for certain years ("2021-2023"). Its parts never vanish: what leaves has an end and a reason. */
export const planEditions = table(
  "plan_editions",
  {
    id: text("id").primaryKey(),
    label: text("label").notNull(),
    createdAt: instant("created_at").notNull(),
    lastImportAt: instant("last_import_at").notNull(),
  },
  (t) => [uniqueIndex("plan_editions_label").on(t.label)],
);

/** One of the cross-cutting lines of chapter 1 (capisaldi). */
export const planPillars = table(
  "plan_pillars",
  {
    id: text("id").primaryKey(),
    editionId: text("edition_id")
      .notNull()
      .references(() => planEditions.id),
    /** As printed, "1.4". */
    code: text("code").notNull(),
    position: int("position").notNull(),
    title: text("title").notNull(),
    /** How the tables of the plan call it most often; for narrow columns. */
    shortTitle: text("short_title").notNull(),
    endedAt: instant("ended_at"),
    endedReason: text("ended_reason"),
  },
  (t) => [uniqueIndex("plan_pillars_code").on(t.editionId, t.code)],
);

/** A specific objective of the programme in the plan's own words, here called area: chapter 5 has twelve. */
export const planAreas = table(
  "plan_areas",
  {
    id: text("id").primaryKey(),
    editionId: text("edition_id")
      .notNull()
      .references(() => planEditions.id),
    /** As printed, "5.2". */
    number: text("number").notNull(),
    position: int("position").notNull(),
    title: text("title").notNull(),
    endedAt: instant("ended_at"),
    endedReason: text("ended_reason"),
  },
  (t) => [uniqueIndex("plan_areas_number").on(t.editionId, t.number)],
);

/** A priority objective with strategies, or a consolidation objective that is one text. */
export const planObjectives = table(
  "plan_objectives",
  {
    id: text("id").primaryKey(),
    areaId: text("area_id")
      .notNull()
      .references(() => planAreas.id),
    kind: text<"priority" | "consolidation">("kind").notNull(),
    /** Order within its area and kind, from 1. */
    position: int("position").notNull(),
    title: text("title").notNull(),
    /** Its boundaries were reconstructed by the importer. */
    review: bool("review").notNull(),
    sourceLine: int("source_line"),
    endedAt: instant("ended_at"),
    endedReason: text("ended_reason"),
  },
  (t) => [index("plan_objectives_area").on(t.areaId)],
);

export const planStrategies = table(
  "plan_strategies",
  {
    id: text("id").primaryKey(),
    objectiveId: text("objective_id")
      .notNull()
      .references(() => planObjectives.id),
    /** Order within its objective, from 1. */
    position: int("position").notNull(),
    text: text("text").notNull(),
    review: bool("review").notNull(),
    sourceLine: int("source_line"),
    endedAt: instant("ended_at"),
    endedReason: text("ended_reason"),
  },
  (t) => [index("plan_strategies_objective").on(t.objectiveId)],
);

/** Objective × pillar, with the label as the table prints it; `pillarId` is null when the label is none of the pillars. */
export const objectivePillars = table(
  "objective_pillars",
  {
    id: text("id").primaryKey(),
    objectiveId: text("objective_id")
      .notNull()
      .references(() => planObjectives.id),
    pillarId: text("pillar_id").references(() => planPillars.id),
    label: text("label").notNull(),
    position: int("position").notNull(),
    endedAt: instant("ended_at"),
    endedReason: text("ended_reason"),
  },
  (t) => [index("objective_pillars_objective").on(t.objectiveId), index("objective_pillars_pillar").on(t.pillarId)],
);

/** Table × objective × dates. Ended, never removed. */
export const tableFollowsObjective = table(
  "table_follows_objective",
  {
    id: text("id").primaryKey(),
    tableId: text("table_id")
      .notNull()
      .references(() => workingTables.id),
    objectiveId: text("objective_id")
      .notNull()
      .references(() => planObjectives.id),
    validFrom: instant("valid_from").notNull(),
    validTo: instant("valid_to"),
    endedReason: text("ended_reason"),
  },
  (t) => [
    index("table_follows_objective_table").on(t.tableId),
    index("table_follows_objective_objective").on(t.objectiveId),
  ],
);

/** What a body does for a strategy, declared by itself. */
export const planActions = table(
  "plan_actions",
  {
    id: text("id").primaryKey(),
    strategyId: text("strategy_id")
      .notNull()
      .references(() => planStrategies.id),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
    title: text("title").notNull(),
    description: text("description").notNull(),
    /** Municipi, 1 to 9; empty: the whole city. */
    districts: json<number[]>("districts").notNull(),
    startsOn: instant("starts_on").notNull(),
    endsOn: instant("ends_on"),
    state: text<"planned" | "ongoing" | "paused" | "done">("state").notNull(),
    declaredByAffiliationId: text("declared_by_affiliation_id").references(() => affiliations.id),
    createdAt: instant("created_at").notNull(),
    updatedAt: instant("updated_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason"),
  },
  (t) => [index("plan_actions_strategy").on(t.strategyId), index("plan_actions_organisation").on(t.organisationId)],
);

/** The bodies with which an action is done. */
export const actionPartners = table(
  "action_partners",
  {
    id: text("id").primaryKey(),
    actionId: text("action_id")
      .notNull()
      .references(() => planActions.id),
    organisationId: text("organisation_id")
      .notNull()
      .references(() => organisations.id),
  },
  (t) => [
    uniqueIndex("action_partners_once").on(t.actionId, t.organisationId),
    index("action_partners_organisation").on(t.organisationId),
  ],
);

/** A file read and waiting for a person's yes, or what became of it. */
export const planImports = table("plan_imports", {
  id: text("id").primaryKey(),
  fileName: text("file_name").notNull(),
  sha256: text("sha256").notNull(),
  /** The text as read, to show the lines that the warnings speak of. */
  source: text("source").notNull(),
  /** What will be imported: a ParsedPlan (app/plan/import/parsed.ts), with the corrections made so far. */
  plan: json<unknown>("plan").notNull(),
  /** Grows with each correction; a correction made on an older one is refused. */
  revision: int("revision").notNull(),
  uploadedByPersonId: text("uploaded_by_person_id")
    .notNull()
    .references(() => persons.id),
  uploadedAt: instant("uploaded_at").notNull(),
  editionId: text("edition_id").references(() => planEditions.id),
  confirmedAt: instant("confirmed_at"),
  discardedAt: instant("discarded_at"),
});
