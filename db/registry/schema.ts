// SPDX-License-Identifier: AGPL-3.0-or-later
import { index, instant, json, table, text, uniqueIndex } from "../columns";
import { persons } from "../identity/schema";

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
    /** Where the record comes from and when it was last checked by a person. */
    source: text<"self_declared" | "manual_check" | "import" | "demo">("source").notNull(),
    checkedAt: instant("checked_at"),
    createdAt: instant("created_at").notNull(),
    mergedIntoId: text("merged_into_id"),
    closedAt: instant("closed_at"),
  },
  (t) => [uniqueIndex("organisations_slug").on(t.slug), uniqueIndex("organisations_fiscal_code").on(t.fiscalCode)],
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
