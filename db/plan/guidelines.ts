// SPDX-License-Identifier: AGPL-3.0-or-later
/** What the policy table asks of the city (indirizzi; city's plan, chapter 4): acts in versions, addressed, answered, and followed by actions. */
import { index, instant, int, table, text, uniqueIndex } from "../columns";
import { persons } from "../identity/schema";
import { decisions } from "../meetings/decisions";
import { organisations } from "../registry/schema";
import { items, workingTables } from "../tables/schema";
import { planActions, planObjectives, planStrategies } from "./schema";

/** An indirizzo of a policy table; what it says stands in its versions. */
export const guidelines = table(
  "guidelines",
  {
    id: text("id").primaryKey(),
    tableId: text("table_id").notNull().references(() => workingTables.id),
    /** Its number at the table, from 1: people quote it. */
    number: int("number").notNull(),
    createdAt: instant("created_at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason"),
  },
  (t) => [uniqueIndex("guidelines_number").on(t.tableId, t.number)],
);

/** What an indirizzo says from one date to the next version. Never changed once issued. */
export const guidelineVersions = table(
  "guideline_versions",
  {
    id: text("id").primaryKey(),
    guidelineId: text("guideline_id").notNull().references(() => guidelines.id),
    version: int("version").notNull(),
    title: text("title").notNull(),
    text: text("text").notNull(),
    /** Why it is given. */
    reason: text("reason").notNull(),
    /** The item between tables that it answers, where it comes from one. */
    itemId: text("item_id").references(() => items.id),
    /** The decision that adopted it, where a session took one here. */
    decisionId: text("decision_id").references(() => decisions.id),
    /** The act or session that adopted it, in words, where it is not held here. */
    act: text("act"),
    effectiveOn: instant("effective_on").notNull(),
    /** The first instant after the last day on which addressees should have answered; null: no term. */
    answerBy: instant("answer_by"),
    /** Grows with each change of a draft. */
    revision: int("revision").notNull(),
    writtenAt: instant("written_at").notNull(),
    issuedAt: instant("issued_at"),
    issuedByPersonId: text("issued_by_person_id").references(() => persons.id),
    issuedByOrganisationId: text("issued_by_organisation_id").references(() => organisations.id),
  },
  (t) => [uniqueIndex("guideline_versions_number").on(t.guidelineId, t.version), index("guideline_versions_item").on(t.itemId)],
);

/** Whom a version is addressed to: a table, a body, or a family of bodies (`KindGroup` in app/registry). */
export const guidelineAddressees = table(
  "guideline_addressees",
  {
    id: text("id").primaryKey(),
    versionId: text("version_id").notNull().references(() => guidelineVersions.id),
    tableId: text("table_id").references(() => workingTables.id),
    organisationId: text("organisation_id").references(() => organisations.id),
    actors: text("actors"),
  },
  (t) => [index("guideline_addressees_version").on(t.versionId), index("guideline_addressees_table").on(t.tableId), index("guideline_addressees_organisation").on(t.organisationId)],
);

/** What an addressee does with it. Never changed: the last word of a body counts, the earlier ones stay. */
export const guidelineAnswers = table(
  "guideline_answers",
  {
    id: text("id").primaryKey(),
    addresseeId: text("addressee_id").notNull().references(() => guidelineAddressees.id),
    answer: text<"noted" | "taken_on" | "partly" | "cannot">("answer").notNull(),
    text: text("text"),
    at: instant("at").notNull(),
    personId: text("person_id").notNull().references(() => persons.id),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
  },
  (t) => [index("guideline_answers_addressee").on(t.addresseeId, t.at)],
);

/** The part of the plan that an indirizzo is about. */
export const guidelineTargets = table(
  "guideline_targets",
  {
    id: text("id").primaryKey(),
    guidelineId: text("guideline_id").notNull().references(() => guidelines.id),
    objectiveId: text("objective_id").references(() => planObjectives.id),
    strategyId: text("strategy_id").references(() => planStrategies.id),
    addedAt: instant("added_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [index("guideline_targets_guideline").on(t.guidelineId)],
);

/** What came after an indirizzo because of it: an action that a body says follows it, or a change of the plan. */
export const guidelineEffects = table(
  "guideline_effects",
  {
    id: text("id").primaryKey(),
    guidelineId: text("guideline_id").notNull().references(() => guidelines.id),
    actionId: text("action_id").references(() => planActions.id),
    /** A change of the plan: where, and what changed in words. */
    objectiveId: text("objective_id").references(() => planObjectives.id),
    strategyId: text("strategy_id").references(() => planStrategies.id),
    note: text("note"),
    at: instant("at").notNull(),
    endedAt: instant("ended_at"),
    personId: text("person_id").notNull().references(() => persons.id),
    organisationId: text("organisation_id").references(() => organisations.id),
  },
  (t) => [index("guideline_effects_guideline").on(t.guidelineId), index("guideline_effects_action").on(t.actionId)],
);
