// SPDX-License-Identifier: AGPL-3.0-or-later
import { bytes, index, instant, int, json, money, table, text, uniqueIndex } from "../columns";
import { affiliations, organisations } from "../registry/schema";
import { workingTables } from "../tables/schema";

/** A procedure under art. 55 CTS. `state` repeats the last row of its transitions; the names are in app/procedures/machine.ts. */
export const procedures = table(
  "procedures",
  {
    id: text("id").primaryKey(),
    /** Progressive per kind and year, e.g. `CP-2026-001`. */
    code: text("code").notNull(),
    kind: text<"co_programming" | "co_design">("kind").notNull(),
    title: text("title").notNull(),
    /** The Direzione that leads it. */
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    tableId: text("table_id").references(() => workingTables.id),
    /** Objectives of the plan, with the words they had when they were chosen. */
    objectives: json<{ id: string; code: string; title: string }[]>("objectives").notNull(),
    state: text("state").notNull(),
    /** The first and last second in which an application is received; set at publication, moved by an extension. */
    opensAt: instant("opens_at"),
    closesAt: instant("closes_at"),
    createdAt: instant("created_at").notNull(),
    createdByAffiliationId: text("created_by_affiliation_id").notNull().references(() => affiliations.id),
  },
  (t) => [uniqueIndex("procedures_code").on(t.code), index("procedures_state").on(t.state, t.closesAt)],
);

/** Every change of state, never changed afterwards. Events that keep the state (a correction, an extension) are rows too. */
export const procedureTransitions = table(
  "procedure_transitions",
  {
    id: text("id").primaryKey(),
    procedureId: text("procedure_id").notNull().references(() => procedures.id),
    event: text("event").notNull(),
    fromState: text("from_state"),
    toState: text("to_state").notNull(),
    at: instant("at").notNull(),
    /** Null when the clock did it. */
    affiliationId: text("affiliation_id").references(() => affiliations.id),
    reason: text("reason"),
  },
  (t) => [index("procedure_transitions_procedure").on(t.procedureId, t.at)],
);

/** Version 0 is the draft; published versions count from 1 and never change. */
export const procedureNotices = table(
  "procedure_notices",
  {
    id: text("id").primaryKey(),
    procedureId: text("procedure_id").notNull().references(() => procedures.id),
    version: int("version").notNull(),
    occasion: text<"draft" | "publication" | "correction" | "extension">("occasion").notNull(),
    /** See `NoticeContent` in app/procedures/notice.ts. */
    content: json<Record<string, unknown>>("content").notNull(),
    /** Why a published notice was corrected or extended. */
    reason: text("reason"),
    savedAt: instant("saved_at").notNull(),
    savedByAffiliationId: text("saved_by_affiliation_id").notNull().references(() => affiliations.id),
  },
  (t) => [uniqueIndex("procedure_notices_version").on(t.procedureId, t.version)],
);

/** A body answers a notice, alone or with partners. One per lead and procedure. */
export const applications = table(
  "applications",
  {
    id: text("id").primaryKey(),
    procedureId: text("procedure_id").notNull().references(() => procedures.id),
    leadOrganisationId: text("lead_organisation_id").notNull().references(() => organisations.id),
    title: text("title").notNull(),
    state: text<"draft" | "submitted" | "admitted" | "excluded">("state").notNull(),
    /** The project form, a shared document. */
    documentId: text("document_id").notNull(),
    /** Grows with each save of the economic plan, so that two people do not overwrite each other unseen. */
    budgetVersion: int("budget_version").notNull().default(0),
    createdAt: instant("created_at").notNull(),
    createdByAffiliationId: text("created_by_affiliation_id").notNull().references(() => affiliations.id),
  },
  (t) => [uniqueIndex("applications_lead").on(t.procedureId, t.leadOrganisationId)],
);

/** A body in an application: the lead from the start, a partner from its own answer to the invitation. */
export const applicationPartners = table(
  "application_partners",
  {
    id: text("id").primaryKey(),
    applicationId: text("application_id").notNull().references(() => applications.id),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    role: text<"lead" | "partner">("role").notNull(),
    state: text<"invited" | "accepted" | "declined" | "left">("state").notNull(),
    invitedAt: instant("invited_at").notNull(),
    invitedByAffiliationId: text("invited_by_affiliation_id").notNull().references(() => affiliations.id),
    answeredAt: instant("answered_at"),
    answeredByAffiliationId: text("answered_by_affiliation_id").references(() => affiliations.id),
    leftAt: instant("left_at"),
    leftReason: text("left_reason"),
    /** Hundredths of a percent: 3333 is 33,33 %. */
    share: int("share"),
    /** The words declared, as they were shown. */
    declaration: text("declaration"),
    confirmedAt: instant("confirmed_at"),
    confirmedByAffiliationId: text("confirmed_by_affiliation_id").references(() => affiliations.id),
    /** SHA-256 of what was confirmed (share, own lines): when they change the confirmation no longer covers them. */
    confirmedDigest: text("confirmed_digest"),
  },
  (t) => [
    index("application_partners_application").on(t.applicationId),
    index("application_partners_organisation").on(t.organisationId, t.state),
  ],
);

/** A cost of the economic plan: partner × action × category × year × class of the resource that covers it. */
export const budgetCosts = table(
  "budget_costs",
  {
    id: text("id").primaryKey(),
    applicationId: text("application_id").notNull().references(() => applications.id),
    partnerId: text("partner_id").notNull().references(() => applicationPartners.id),
    position: int("position").notNull(),
    action: text("action").notNull(),
    category: text("category").notNull(),
    year: int("year").notNull(),
    resourceClass: text("resource_class").notNull(),
    amount: money("amount").notNull(),
  },
  (t) => [index("budget_costs_application").on(t.applicationId, t.position)],
);

/** A resource of the economic plan: who brings it, of which class, in which year. */
export const budgetResources = table(
  "budget_resources",
  {
    id: text("id").primaryKey(),
    applicationId: text("application_id").notNull().references(() => applications.id),
    partnerId: text("partner_id").notNull().references(() => applicationPartners.id),
    position: int("position").notNull(),
    resourceClass: text("resource_class").notNull(),
    source: text("source").notNull(),
    year: int("year").notNull(),
    amount: money("amount").notNull(),
  },
  (t) => [index("budget_resources_application").on(t.applicationId, t.position)],
);

/** What was received: the frozen package, its fingerprint, and the receipt given for it. Only `withdrawn…` is ever set later. */
export const applicationReceipts = table(
  "application_receipts",
  {
    /** Year and progressive number, e.g. `2026-000123`. */
    number: text("number").primaryKey(),
    year: int("year").notNull(),
    sequence: int("sequence").notNull(),
    applicationId: text("application_id").notNull().references(() => applications.id),
    procedureId: text("procedure_id").notNull().references(() => procedures.id),
    receivedAt: instant("received_at").notNull(),
    submittedByAffiliationId: text("submitted_by_affiliation_id").notNull().references(() => affiliations.id),
    packageBytes: bytes("package_bytes").notNull(),
    packageSha256: text("package_sha256").notNull(),
    receiptBytes: bytes("receipt_bytes").notNull(),
    receiptSha256: text("receipt_sha256").notNull(),
    withdrawnAt: instant("withdrawn_at"),
    withdrawnByAffiliationId: text("withdrawn_by_affiliation_id").references(() => affiliations.id),
  },
  (t) => [
    uniqueIndex("application_receipts_sequence").on(t.year, t.sequence),
    index("application_receipts_application").on(t.applicationId),
  ],
);

/** What the office decided about an application; the last row counts, the earlier ones stay. */
export const applicationDecisions = table(
  "application_decisions",
  {
    id: text("id").primaryKey(),
    applicationId: text("application_id").notNull().references(() => applications.id),
    outcome: text<"admitted" | "excluded">("outcome").notNull(),
    reason: text("reason").notNull(),
    at: instant("at").notNull(),
    affiliationId: text("affiliation_id").notNull().references(() => affiliations.id),
  },
  (t) => [index("application_decisions_application").on(t.applicationId, t.at)],
);

/** Who of the office opened a received application, and when: reserved papers leave a trace of their readers. */
export const applicationOpenings = table(
  "application_openings",
  {
    id: text("id").primaryKey(),
    applicationId: text("application_id").notNull().references(() => applications.id),
    procedureId: text("procedure_id").notNull().references(() => procedures.id),
    affiliationId: text("affiliation_id").notNull().references(() => affiliations.id),
    at: instant("at").notNull(),
  },
  (t) => [index("application_openings_procedure").on(t.procedureId)],
);
