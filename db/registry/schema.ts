// SPDX-License-Identifier: AGPL-3.0-or-later
import { bool, index, instant, int, json, primaryKey, table, text, uniqueIndex } from "../columns";
import { persons } from "../identity/schema";

/** How a body stands in the RUNTS. `not_found`: it is not in a list that should name it. */
export type Enrolment = "enrolled" | "pending" | "cancelled" | "not_found";

/** A body: third-sector, public, or other. Never deleted; a merger points forward with `mergedIntoId`. */
export const organisations = table(
  "organisations",
  {
    id: text("id").primaryKey(),
    /** Short stable name in URLs, e.g. `quattro-lampioni`. */
    slug: text("slug").notNull(),
    name: text("name").notNull(),
    /** See `organisationKinds` in app/registry. */
    kind: text("kind").notNull(),
    /** Only for ETS: see `etsCategories` in app/registry (art. 4 and 46 CTS). */
    etsCategory: text("ets_category"),
    runtsNumber: text("runts_number"),
    /** Section of the RUNTS, `a` to `g` (art. 46 c. 1 CTS). */
    runtsSection: text("runts_section"),
    fiscalCode: text("fiscal_code"),
    vatNumber: text("vat_number"),
    ipaCode: text("ipa_code"),
    pec: text("pec"),
    /** Label of the legal representative as declared; a role in demonstration data. */
    legalRepresentative: text("legal_representative"),
    /** Letters of art. 5 c. 1 CTS, e.g. ["a","c"]. */
    art5Letters: json<string[]>("art5_letters").notNull(),
    /** "city" or the numbers of the Municipi in which the body works. */
    territory: json<{ scale: "city" | "district"; districts: number[] }>("territory").notNull(),
    purpose: text("purpose"),
    /** For whom the body speaks, beyond itself: see `voicesRepresented` in app/registry. */
    represents: json<string[]>("represents").notNull().$defaultFn(() => []),
    /** How many people work or volunteer in it: see `sizes` in app/registry. */
    size: text<"small" | "medium" | "large">("size"),
    /** Where the record comes from and when it was last checked by a person. */
    source: text<"self_declared" | "manual_check" | "import" | "demo">("source").notNull(),
    checkedAt: instant("checked_at"),
    checkedByPersonId: text("checked_by_person_id").references(() => persons.id),
    /** When the list was drawn up from which the record comes. */
    sourceDate: instant("source_date"),
    /** How the body stood in the RUNTS when somebody last looked: the outcome of the last row of `registry_checks`. */
    enrolment: text<Enrolment>("enrolment"),
    /** Since when it stands so, where that is known; otherwise when it was found so. */
    enrolmentFrom: instant("enrolment_from"),
    createdAt: instant("created_at").notNull(),
    mergedIntoId: text("merged_into_id"),
    closedAt: instant("closed_at"),
  },
  (t) => [uniqueIndex("organisations_slug").on(t.slug), uniqueIndex("organisations_fiscal_code").on(t.fiscalCode), index("organisations_vat").on(t.vatNumber), index("organisations_runts").on(t.runtsNumber), index("organisations_ipa").on(t.ipaCode)],
);

/** Person × organisation × capacity × powers × dates. Never edited: ended, and begun anew. */
export const affiliations = table(
  "affiliations",
  {
    id: text("id").primaryKey(),
    personId: text("person_id").notNull().references(() => persons.id),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    /** See `capacities` in app/identity. */
    capacity: text("capacity").notNull(),
    /** See `powers` in app/identity. */
    powers: json<string[]>("powers").notNull(),
    /** How the person is called in this capacity, e.g. "Referente ATS". */
    roleLabel: text("role_label").notNull(),
    validFrom: instant("valid_from").notNull(),
    /** Exclusive end; null while in force. */
    validTo: instant("valid_to"),
    evidence: text("evidence"),
    endedReason: text("ended_reason"),
  },
  (t) => [index("affiliations_person").on(t.personId), index("affiliations_organisation").on(t.organisationId)],
);

/** The columns of a file that shows on what somebody's powers rest. */
export const actFile = () => ({
  id: text("id").primaryKey(),
  /** Name of the file as it was on the sender's computer. */
  name: text("name").notNull(),
  /** Which act it is. */
  description: text("description").notNull(),
  /** Recognised from the content, never from the name. */
  mediaType: text("media_type").notNull(),
  sha256: text("sha256").notNull(),
  size: int("size").notNull(),
  /** Whether a virus scanner looked at it and found nothing; false when none was there to look. */
  scanned: bool("scanned").notNull(),
  /** Who attached it. */
  personId: text("person_id").notNull().references(() => persons.id),
  at: instant("at").notNull(),
});

/** The act on which an affiliation rests: delegation, appointment, power of attorney. Never changed: a newer one stands beside it. */
export const affiliationFiles = table(
  "affiliation_files",
  {
    ...actFile(),
    /** Null while the invitation, or the request, that brought it waits for an answer. */
    affiliationId: text("affiliation_id").references(() => affiliations.id),
    /** The invitation, or the request to speak for a body, with which it came; null when it was attached later. */
    broughtBy: text("brought_by"),
  },
  (t) => [index("affiliation_files_affiliation").on(t.affiliationId, t.at), index("affiliation_files_brought").on(t.broughtBy)],
);

/** Each time somebody, or a list, looked how a body stands in the RUNTS. Never changed. */
export const registryChecks = table(
  "registry_checks",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    at: instant("at").notNull(),
    outcome: text<Enrolment>("outcome").notNull(),
    since: instant("since"),
    note: text("note"),
    byPersonId: text("by_person_id").notNull().references(() => persons.id),
    /** The list in which it was looked up; null when a person looked it up by hand. */
    importId: text("import_id").references(() => registryImports.id),
  },
  (t) => [index("registry_checks_organisation").on(t.organisationId, t.at)],
);

/** A list of bodies as one line of an uploaded file gives it; see `ListedBody` in app/registry/import. */
export type ListedRow = Record<string, unknown>;

/** A list (RUNTS or IndicePA) that somebody uploaded, as it was read. The registry changes only when it is confirmed. */
export const registryImports = table("registry_imports", {
  id: text("id").primaryKey(),
  list: text<"runts" | "ipa">("list").notNull(),
  fileName: text("file_name").notNull(),
  sha256: text("sha256").notNull(),
  /** The day the list was drawn up. */
  listDate: instant("list_date").notNull(),
  /** Whether a body that is missing in the list is missing in the RUNTS. */
  complete: bool("complete").notNull(),
  rows: json<ListedRow[]>("rows").notNull(),
  refused: json<{ line: number; name: string; because: string }[]>("refused").notNull(),
  uploadedByPersonId: text("uploaded_by_person_id").notNull().references(() => persons.id),
  uploadedAt: instant("uploaded_at").notNull(),
  confirmedAt: instant("confirmed_at"),
  discardedAt: instant("discarded_at"),
  /** How many bodies were added, changed and marked as missing. */
  outcome: json<{ added: number; changed: number; missing: number }>("outcome"),
});

/** Somebody asks to speak for a body: one that is in the registry, or one to be entered with these data. */
export const claims = table(
  "claims",
  {
    id: text("id").primaryKey(),
    /** Null for a body that is not in the registry yet. */
    organisationId: text("organisation_id").references(() => organisations.id),
    personId: text("person_id").notNull().references(() => persons.id),
    fiscalCode: text("fiscal_code"),
    /** For a new body: what the form of the registry asks (`OrganisationFields`). */
    data: json<Record<string, unknown>>("data"),
    capacity: text("capacity").notNull(),
    roleLabel: text("role_label").notNull(),
    evidence: text("evidence").notNull(),
    askedAt: instant("asked_at").notNull(),
    outcome: text<"accepted" | "refused" | "withdrawn">("outcome"),
    reason: text("reason"),
    answeredAt: instant("answered_at"),
    answeredByPersonId: text("answered_by_person_id").references(() => persons.id),
  },
  (t) => [index("claims_organisation").on(t.organisationId), index("claims_person").on(t.personId)],
);

/** Network × member body × dates: representation of the second degree. Never edited: ended, and begun anew. */
export const networkMembers = table(
  "network_members",
  {
    id: text("id").primaryKey(),
    networkId: text("network_id").notNull().references(() => organisations.id),
    memberId: text("member_id").notNull().references(() => organisations.id),
    source: text("source").notNull(),
    validFrom: instant("valid_from").notNull(),
    validTo: instant("valid_to"),
  },
  (t) => [index("network_members_network").on(t.networkId), index("network_members_member").on(t.memberId)],
);

/** How to reach a body, and who may know it. Never an address: it could be that of a protected place. */
export const contacts = table(
  "contacts",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    kind: text<"email" | "phone" | "site">("kind").notNull(),
    value: text("value").notNull(),
    label: text("label").notNull(),
    visibility: text<"public" | "tables" | "registry">("visibility").notNull(),
    addedAt: instant("added_at").notNull(),
    removedAt: instant("removed_at"),
  },
  (t) => [index("contacts_organisation").on(t.organisationId)],
);

/** Reminders sent: one for each thing, person and distance from its end. */
export const expiryReminders = table(
  "expiry_reminders",
  {
    subjectId: text("subject_id").notNull(),
    personId: text("person_id").notNull().references(() => persons.id),
    /** Days before the end: 60, 30, 15 or 7. */
    days: int("days").notNull(),
    at: instant("at").notNull(),
  },
  (t) => [primaryKey({ columns: [t.subjectId, t.personId, t.days] })],
);

/** Register of interests: what a body, or who speaks for it, has declared that may matter at a table. Never edited: ended, and declared anew. */
export const interests = table(
  "interests",
  {
    id: text("id").primaryKey(),
    organisationId: text("organisation_id").notNull().references(() => organisations.id),
    /** Who declared it. */
    personId: text("person_id").notNull().references(() => persons.id),
    /** Whose it is: the body's, or of the person who declared it. */
    holder: text<"body" | "person">("holder").notNull(),
    what: text("what").notNull(),
    declaredAt: instant("declared_at").notNull(),
    endedAt: instant("ended_at"),
  },
  (t) => [index("interests_organisation").on(t.organisationId)],
);
