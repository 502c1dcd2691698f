// SPDX-License-Identifier: AGPL-3.0-or-later
/** Who promised a table to do what, and by when. */
import { index, instant, table, text } from "../columns";
import { persons } from "../identity/schema";
import { organisations } from "../registry/schema";
import { workingTables } from "../tables/schema";
import { agendaItems, meetings } from "./schema";

/** A commitment (impegno) that a body takes before a table. Never deleted: it is kept, moved or given up, with a reason. */
export const commitments = table(
  "commitments",
  {
    id: text("id").primaryKey(),
    tableId: text("table_id").notNull().references(() => workingTables.id),
    /** The session in which it was taken; null when it was taken between sessions. */
    meetingId: text("meeting_id").references(() => meetings.id),
    agendaItemId: text("agenda_item_id").references(() => agendaItems.id),
    what: text("what").notNull(),
    /** The body that takes it. */
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    /** The first instant after its last day. */
    due: instant("due").notNull(),
    state: text<"open" | "done" | "dropped">("state").notNull(),
    takenAt: instant("taken_at").notNull(),
    recordedByPersonId: text("recorded_by_person_id").notNull().references(() => persons.id),
  },
  (t) => [index("commitments_table").on(t.tableId, t.state), index("commitments_organisation").on(t.organisationId), index("commitments_meeting").on(t.meetingId)],
);

/** The way of a commitment, step by step. Never changed. */
export const commitmentSteps = table(
  "commitment_steps",
  {
    id: text("id").primaryKey(),
    commitmentId: text("commitment_id").notNull().references(() => commitments.id),
    at: instant("at").notNull(),
    step: text<"taken" | "noted" | "moved" | "done" | "dropped" | "reopened">("step").notNull(),
    note: text("note"),
    /** For `taken` and `moved`: until when. */
    due: instant("due"),
    personId: text("person_id").notNull().references(() => persons.id),
    organisationId: text("organisation_id").references(() => organisations.id),
  },
  (t) => [index("commitment_steps_commitment").on(t.commitmentId, t.at)],
);
