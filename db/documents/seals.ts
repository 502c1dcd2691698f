// SPDX-License-Identifier: AGPL-3.0-or-later
/** Texts that were approved: what was sealed, by whom, and which text corrects which. Never changed, never deleted. */
import { index, instant, int, table, text, uniqueIndex } from "../columns";
import { persons } from "../identity/schema";
import { organisations } from "../registry/schema";
import { documents, documentVersions } from "./schema";

/** A sealed version. The files are in the files of the house under their fingerprint, which the register of acts repeats. */
export const documentSeals = table(
  "document_seals",
  {
    versionId: text("version_id").primaryKey().references(() => documentVersions.id),
    documentId: text("document_id").notNull().references(() => documents.id),
    at: instant("at").notNull(),
    personId: text("person_id").references(() => persons.id),
    organisationId: text("organisation_id").references(() => organisations.id),
    /** Name of the body at that moment. */
    organisationName: text("organisation_name").notNull(),
    protocol: text("protocol"),
    /** Of the canonical text of the version, of the sealed record (JSON) and of the PDF. */
    textSha256: text("text_sha256").notNull(),
    recordSha256: text("record_sha256").notNull(),
    pdfSha256: text("pdf_sha256").notNull(),
    /** Number of the act in the register. */
    journalSeq: int("journal_seq").notNull(),
  },
  (t) => [uniqueIndex("document_seals_document").on(t.documentId), index("document_seals_pdf").on(t.pdfSha256), index("document_seals_record").on(t.recordSha256), index("document_seals_text").on(t.textSha256)],
);

/** A document that was begun to correct a sealed one. When it is sealed in its turn, the other is superseded. */
export const documentCorrections = table(
  "document_corrections",
  {
    documentId: text("document_id").primaryKey().references(() => documents.id),
    correctsId: text("corrects_id").notNull().references(() => documents.id),
    /** Fingerprint of the record that is corrected. */
    recordSha256: text("record_sha256").notNull(),
    reason: text("reason").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [index("document_corrections_corrects").on(t.correctsId)],
);
