// SPDX-License-Identifier: AGPL-3.0-or-later
import { bool, index, instant, int, json, table, text, uniqueIndex } from "../columns";
import { documents } from "../documents/schema";
import { persons } from "../identity/schema";
import { outbox } from "../notices/schema";
import { organisations } from "../registry/schema";
import { items, mandates, seats, workingTables } from "../tables/schema";

/** Sessions of a table repeated through the year, planned in one act. */
export const meetingSeries = table(
  "meeting_series",
  {
    id: text("id").primaryKey(),
    tableId: text("table_id").notNull().references(() => workingTables.id),
    /** `Recurrence` in app/meetings/calendar. */
    recurrence: json<Record<string, unknown>>("recurrence").notNull(),
    createdAt: instant("created_at").notNull(),
    byPersonId: text("by_person_id").notNull().references(() => persons.id),
    byOrganisationId: text("by_organisation_id").references(() => organisations.id),
  },
  (t) => [index("meeting_series_table").on(t.tableId)],
);

/**
 * An incontro (seduta) of a table: drafted, announced in the year's programme, convened, opened, closed; or cancelled. Each of these is
 * an instant, never a flag. It is never deleted once its members know of it.
 */
export const meetings = table(
  "meetings",
  {
    id: text("id").primaryKey(),
    tableId: text("table_id").notNull().references(() => workingTables.id),
    seriesId: text("series_id").references(() => meetingSeries.id),
    title: text("title").notNull(),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    mode: text<"in_person" | "remote" | "mixed">("mode").notNull(),
    place: text("place"),
    /** Address of the remote room: for who is called, never public. */
    link: text("link"),
    /** What the members should know besides the agenda. */
    note: text("note"),
    /** The last convocation, correction or cancellation sent (`meeting_calls`). */
    callId: text("call_id"),
    /** SEQUENCE of the calendar entry: grows with each correction. */
    sequence: int("sequence").notNull().default(0),
    /** Grows with each change of the meeting or of its agenda: who changes it says which revision they saw. */
    revision: int("revision").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    createdByPersonId: text("created_by_person_id").notNull().references(() => persons.id),
    createdByOrganisationId: text("created_by_organisation_id").references(() => organisations.id),
    changedAt: instant("changed_at").notNull(),
    /** Since when the date is in the programme that members and public read, before it is convened. */
    announcedAt: instant("announced_at"),
    convenedAt: instant("convened_at"),
    /** When the session was declared open. */
    openedAt: instant("opened_at"),
    /** When it was opened at a second call, whose quorum may be lower. */
    secondCallAt: instant("second_call_at"),
    closedAt: instant("closed_at"),
    cancelledAt: instant("cancelled_at"),
    cancelledReason: text("cancelled_reason"),
  },
  (t) => [index("meetings_table").on(t.tableId, t.startsAt), index("meetings_starts").on(t.startsAt)],
);

/** The agenda of a meeting, in the order of `position`. */
export const agendaItems = table(
  "agenda_items",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id").notNull().references(() => meetings.id),
    position: int("position").notNull(),
    title: text("title").notNull(),
    text: text("text"),
    minutes: int("minutes").notNull(),
    kind: text<"information" | "discussion" | "decision" | "minutes" | "commitments">("kind").notNull(),
    /** The body that asked for it; null: the coordination. */
    proposerOrganisationId: text("proposer_organisation_id").references(() => organisations.id),
    documentId: text("document_id").references(() => documents.id),
    /** The item that travels between tables and is discussed here. */
    itemId: text("item_id").references(() => items.id),
    /** What suggested it: a commitment, a document with open suggestions, an action that stands still. */
    sourceKind: text("source_kind"),
    sourceId: text("source_id"),
  },
  (t) => [index("agenda_items_meeting").on(t.meetingId, t.position)],
);

/** A subject that a member asks to put on the agenda; the convenor answers with a reason. */
export const agendaProposals = table(
  "agenda_proposals",
  {
    id: text("id").primaryKey(),
    tableId: text("table_id").notNull().references(() => workingTables.id),
    meetingId: text("meeting_id").notNull().references(() => meetings.id),
    title: text("title").notNull(),
    text: text("text").notNull(),
    minutes: int("minutes").notNull(),
    documentId: text("document_id").references(() => documents.id),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    personId: text("person_id").notNull().references(() => persons.id),
    proposedAt: instant("proposed_at").notNull(),
    outcome: text<"accepted" | "declined" | "withdrawn">("outcome"),
    reason: text("reason"),
    answeredAt: instant("answered_at"),
    answeredByPersonId: text("answered_by_person_id").references(() => persons.id),
    agendaItemId: text("agenda_item_id"),
  },
  (t) => [index("agenda_proposals_meeting").on(t.meetingId), index("agenda_proposals_table").on(t.tableId)],
);

/** A convocation, its corrections and its cancellation: what was sent, when, on whose behalf. Never changed. */
export const meetingCalls = table(
  "meeting_calls",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id").notNull().references(() => meetings.id),
    kind: text<"convocation" | "correction" | "cancellation">("kind").notNull(),
    sequence: int("sequence").notNull(),
    at: instant("at").notNull(),
    /** Free working days between the sending and the session, and how many the rules ask for. */
    freeDays: int("free_days").notNull(),
    neededDays: int("needed_days").notNull(),
    /** Why it was sent in less time than the rules ask for. */
    urgentReason: text("urgent_reason"),
    /** Why it was corrected or cancelled. */
    reason: text("reason"),
    /** Date, place and agenda as they were sent (`CallContent` in app/meetings/convocation). */
    content: json<Record<string, unknown>>("content").notNull(),
    byPersonId: text("by_person_id").notNull().references(() => persons.id),
    byOrganisationId: text("by_organisation_id").references(() => organisations.id),
  },
  (t) => [index("meeting_calls_meeting").on(t.meetingId, t.at)],
);

/** Who was called, for which seat, with which letter: the proof of sending. A seat without anybody to call has a row without person. */
export const callRecipients = table(
  "call_recipients",
  {
    id: text("id").primaryKey(),
    callId: text("call_id").notNull().references(() => meetingCalls.id),
    meetingId: text("meeting_id").notNull().references(() => meetings.id),
    seatId: text("seat_id").notNull().references(() => seats.id),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    personId: text("person_id").references(() => persons.id),
    capacity: text<"titular" | "deputy">("capacity"),
    letterId: text("letter_id").references(() => outbox.id),
  },
  (t) => [index("call_recipients_call").on(t.callId), index("call_recipients_person").on(t.personId)],
);

/** What a seat answers to a convocation. The last answer holds; earlier ones are replaced. */
export const attendanceReplies = table(
  "attendance_replies",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id").notNull().references(() => meetings.id),
    seatId: text("seat_id").notNull().references(() => seats.id),
    personId: text("person_id").notNull().references(() => persons.id),
    /** `absent`: nobody will come for the seat, and the absence counts as justified. */
    answer: text<"coming" | "deputy" | "absent">("answer").notNull(),
    note: text("note"),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("attendance_replies_seat").on(t.meetingId, t.seatId)],
);

/** Presence at a session, from arrival to leave; who comes back has another row. */
export const attendances = table(
  "attendances",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id").notNull().references(() => meetings.id),
    /** The seat spoken from; null for who holds none. */
    seatId: text("seat_id").references(() => seats.id),
    /** The mandate in force on arrival, or the ended one that an officer extended; null for observers. */
    mandateId: text("mandate_id").references(() => mandates.id),
    personId: text("person_id").notNull().references(() => persons.id),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    capacity: text<"titular" | "deputy" | "observer">("capacity").notNull(),
    remote: bool("remote").notNull().default(false),
    arrivedAt: instant("arrived_at").notNull(),
    leftAt: instant("left_at"),
    /** Why an observer is only that, as a message key: the mandate had ended, the seat is an observer's. */
    because: text("because"),
    /** Extension of an ended mandate for this session, with its reason and who granted it. */
    extensionReason: text("extension_reason"),
    extendedByPersonId: text("extended_by_person_id").references(() => persons.id),
    recordedByPersonId: text("recorded_by_person_id").notNull().references(() => persons.id),
  },
  (t) => [index("attendances_meeting").on(t.meetingId), index("attendances_person").on(t.personId), index("attendances_seat").on(t.seatId)],
);

/** An interest that a body declares in a point of the agenda: its voice may speak, and abstains from the recorded position. */
export const conflictDeclarations = table(
  "conflict_declarations",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id").notNull().references(() => meetings.id),
    agendaItemId: text("agenda_item_id").notNull().references(() => agendaItems.id),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    personId: text("person_id").notNull().references(() => persons.id),
    /** What the interest is: for the coordination; the minutes say only that the body abstains. */
    interest: text("interest").notNull(),
    declaredAt: instant("declared_at").notNull(),
    /** Who wrote it down for a body that said it aloud in the room; null when the body declared it itself. */
    recordedByPersonId: text("recorded_by_person_id").references(() => persons.id),
    withdrawnAt: instant("withdrawn_at"),
    /** Why a record made by mistake was taken back; null when the body withdrew its declaration. */
    withdrawnReason: text("withdrawn_reason"),
  },
  (t) => [index("conflict_declarations_meeting").on(t.meetingId)],
);

/** What somebody needs in order to take part: read by the convenor only, deleted 30 days after the session (domain reference 4.2). */
export const accessNeeds = table(
  "access_needs",
  {
    id: text("id").primaryKey(),
    meetingId: text("meeting_id").notNull().references(() => meetings.id),
    personId: text("person_id").notNull().references(() => persons.id),
    needs: text("needs").notNull(),
    askedAt: instant("asked_at").notNull(),
  },
  (t) => [uniqueIndex("access_needs_person").on(t.meetingId, t.personId)],
);

/** A question about dates, before a meeting is convened. */
export const meetingPolls = table(
  "meeting_polls",
  {
    id: text("id").primaryKey(),
    tableId: text("table_id").notNull().references(() => workingTables.id),
    title: text("title").notNull(),
    /** How long the meeting will last. */
    minutes: int("minutes").notNull(),
    note: text("note"),
    answersBy: instant("answers_by").notNull(),
    createdAt: instant("created_at").notNull(),
    byPersonId: text("by_person_id").notNull().references(() => persons.id),
    byOrganisationId: text("by_organisation_id").references(() => organisations.id),
    closedAt: instant("closed_at"),
    /** The meeting drafted from the chosen option; null when it was closed without choosing. */
    meetingId: text("meeting_id").references(() => meetings.id),
  },
  (t) => [index("meeting_polls_table").on(t.tableId)],
);

export const pollOptions = table(
  "poll_options",
  {
    id: text("id").primaryKey(),
    pollId: text("poll_id").notNull().references(() => meetingPolls.id),
    startsAt: instant("starts_at").notNull(),
  },
  (t) => [index("poll_options_poll").on(t.pollId)],
);

/** One answer per seat and option: the last holds. */
export const pollAnswers = table(
  "poll_answers",
  {
    id: text("id").primaryKey(),
    pollId: text("poll_id").notNull().references(() => meetingPolls.id),
    optionId: text("option_id").notNull().references(() => pollOptions.id),
    seatId: text("seat_id").notNull().references(() => seats.id),
    personId: text("person_id").notNull().references(() => persons.id),
    answer: text<"yes" | "if_needed" | "no">("answer").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [uniqueIndex("poll_answers_seat").on(t.optionId, t.seatId), index("poll_answers_poll").on(t.pollId)],
);

/** An address from which a calendar program reads somebody's meetings; whoever holds the secret reads them until it is revoked. */
export const calendarFeeds = table(
  "calendar_feeds",
  {
    id: text("id").primaryKey(),
    personId: text("person_id").notNull().references(() => persons.id),
    /** SHA-256 of the secret: the address itself is shown once. */
    tokenHash: text("token_hash").notNull(),
    createdAt: instant("created_at").notNull(),
    revokedAt: instant("revoked_at"),
  },
  (t) => [uniqueIndex("calendar_feeds_token").on(t.tokenHash), index("calendar_feeds_person").on(t.personId)],
);
