// SPDX-License-Identifier: AGPL-3.0-or-later
/** What a table decided in a session: by consensus that nobody opposed, or with one vote for each body. */
import { bool, index, instant, int, json, table, text, uniqueIndex } from "../columns";
import { documents } from "../documents/schema";
import { persons } from "../identity/schema";
import { organisations } from "../registry/schema";
import { mandates, seats } from "../tables/schema";
import { agendaItems, meetings } from "./schema";

/** A decision put to a session. What was true when it was taken (who was there, how many were needed) is kept as it was. */
export const decisions = table(
  "decisions",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id").notNull().references(() => meetings.id),
    agendaItemId: text("agenda_item_id").notNull().references(() => agendaItems.id),
    /** What is decided, in the words that go into the minutes. */
    text: text("text").notNull(),
    method: text<"consensus" | "vote">("method").notNull(),
    /** The text that is voted on: nobody changes it while the vote is open. */
    documentId: text("document_id").references(() => documents.id),
    openedAt: instant("opened_at").notNull(),
    openedByPersonId: text("opened_by_person_id").notNull().references(() => persons.id),
    closedAt: instant("closed_at"),
    outcome: text<"taken" | "not_taken" | "no_quorum" | "withdrawn">("outcome"),
    /** Why it was withdrawn. */
    reason: text("reason"),
    /** Seats counted for the quorum when it was closed: entitled, present, needed. */
    entitled: int("entitled"),
    present: int("present"),
    needed: int("needed"),
    /** How many bodies said what, public bodies apart (`Tally` in app/meetings/decisions). */
    tally: json<Record<string, unknown> | null>("tally"),
  },
  (t) => [index("decisions_meeting").on(t.meetingId)],
);

/** The position of one body: one each, whatever the number of its people in the room. Never changed. */
export const ballots = table(
  "ballots",
  {
    id: text("id").primaryKey(),
    decisionId: text("decision_id").notNull().references(() => decisions.id),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    seatId: text("seat_id").notNull().references(() => seats.id),
    /** The mandate in force when the person spoke; null where an ended one was extended for the session. */
    mandateId: text("mandate_id").references(() => mandates.id),
    personId: text("person_id").notNull().references(() => persons.id),
    choice: text<"for" | "against" | "abstained">("choice").notNull(),
    /** The body had declared an interest in the matter: it abstains whatever it would have said. */
    conflict: bool("conflict").notNull(),
    publicBody: bool("public_body").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("ballots_body").on(t.decisionId, t.organisationId)],
);

/** A reserve (riserva): a body goes along, or not, and wants the reason on record. */
export const reserves = table(
  "reserves",
  {
    id: text("id").primaryKey(),
    decisionId: text("decision_id").notNull().references(() => decisions.id),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    personId: text("person_id").notNull().references(() => persons.id),
    /** `dissent` stops a consensus; `reserve` does not. */
    kind: text<"reserve" | "dissent">("kind").notNull(),
    reason: text("reason").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("reserves_body").on(t.decisionId, t.organisationId)],
);
