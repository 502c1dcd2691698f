// SPDX-License-Identifier: AGPL-3.0-or-later
import { bool, bytes, index, instant, int, json, table, text, uniqueIndex } from "../columns";
import { persons } from "../identity/schema";
import { organisations } from "../registry/schema";

type DocumentState = "draft" | "consultation" | "approved" | "superseded";

/** A shared text. Its words live in the realtime log under the same id; this row says what it is and who may come near. Never deleted. */
export const documents = table(
  "documents",
  {
    id: text("id").primaryKey(),
    title: text("title").notNull(),
    /** Who comes near: the seats of a table, or the bodies named in `document_grants`. */
    scopeKind: text<"table" | "organisations">("scope_kind").notNull(),
    /** Id of the table, or of the thing for which the bodies write together. */
    scopeId: text("scope_id").notNull(),
    /** See `templates` in app/documents. */
    template: text("template").notNull(),
    state: text<DocumentState>("state").notNull(),
    /** While in consultation: the instant after which nobody comments or suggests any more. */
    consultationEndsAt: instant("consultation_ends_at"),
    /** The document that took the place of this one, when it was superseded by another of ours. */
    supersededById: text("superseded_by_id"),
    visibility: text<"table" | "public">("visibility").notNull(),
    /** Version of the text schema with which it was made (app/documents/schema). */
    schemaVersion: int("schema_version").notNull(),
    createdByPersonId: text("created_by_person_id").references(() => persons.id),
    createdByOrganisationId: text("created_by_organisation_id").references(() => organisations.id),
    createdAt: instant("created_at").notNull(),
    /** While set nobody writes; the reason is a message key. */
    lockedAt: instant("locked_at"),
    lockedReason: text("locked_reason"),
    /** While set the log takes a change in spite of the lock: of the domain that governs the document, for the moment of writing it. */
    lockLiftedAt: instant("lock_lifted_at"),
    /** Set when another domain takes the steps of its life (minutes of a session): a message key that says so to who would take them here. */
    governedBy: text("governed_by"),
    /** Set when the work on it is over for good. */
    closedAt: instant("closed_at"),
    /** True when it cannot be approved while a comment is unresolved; suggestions and observations always need their answer. */
    commentsMustClose: bool("comments_must_close"),
    /** Row of the log up to which automatic versions have been considered. */
    versionedSeq: int("versioned_seq").notNull().default(0),
  },
  (t) => [index("documents_scope").on(t.scopeKind, t.scopeId)],
);

/** Access of a body to a document outside any table. Never edited: ended, and begun anew. */
export const documentGrants = table(
  "document_grants",
  {
    id: text("id").primaryKey(),
    documentId: text("document_id").notNull().references(() => documents.id),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    access: text<"read" | "suggest" | "write">("access").notNull(),
    validFrom: instant("valid_from").notNull(),
    validTo: instant("valid_to"),
  },
  (t) => [index("document_grants_document").on(t.documentId), index("document_grants_organisation").on(t.organisationId)],
);

/** Each step of a document from draft to superseded: who took it, for whom, when and why. Never edited. */
export const documentStateChanges = table(
  "document_state_changes",
  {
    id: text("id").primaryKey(),
    documentId: text("document_id").notNull().references(() => documents.id),
    from: text<DocumentState>("from_state").notNull(),
    to: text<DocumentState>("to_state").notNull(),
    at: instant("at").notNull(),
    personId: text("person_id").references(() => persons.id),
    organisationId: text("organisation_id").references(() => organisations.id),
    /** In the words of who decided. */
    reason: text("reason"),
    /** For a consultation: until when. */
    endsAt: instant("ends_at"),
  },
  (t) => [index("document_state_changes_document").on(t.documentId, t.at)],
);

/** The text as it stood after row `seq` of the log. Never edited, never deleted. */
export const documentVersions = table(
  "document_versions",
  {
    id: text("id").primaryKey(),
    documentId: text("document_id").notNull().references(() => documents.id),
    /** Counted per document from 1. */
    number: int("number").notNull(),
    kind: text<"automatic" | "named" | "sealed">("kind").notNull(),
    /** What made it: a person, ten minutes of writing, the last one leaving, a restore about to happen, a change of state. */
    cause: text<"person" | "activity" | "departure" | "restore" | "state">("cause").notNull(),
    name: text("name"),
    reason: text("reason"),
    seq: int("seq").notNull(),
    at: instant("at").notNull(),
    /** Null when nobody asked for it. */
    personId: text("person_id").references(() => persons.id),
    organisationId: text("organisation_id").references(() => organisations.id),
    /** Ids of the bodies that wrote since the version before. */
    writers: json<string[]>("writers").notNull(),
    /** The shared state as one Yjs update, gzip. */
    state: bytes("state").notNull(),
    /** The text as canonical JSON (RFC 8785) of its ProseMirror document: what `sha256` is the fingerprint of. */
    text: text("text").notNull(),
    sha256: text("sha256").notNull(),
    /** Whose each piece of the text was at that moment (app/documents/attribution). */
    authorship: json<unknown>("authorship"),
  },
  (t) => [uniqueIndex("document_versions_number").on(t.documentId, t.number)],
);

/** Whose each piece of a document's text is, as worked out up to row `seq` of the log. Can be rebuilt from it. */
export const documentAttributions = table("document_attributions", {
  documentId: text("document_id").primaryKey().references(() => documents.id),
  seq: int("seq").notNull(),
  at: instant("at").notNull(),
  /** The shared state at `seq`, gzip. */
  state: bytes("state").notNull(),
  /** The working of the attribution at `seq` as JSON, gzip. */
  ledger: bytes("ledger").notNull(),
});

/**
 * A file that belongs to a document: an attachment, or a picture in its text. The bytes are in the files of the house under
 * their SHA-256. Never removed: an attachment is withdrawn, with a reason, and stays.
 */
export const documentFiles = table(
  "document_files",
  {
    id: text("id").primaryKey(),
    documentId: text("document_id").notNull().references(() => documents.id),
    kind: text<"attachment" | "picture">("kind").notNull(),
    /** Name of the file as it was on the sender's computer. */
    name: text("name").notNull(),
    /** Of a picture: what it shows, for who does not see it. Of an attachment: what it is. */
    description: text("description").notNull(),
    /** Recognised from the content, never from the name. */
    mediaType: text("media_type").notNull(),
    sha256: text("sha256").notNull(),
    size: int("size").notNull(),
    /** Whether a virus scanner looked at it and found nothing; false when none was there to look. */
    scanned: bool("scanned").notNull(),
    personId: text("person_id").notNull().references(() => persons.id),
    organisationId: text("organisation_id").references(() => organisations.id),
    at: instant("at").notNull(),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnReason: text("withdrawn_reason"),
    withdrawnByPersonId: text("withdrawn_by_person_id").references(() => persons.id),
    withdrawnByOrganisationId: text("withdrawn_by_organisation_id").references(() => organisations.id),
  },
  (t) => [index("document_files_document").on(t.documentId, t.at)],
);
