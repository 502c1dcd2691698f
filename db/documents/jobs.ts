// SPDX-License-Identifier: AGPL-3.0-or-later
/** Work on files that may take longer than a person waits for a page: kept for a while, then forgotten. */
import { bytes, index, instant, int, json, table, text } from "../columns";
import { persons } from "../identity/schema";

/** An export or an import that somebody asked for. Only whoever asked sees it. */
export const documentJobs = table(
  "document_jobs",
  {
    id: text("id").primaryKey(),
    kind: text<"export" | "import" | "proposal">("kind").notNull(),
    personId: text("person_id").notNull().references(() => persons.id),
    organisationId: text("organisation_id"),
    /** The document that is exported, or for which changes are proposed; of an import, the one it made. */
    documentId: text("document_id"),
    /** What people know it by: title of the document, or name of the file. */
    title: text("title").notNull(),
    /** What was asked, so that it can be asked again. */
    wish: json<unknown>("wish").notNull(),
    state: text<"working" | "done" | "failed" | "interrupted">("state").notNull(),
    /** How far it is: a word for the step, and its number among `steps`. */
    step: text("step").notNull(),
    stepNumber: int("step_number").notNull(),
    steps: int("steps").notNull(),
    /** Why it failed: a message key and its values. */
    because: text("because"),
    values: json<Record<string, string | number>>("values"),
    /** What it found, for its page. */
    result: json<unknown>("result"),
    at: instant("at").notNull(),
    /** From then on nobody sees it, and it is removed. */
    expiresAt: instant("expires_at").notNull(),
  },
  (t) => [index("document_jobs_person").on(t.personId, t.at), index("document_jobs_expiry").on(t.expiresAt)],
);

/** The file that came in with a job, or that it made; removed with it. */
export const documentJobFiles = table("document_job_files", {
  jobId: text("job_id").primaryKey().references(() => documentJobs.id),
  name: text("name").notNull(),
  mediaType: text("media_type").notNull(),
  bytes: bytes("bytes").notNull(),
});
