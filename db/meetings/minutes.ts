// SPDX-License-Identifier: AGPL-3.0-or-later
/** The minutes (verbale) of a session, from the first word to the publication. The words themselves are a shared document. */
import { index, instant, json, table, text, uniqueIndex } from "../columns";
import { documents } from "../documents/schema";
import { persons } from "../identity/schema";
import { organisations } from "../registry/schema";
import { agendaItems, meetings } from "./schema";

/** Written, circulated, approved, sealed, published: each is an instant. What is sealed is corrected by other minutes only. */
export const minutes = table(
  "minutes",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id").notNull().references(() => meetings.id),
    documentId: text("document_id").notNull().references(() => documents.id),
    /** For a verbale di rettifica: the minutes it corrects, the fingerprint of their sealed record, and why. */
    correctsId: text("corrects_id"),
    correctsSha256: text("corrects_sha256"),
    correctionReason: text("correction_reason"),
    begunAt: instant("begun_at").notNull(),
    begunByPersonId: text("begun_by_person_id").notNull().references(() => persons.id),
    begunByOrganisationId: text("begun_by_organisation_id").references(() => organisations.id),
    circulatedAt: instant("circulated_at"),
    /** The first instant at which amendments are too late. */
    amendableUntil: instant("amendable_until"),
    /** Blocks of the text that the house wrote when they were circulated: replaced if they are circulated again. */
    writtenBlockIds: json<string[]>("written_block_ids").notNull(),
    approvedAt: instant("approved_at"),
    approval: text<"express" | "tacit">("approval"),
    /** The session that approved them; null when nobody had to. */
    approvedAtMeetingId: text("approved_at_meeting_id").references(() => meetings.id),
    sealedAt: instant("sealed_at"),
    publication: text<"full" | "extract" | "none">("publication"),
    publishedAt: instant("published_at"),
    publicationReason: text("publication_reason"),
    /** What the public reads of an extract, as decided (`Extract` in app/meetings/minutes). */
    extract: json<Record<string, unknown> | null>("extract"),
  },
  (t) => [uniqueIndex("minutes_document").on(t.documentId), index("minutes_meeting").on(t.meetingId)],
);

/** To whom the minutes were sent: the bodies that were there, and the person who spoke. They alone may ask to amend them. */
export const minutesRecipients = table(
  "minutes_recipients",
  {
    id: text("id").primaryKey(),
    minutesId: text("minutes_id").notNull().references(() => minutes.id),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    personId: text("person_id").notNull().references(() => persons.id),
    at: instant("at").notNull(),
  },
  (t) => [index("minutes_recipients_minutes").on(t.minutesId), index("minutes_recipients_person").on(t.personId)],
);

/** Something that a body who was there wants put differently. Accepted, or annexed with who and why; never erased. */
export const amendments = table(
  "minutes_amendments",
  {
    id: text("id").primaryKey(),
    minutesId: text("minutes_id").notNull().references(() => minutes.id),
    /** The point of the agenda it is about; null for the minutes as a whole. */
    agendaItemId: text("agenda_item_id").references(() => agendaItems.id),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    personId: text("person_id").notNull().references(() => persons.id),
    /** The words that the body wants in the minutes, and why. */
    text: text("text").notNull(),
    reason: text("reason").notNull(),
    at: instant("at").notNull(),
    outcome: text<"accepted" | "annexed" | "withdrawn">("outcome"),
    /** What who keeps the minutes answered. */
    answer: text("answer"),
    answeredAt: instant("answered_at"),
    answeredByPersonId: text("answered_by_person_id").references(() => persons.id),
  },
  (t) => [index("minutes_amendments_minutes").on(t.minutesId, t.at)],
);
