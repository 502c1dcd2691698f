// SPDX-License-Identifier: AGPL-3.0-or-later
/** What is said about a document beside its text: comments, suggestions, observations, answers, positions. Nothing here is ever deleted. */
import { index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../columns";
import { persons } from "../identity/schema";
import { organisations } from "../registry/schema";
import { documents } from "./schema";

/** Where in a text something was said, in three ways: any that still leads to the quoted words is good. */
export type Anchor = {
  /** Yjs relative positions, base64. */
  start: string;
  end: string;
  /** Id of the block where it starts, and how many characters into it. */
  blockId: string | null;
  offset: number;
  /** The words themselves, and up to 32 characters on either side. */
  quote: string;
  before: string;
  after: string;
};

/** What a suggestion says, in words: kept so that it outlives its marks in the text. */
export type SuggestionWords = {
  inserted: string;
  deleted: string;
  /** Words whose look would change. */
  formatted: string;
  before: string;
  after: string;
  blockId: string | null;
  /** The heading under which it stands. */
  section: string | null;
  /** What the block is and what it would become (app/documents/schema/suggested/shape.ts), when that changes. */
  shape?: { was: string; becomes: string };
};

const said = {
  documentId: text("document_id").notNull().references(() => documents.id),
  personId: text("person_id").notNull().references(() => persons.id),
  organisationId: text("organisation_id").notNull().references(() => organisations.id),
  at: instant("at").notNull(),
};

/** A talk about some words of a document. */
export const commentThreads = table(
  "comment_threads",
  {
    id: text("id").primaryKey(),
    ...said,
    anchor: json<Anchor>("anchor").notNull(),
    resolvedAt: instant("resolved_at"),
    resolvedByPersonId: text("resolved_by_person_id").references(() => persons.id),
    resolvedByOrganisationId: text("resolved_by_organisation_id").references(() => organisations.id),
  },
  (t) => [index("comment_threads_document").on(t.documentId)],
);

/** One thing said in a talk. `text` is what it says now. */
export const comments = table(
  "comments",
  {
    id: text("id").primaryKey(),
    threadId: text("thread_id").notNull().references(() => commentThreads.id),
    personId: text("person_id").notNull().references(() => persons.id),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    at: instant("at").notNull(),
    text: text("text").notNull(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [index("comments_thread").on(t.threadId)],
);

/** What a comment said before it was corrected, and until when. */
export const commentEdits = table(
  "comment_edits",
  {
    id: text("id").primaryKey(),
    commentId: text("comment_id").notNull().references(() => comments.id),
    text: text("text").notNull(),
    until: instant("until").notNull(),
  },
  (t) => [index("comment_edits_comment").on(t.commentId)],
);

/** A change of the text that somebody proposed: made when its marks were first seen stored, and kept whatever becomes of them. */
export const suggestions = table(
  "suggestions",
  {
    id: text("id").primaryKey(),
    ...said,
    /** The id that its marks carry in the text. */
    mark: text("mark").notNull(),
    /** As first seen, and as last seen in the text. */
    first: json<SuggestionWords>("first").notNull(),
    words: json<SuggestionWords>("words").notNull(),
    /** Up to which stored update the text was looked at. */
    seenSeq: int("seen_seq").notNull(),
    /** Since when its marks are no longer in the text, though nobody answered. */
    goneAt: instant("gone_at"),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [uniqueIndex("suggestions_mark").on(t.documentId, t.mark, t.personId, t.organisationId), index("suggestions_organisation").on(t.organisationId)],
);

/** A numbered text with which a body tells its view on a document, or on a section of it. */
export const observations = table(
  "observations",
  {
    id: text("id").primaryKey(),
    ...said,
    /** Counted per document from 1. */
    number: int("number").notNull(),
    /** Block id of the heading, and its words at that moment; both null for the whole document. */
    sectionId: text("section_id"),
    sectionTitle: text("section_title"),
    text: text("text").notNull(),
    withdrawnAt: instant("withdrawn_at"),
  },
  (t) => [uniqueIndex("observations_number").on(t.documentId, t.number), index("observations_organisation").on(t.organisationId)],
);

/** What was answered to a suggestion or an observation. A later answer does not remove an earlier one: the last counts. */
export const answers = table(
  "answers",
  {
    id: text("id").primaryKey(),
    ...said,
    suggestionId: text("suggestion_id").references(() => suggestions.id),
    observationId: text("observation_id").references(() => observations.id),
    outcome: text<"accepted" | "partly" | "refused" | "postponed">("outcome").notNull(),
    reason: text("reason").notNull(),
    /** Since when no letter about it is owed to the author. */
    toldAt: instant("told_at"),
  },
  (t) => [index("answers_document").on(t.documentId), index("answers_told").on(t.toldAt, t.at)],
);

/** Up to when a person has read the answers to what they said for a body. */
export const answerReadings = table(
  "answer_readings",
  {
    personId: text("person_id").notNull().references(() => persons.id),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    until: instant("until").notNull(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.organisationId] })],
);

/** How a body stands towards a document or a section of it. A change of mind is a new row: the last counts. */
export const positions = table(
  "positions",
  {
    id: text("id").primaryKey(),
    ...said,
    sectionId: text("section_id"),
    sectionTitle: text("section_title"),
    stance: text<"favourable" | "reserve" | "abstained" | "contrary">("stance").notNull(),
    condition: text("condition"),
    /** SHA-256 of the words it is about: when the text has others, the position is about an earlier text. */
    sha256: text("sha256").notNull(),
  },
  (t) => [index("positions_document").on(t.documentId)],
);

/** The question, to the bodies with a reserve on a section, whether what was written since has overcome it. */
export const positionQuestions = table(
  "position_questions",
  {
    id: text("id").primaryKey(),
    ...said,
    sectionId: text("section_id"),
    note: text("note").notNull(),
  },
  (t) => [index("position_questions_document").on(t.documentId)],
);
