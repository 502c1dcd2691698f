// SPDX-License-Identifier: AGPL-3.0-or-later
/** Policies of the city that stand in each other's way, and how the policy table resolved it (city's plan, 4.1). Each is an item between tables. */
import { index, instant, table, text } from "../columns";
import { decisions } from "../meetings/decisions";
import { persons } from "../identity/schema";
import { organisations } from "../registry/schema";
import { items, workingTables } from "../tables/schema";
import { guidelines } from "./guidelines";
import { planActions, planObjectives, planStrategies } from "./schema";

/** What makes an item a conflict: who raised it, where it is, its term and its way are the item's. */
export const policyConflicts = table("policy_conflicts", {
  itemId: text("item_id").primaryKey().references(() => items.id),
  nature: text<"conflict" | "overlap" | "incoherence">("nature").notNull(),
});

/** One of the things that conflict: a part of the plan, an action, an indirizzo, a decision, the rules of a table, or a policy by its name. */
export const conflictSides = table(
  "conflict_sides",
  {
    id: text("id").primaryKey(),
    itemId: text("item_id").notNull().references(() => policyConflicts.itemId),
    objectiveId: text("objective_id").references(() => planObjectives.id),
    strategyId: text("strategy_id").references(() => planStrategies.id),
    actionId: text("action_id").references(() => planActions.id),
    guidelineId: text("guideline_id").references(() => guidelines.id),
    decisionId: text("decision_id").references(() => decisions.id),
    tableId: text("table_id").references(() => workingTables.id),
    name: text("name"),
  },
  (t) => [index("conflict_sides_item").on(t.itemId)],
);

/** How it was resolved; one that is reopened is resolved anew, and the earlier rows stay. Never changed. */
export const conflictResolutions = table(
  "conflict_resolutions",
  {
    id: text("id").primaryKey(),
    itemId: text("item_id").notNull().references(() => policyConflicts.itemId),
    resolution: text<"one_prevails" | "both_adapted" | "kept_distinct" | "referred">("resolution").notNull(),
    prevailingSideId: text("prevailing_side_id").references(() => conflictSides.id),
    /** To whom it was referred. */
    referredTo: text("referred_to"),
    reason: text("reason").notNull(),
    decisionId: text("decision_id").references(() => decisions.id),
    /** What came of it: an indirizzo, a part of the plan to change. */
    guidelineId: text("guideline_id").references(() => guidelines.id),
    objectiveId: text("objective_id").references(() => planObjectives.id),
    strategyId: text("strategy_id").references(() => planStrategies.id),
    at: instant("at").notNull(),
    personId: text("person_id").notNull().references(() => persons.id),
    organisationId: text("organisation_id").references(() => organisations.id),
  },
  (t) => [index("conflict_resolutions_item").on(t.itemId, t.at)],
);
