// SPDX-License-Identifier: AGPL-3.0-or-later
import { bool, index, instant, int, table, text } from "../columns";
import { persons } from "../identity/schema";
import { organisations } from "../registry/schema";

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
    state: text<"draft" | "consultation" | "approved" | "superseded">("state").notNull(),
    visibility: text<"table" | "public">("visibility").notNull(),
    /** Version of the text schema with which it was made (app/documents/schema). */
    schemaVersion: int("schema_version").notNull(),
    createdByPersonId: text("created_by_person_id").references(() => persons.id),
    createdByOrganisationId: text("created_by_organisation_id").references(() => organisations.id),
    createdAt: instant("created_at").notNull(),
    /** While set nobody writes; the reason is a message key. */
    lockedAt: instant("locked_at"),
    lockedReason: text("locked_reason"),
    /** Set when the work on it is over for good. */
    closedAt: instant("closed_at"),
    /** True when it cannot be approved while a comment is unresolved; suggestions and observations always need their answer. */
    commentsMustClose: bool("comments_must_close"),
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
